import { Alert, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateTime, lastOnTime } from '../ui/dates.ts';
import type { Task } from './api.ts';
import { actorText } from './who-text.ts';

/** Why the report came back, from whom, and until when the corrected one has to be there. */
export function Returned({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  if (task.status !== 'returned') return null;
  const version = task.versions.findLast(({ state }) => state === 'returned');
  return (
    <Alert
      color="orange"
      icon={<IconArrowBackUp aria-hidden />}
      title={t('report.returned.title')}
      data-testid="returned"
    >
      <Text fw={600} lang="vi">
        {task.returnReason ?? version?.reason ?? ''}
      </Text>
      {task.reworkDueAt === null ? null : (
        <Text size="sm">{t('report.returned.until', { date: lastOnTime(task.reworkDueAt) })}</Text>
      )}
      {version === undefined || version.decidedAt === null ? null : (
        <Text size="xs" c="dimmed">
          {t('report.returned.by', {
            name: actorText(t, version.decidedByName, version.decidedForName),
            at: dateTime(version.decidedAt),
            no: version.no,
          })}
        </Text>
      )}
    </Alert>
  );
}
