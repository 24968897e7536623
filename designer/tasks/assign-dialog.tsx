import { Button, Group, Modal, MultiSelect, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WorkingDayField } from '../report/extension/working-day-field.tsx';
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
  const [opinion, setOpinion] = useState(only?.opinion ?? '');
  const [tried, setTried] = useState(false);
  const people = (colleagues.data?.items ?? [])
    .filter(({ id }) => ask === 'assign' || id !== only?.assignee?.id)
    .map(({ id, name, title }) => ({ value: id, label: title === '' ? name : `${name} · ${title}` }));
  const title = ask === 'assign' ? t('tasks.assignTitle', { count: tasks.length }) : t(`tasks.${ask}Title`);
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      lockScroll={false}
    >
      <form
        // the page says it itself, in its own language
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (personId === '') return;
          send(ask === 'assign' ? { personId, coordinatorIds, dueOn, opinion } : { personId });
        }}
      >
        <Stack gap="sm">
          {ask === 'assign' ? null : <Text size="sm">{t(`tasks.${ask}Text`)}</Text>}
          {colleagues.isError ? (
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
                onChange={setDueOn}
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
          {error === null ? null : <Failure error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('tasks.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t(ask === 'assign' ? 'tasks.assign' : 'tasks.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
