import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Nothing here is real: in one colour on every page. */
export function RehearsalBadge() {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="indigo">
      {t('mode.rehearsal')}
    </Badge>
  );
}
