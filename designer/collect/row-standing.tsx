import { Badge, Group, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateTime, lastOnTime } from '../ui/dates.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import type { Row } from './api.ts';
import { actorText } from '../report/who-text.ts';

/** Where one report stands, in words: status, in time or how late, what was sent when and by whom. */
export function RowStanding({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { latest, askedExtension, lastReminder } = row;
  return (
    <div>
      <Group gap={4}>
        <StatusChip status={row.status} timeliness={row.timeliness} />
        {askedExtension === null ? null : (
          <Badge variant="light" color="orange">
            {t('collect.asksExtension')}
          </Badge>
        )}
      </Group>
      <Text size="xs">{timelinessWords(row, t)}</Text>
      {latest === null ? null : (
        <Text size="xs" c="dimmed">
          {t('collect.received', {
            no: latest.no,
            at: dateTime(latest.receivedAt),
            who: actorText(t, latest.byName, latest.onBehalfOfName),
          })}
          {latest.attachments > 0 ? (
            <>
              {' '}
              <IconPaperclip size={12} aria-hidden /> {t('collect.files', { count: latest.attachments })}
            </>
          ) : null}
        </Text>
      )}
      {lastReminder === null || row.counts ? null : (
        <Text size="xs" c="dimmed">
          {t('collect.reminded', {
            kind: t(`collect.reminder.${lastReminder.kind}`),
            at: dateTime(lastReminder.at),
          })}
        </Text>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

function timelinessWords(row: Row, t: Translate): string {
  const due = row.status === 'returned' ? (row.reworkDueAt ?? row.dueAt) : row.dueAt;
  if (row.timeliness === 'noDeadline' || due === null) return t('timeliness.noDeadline');
  const date = lastOnTime(due);
  if (row.timeliness === 'inTime')
    return row.latest === null || row.status === 'returned'
      ? t('collect.dueOn', { date })
      : t('collect.inTime', { date });
  return row.latest === null || row.status === 'returned'
    ? t('collect.overdueBy', { days: row.lateDays, date })
    : t('collect.lateBy', { days: row.lateDays, date });
}
