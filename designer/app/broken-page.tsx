import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A page whose code did not arrive, or that failed: most often the server was updated meanwhile. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" p="xl" component="main">
      <Title order={1}>{t('error.title')}</Title>
      <Text>{t('error.page')}</Text>
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
    </Stack>
  );
}
