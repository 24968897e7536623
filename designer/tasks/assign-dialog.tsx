import { MultiSelect, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnreadable } from '../api/unreadable.ts';
import { WorkingDayField } from '../form/working-day-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failure } from '../ui/failure.tsx';
import { type Given, type Task, useColleagues } from './api.ts';
import type { Ask } from './preview.tsx';

interface AssignDialogProps {
  readonly ask: Ask;
  readonly tasks: readonly Task[];
  readonly unitId: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: (given: Given & { readonly personId: string }) => void;
  readonly close: () => void;
}

/** Who leads, who helps, until when within the unit, and what the leader wants; for one task or for many. */
export function AssignDialog({ ask, tasks, unitId, busy, error, send, close }: AssignDialogProps) {
  const { t } = useTranslation();
  const colleagues = useColleagues(unitId);
  const [only] = tasks.length === 1 ? tasks : [];
  const [personId, setPerson] = useState('');
  const [coordinatorIds, setCoordinators] = useState<readonly string[]>(
    only?.coordinators.map(({ id }) => id) ?? [],
  );
  const [dueOn, setDueOn] = useState(only?.dueOn ?? null);
  const [readable, setReadable] = useState(true);
  const [opinion, setOpinion] = useState(only?.opinion ?? '');
  const [tried, setTried] = useState(false);
  const people = (colleagues.data?.items ?? [])
    .filter(({ id }) => ask === 'assign' || id !== only?.assignee?.id)
    .map(({ id, name, title }) => ({ value: id, label: title === '' ? name : `${name} · ${title}` }));
  const title = ask === 'assign' ? t('tasks.assignTitle', { count: tasks.length }) : t(`tasks.${ask}Title`);
  return (
    <Dialog
      title={title}
      close={close}
      submit={t(ask === 'assign' ? 'tasks.assign' : 'tasks.confirm')}
      ready={readable}
      noValidate
      act={{ isPending: busy, error }}
      onSubmit={() => {
        setTried(true);
        if (personId === '') return;
        send(ask === 'assign' ? { personId, coordinatorIds, dueOn, opinion } : { personId });
      }}
    >
      {ask === 'assign' ? null : <Text size="sm">{t(`tasks.${ask}Text`)}</Text>}
      {isUnreadable(colleagues) ? (
        <Failure error={colleagues.error} retry={() => void colleagues.refetch()} />
      ) : null}
      <NativeSelect
        data-autofocus
        label={t('tasks.person')}
        required
        value={personId}
        onChange={(event) => setPerson(event.currentTarget.value)}
        error={tried && personId === '' ? t('tasks.choose') : undefined}
        data={[{ value: '', label: t('tasks.choose') }, ...people]}
      />
      {ask === 'assign' ? (
        <>
          <MultiSelect
            label={t('tasks.coordinators')}
            data={people.filter(({ value }) => value !== personId)}
            value={coordinatorIds.filter((id) => id !== personId)}
            onChange={setCoordinators}
            searchable
          />
          <WorkingDayField
            label={t('tasks.dueOn')}
            value={dueOn}
            onChange={(day, isReadable) => {
              setDueOn(day);
              setReadable(isReadable);
            }}
            calendar={undefined}
            from={null}
          />
          <Text size="xs" c="dimmed">
            {t('tasks.dueOnHint')}
          </Text>
          <Textarea
            label={t('tasks.opinionField')}
            autosize
            minRows={2}
            maxLength={2000}
            value={opinion}
            onChange={(event) => setOpinion(event.currentTarget.value)}
          />
        </>
      ) : null}
    </Dialog>
  );
}
