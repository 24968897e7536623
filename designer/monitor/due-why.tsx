import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DueStep } from '#model';
import { lastOnTime, lastOnTimeInstant, weekday } from '../ui/dates.ts';
import { DueAnswer } from '../ui/due-answer.tsx';

interface DueProps {
  readonly dueAt: string | null;
  readonly why: readonly DueStep[];
}

/** A deadline of a running campaign; one without a date and without a reason has nothing to answer. */
export function DueWhy({ dueAt, why }: DueProps) {
  const { t, i18n } = useTranslation();
  const label =
    dueAt === null
      ? t('timeliness.noDeadline')
      : `${weekday(lastOnTimeInstant(dueAt), i18n.language)} ${lastOnTime(dueAt)}`;
  if (dueAt === null && why.length === 0) return <Text size="sm">{label}</Text>;
  return <DueAnswer dueAt={dueAt} why={why} label={label} />;
}
