import { Center, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <Center h={240} role="status">
      <Loader aria-label={t('common.loading')} />
    </Center>
  );
}
