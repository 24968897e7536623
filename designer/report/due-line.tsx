import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine/civil';
import { capital } from '#model/capital';
import { DueAnswer } from '../ui/due-answer.tsx';
import { time } from '../ui/dates.ts';
import { dueInForce } from '../ui/due-in-force.ts';
import type { Surroundings, Task } from './api.ts';

interface DueLineProps {
  readonly task: Task;
  readonly deadline: Surroundings['deadline'];
}

/** “Còn 3 ngày làm việc, hạn hết ngày 07/12/2024”, and why this date. */
export function DueLine({ task, deadline }: DueLineProps) {
  const { t } = useTranslation();
  const { at, lastDay, workingDaysLeft, overdue } = deadline;
  if (at === null || lastDay === null) return <Text size="sm">{t('report.due.none')}</Text>;
  // nothing is counted any more once the report is there
  const waiting = task.status === 'open' || task.status === 'acknowledged' || task.status === 'returned';
  // a deadline within a day names its hour
  const hour = time(at) === '00:00' ? '' : time(at);
  const until =
    hour === ''
      ? t('report.due.endOf', { date: formatDate(lastDay) })
      : t('report.due.hour', { date: formatDate(lastDay), time: hour });
  const left = !waiting
    ? null
    : workingDaysLeft === null
      ? overdue
        ? t('report.due.past')
        : null
      : overdue
        ? t('report.due.over', { days: -workingDaysLeft })
        : t('report.due.left', { days: workingDaysLeft });
  return (
    <Group gap={6} data-testid="due">
      <Text size="sm" fw={600} {...(overdue && waiting ? { c: 'var(--cascade-alarm)' } : {})}>
        {left === null ? capital(until) : `${left}, ${until}`}
      </Text>
      <DueAnswer dueAt={at} why={dueInForce(task).why} label={t('due.title')} />
    </Group>
  );
}
