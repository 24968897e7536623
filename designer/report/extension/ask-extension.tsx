import { Alert, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '#model';
import { Dialog } from '../../ui/dialog.tsx';
import { askExtension, type Task, useCalendar, useSlack, useTaskAct } from '../api.ts';
import { dateForLastDay, shownDay } from './dates.ts';
import { SlackLine } from './slack-line.tsx';
import { WorkingDayField } from '../../form/working-day-field.tsx';

/** Asks the unit that collects for more time, with a reason, knowing how much time that unit has itself. */
export function AskExtension({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const slack = useSlack(task.id).data;
  const calendar = useCalendar(slack?.calendarId ?? null);
  const [day, setDay] = useState<CivilDate | null>(null);
  const [reason, setReason] = useState('');
  const ask = useTaskAct(task.id, (wish: { day: CivilDate; bound: 'before' | 'by' }) =>
    askExtension(task.id, {
      date: dateForLastDay(wish.day, wish.bound),
      reason: reason.trim(),
      expectedRevision: task.revision,
    }),
  );
  const beyond =
    day !== null && slack !== undefined && slack.parentLastDay !== null && day > slack.parentLastDay;
  const ready = day !== null && slack !== undefined && reason.trim() !== '';
  // from today on where the deadline has passed already
  const from = slack === undefined ? null : later(slack.lastDay, slack.today);
  return (
    <Dialog
      title={t('report.extension.ask')}
      close={onDone}
      submit={t('report.extension.send')}
      ready={ready}
      act={ask}
      onSubmit={() => {
        if (ready) ask.mutate({ day, bound: slack.dueBound }, { onSuccess: onDone });
      }}
    >
      {slack === undefined ? null : (
        <div>
          <Text size="sm">{t('report.extension.now', { date: shownDay(slack.lastDay) })}</Text>
          <SlackLine slack={slack} />
        </div>
      )}
      <WorkingDayField
        label={t('report.extension.until')}
        value={day}
        onChange={setDay}
        calendar={calendar}
        from={from}
      />
      {beyond ? (
        <Alert color="orange" p="xs" role="status">
          {t('report.extension.beyond', { date: shownDay(slack.parentLastDay) })}
        </Alert>
      ) : null}
      <Textarea
        label={t('report.extension.reason')}
        required
        autosize
        minRows={3}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}

const later = (a: CivilDate | null, b: CivilDate): CivilDate => (a !== null && a > b ? a : b);
