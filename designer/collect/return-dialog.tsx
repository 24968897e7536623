import { NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueInstant, formatDate, lastDayOnTime, weekday } from '#engine';
import type { CivilDate } from '#model';
import { lastOnTime } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Act, Row } from './api.ts';

interface ReturnDialogProps {
  readonly rows: readonly Row[];
  readonly workingDays: readonly CivilDate[];
  /** When the consolidation is drawn up at the latest, with what is there. */
  readonly cutoffAt: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: (act: Act) => void;
  readonly close: () => void;
}

/** Index of the working day that is offered first: three days to mend a report. */
const USUAL = 2;

/** Fewer where the consolidation would be drawn up before the report is back. */
export function usualDay(days: readonly CivilDate[], cutoffAt: string | null): CivilDate | '' {
  const first = days.slice(0, USUAL + 1);
  const inTime = cutoffAt === null ? first : first.filter((day) => day <= lastDayOnTime(cutoffAt));
  return inTime.at(-1) ?? first.at(-1) ?? '';
}

/** A reason and a new date, both asked for: what is returned without them comes back the same. */
export function ReturnDialog({ rows, workingDays, cutoffAt, busy, error, send, close }: ReturnDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(usualDay(workingDays, cutoffAt));
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (reason.trim() === '' || day === '') return;
    send({
      act: 'return',
      reason: reason.trim(),
      reworkDueAt: dueInstant({ date: day, time: null, bound: 'by' }),
    });
  };
  return (
    <Dialog
      title={t('collect.returnTitle', { count: rows.length, unit: rows[0]?.unitName ?? '' })}
      close={close}
      submit={t('collect.return')}
      ready
      noValidate
      act={{ isPending: busy, error }}
      onSubmit={submit}
    >
      <Textarea
        data-autofocus
        label={t('collect.returnReason')}
        description={t('collect.returnReasonHint')}
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? t('collect.reasonMissing') : undefined}
      />
      <NativeSelect
        label={t('collect.returnDay')}
        required
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data={workingDays.map((date, index) => ({
          value: date,
          label: t('collect.workingDay', {
            weekday: t(`dates.weekday.${weekday(date)}`),
            date: formatDate(date),
            days: index + 1,
          }),
        }))}
      />
      {cutoffAt !== null && day !== '' && day > lastDayOnTime(cutoffAt) ? (
        <Text size="sm" role="status" c="var(--cascade-alarm)">
          {t('collect.returnBeyond', { date: lastOnTime(cutoffAt) })}
        </Text>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('collect.returnMeans')}
      </Text>
    </Dialog>
  );
}
