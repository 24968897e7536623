import { List, ScrollArea, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueInstant } from '#engine/due';
import type { CivilDate } from '#model';
import { isUnreadable } from '../api/unreadable.ts';
import { WorkingDayField } from '../form/working-day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { BulkOrder, Task } from './api.ts';
import { type Below, type BelowAct, belowOf } from './below.ts';

interface BelowDialogProps {
  readonly act: BelowAct;
  readonly tasks: readonly Task[];
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: (order: BulkOrder, rows: readonly Below[]) => void;
  readonly close: () => void;
}

/** Names everybody whom it concerns, and says what cannot be taken back, before it is done. */
export function BelowDialog({ act, tasks, busy, error, send, close }: BelowDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState<CivilDate | null>(null);
  const [readable, setReadable] = useState(true);
  const [tried, setTried] = useState(false);
  const found = useQuery({
    queryKey: ['tasks', 'below', act, tasks.map(({ subject }) => subject)],
    queryFn: ({ signal }) => belowOf(tasks, act, signal),
  });
  const rows = found.data ?? [];
  const run = (): void => {
    setTried(true);
    if (act === 'return' && reason.trim() === '') return;
    const items = rows.map(({ id, version, revision }) =>
      act === 'remind' ? { obligationId: id } : { obligationId: id, no: version, expectedRevision: revision },
    );
    const reworkDueAt =
      act === 'return' && day !== null
        ? { reworkDueAt: dueInstant({ date: day, time: null, bound: 'by' }) }
        : {};
    send({ act, items, ...(act === 'accept' ? {} : { reason: reason.trim() }), ...reworkDueAt }, rows);
  };
  return (
    <Dialog
      title={t(`tasks.actTitle.${act}`)}
      close={close}
      submit={t(`tasks.actRun.${act}`, { count: rows.length })}
      ready={rows.length > 0 && readable}
      noValidate
      act={{ isPending: busy, error }}
      onSubmit={run}
    >
      {found.isPending ? <Waiting /> : null}
      {isUnreadable(found) ? <Failure error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isSuccess && rows.length === 0 ? <Text>{t(`tasks.actNone.${act}`)}</Text> : null}
      {rows.length === 0 ? null : (
        <>
          <ScrollArea.Autosize mah={200} type="auto" tabIndex={0}>
            <List size="sm">
              {rows.map(({ id, unitName }) => (
                <List.Item key={id}>{unitName}</List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
          {act === 'accept' ? null : (
            <Textarea
              label={t(`tasks.reason.${act}`)}
              required={act === 'return'}
              autosize
              minRows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={tried && act === 'return' && reason.trim() === '' ? t('tasks.reasonNeeded') : undefined}
            />
          )}
          {act === 'return' ? (
            <WorkingDayField
              label={t('tasks.reworkDay')}
              value={day}
              onChange={(next, isReadable) => {
                setDay(next);
                setReadable(isReadable);
              }}
              calendar={undefined}
              from={null}
            />
          ) : null}
          <Text size="sm">{t(`tasks.actMeans.${act}`)}</Text>
        </>
      )}
    </Dialog>
  );
}
