import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import {
  type BulkAnswer,
  type BulkItem,
  type BulkOrder,
  type Given,
  type Task,
  useAcknowledge,
  useBulk,
  useWork,
} from './api.ts';
import type { Below } from './below.ts';
import type { Ask } from './preview.tsx';
import type { Said } from './toast.tsx';
import { nameOf } from './words.ts';

/** The acts of the list, and what is said about them: what was done, how to take it back, what was refused. */
export function useTaskActs() {
  const { t, i18n } = useTranslation();
  const [said, say] = useState<Said | null>(null);
  const work = useWork();
  const noting = useAcknowledge();
  const bulk = useBulk();
  const { mutate: put, reset: forgetWork } = work;
  const { mutate: note } = noting;
  const { mutate: runBulk, mutateAsync: bulkNow, reset: forgetBulk } = bulk;

  const refusedSaid = useCallback(
    (error: unknown): void => {
      const text =
        error instanceof Refusal ? (i18n.language === 'en' ? error.en : error.message) : t('error.network');
      say({ text });
    },
    [i18n.language, t],
  );

  const claim = useCallback(
    (task: Task): void =>
      put(
        { task, act: 'claim' },
        {
          onError: refusedSaid,
          onSuccess: (now) =>
            say({
              text: t('tasks.taken'),
              undo: () =>
                put(
                  { task: now, act: 'release' },
                  { onError: refusedSaid, onSuccess: () => say({ text: t('tasks.undone') }) },
                ),
            }),
        },
      ),
    [put, refusedSaid, t],
  );

  const release = useCallback(
    (task: Task): void =>
      put(
        { task, act: 'release' },
        { onError: refusedSaid, onSuccess: () => say({ text: t('tasks.released') }) },
      ),
    [put, refusedSaid, t],
  );

  const acknowledge = useCallback(
    (task: Task): void =>
      note(task, { onError: refusedSaid, onSuccess: () => say({ text: t('tasks.noted') }) }),
    [note, refusedSaid, t],
  );

  /** Everything back as it was: who had nothing to do with it before is out again. */
  const undo = useCallback(
    async (before: readonly Task[], answer: BulkAnswer): Promise<void> => {
      const done = before.flatMap((task, index) => {
        const row = answer.rows[index];
        return row === undefined || row.problem !== null ? [] : [{ task, expectedRevision: row.revision }];
      });
      const free = done.filter(({ task }) => task.assignee === null);
      const held = done.filter(({ task }) => task.assignee !== null);
      try {
        if (free.length > 0)
          await bulkNow({
            act: 'release',
            items: free.map(({ task, expectedRevision }) => ({ subject: task.subject, expectedRevision })),
          });
        if (held.length > 0) await bulkNow({ act: 'assign', items: held.map(asBefore) });
        say({ text: t('tasks.undone') });
      } catch (error) {
        refusedSaid(error);
      }
    },
    [bulkNow, refusedSaid, t],
  );

  const give = useCallback(
    (
      asked: { readonly ask: Ask; readonly tasks: readonly Task[] },
      given: Given & { readonly personId: string },
      after: () => void,
    ): void => {
      const { ask, tasks } = asked;
      const [only] = tasks;
      if (ask !== 'assign') {
        if (only !== undefined)
          put(
            { task: only, act: ask, personId: given.personId },
            {
              onSuccess: (now) => (
                after(), say({ text: t('tasks.given', { name: now.assignee?.name ?? '' }) })
              ),
            },
          );
        return;
      }
      const items = tasks.map(({ subject, workRevision }) => ({ subject, expectedRevision: workRevision }));
      runBulk(
        { act: 'assign', items, ...given },
        {
          onSuccess: (answer) => {
            after();
            const refused = answer.rows.flatMap(({ problem }, index) => {
              const task = tasks[index];
              return problem === null || task === undefined ? [] : [{ name: nameOf(task), problem }];
            });
            const text =
              answer.done === 0
                ? t('tasks.refused', { count: answer.refused })
                : t('tasks.assigned', { count: answer.done });
            say({ text, refused, ...(answer.done > 0 && { undo: () => void undo(tasks, answer) }) });
          },
        },
      );
    },
    [put, runBulk, t, undo],
  );

  const actBelow = useCallback(
    (order: BulkOrder, rows: readonly Below[], after: () => void): void =>
      runBulk(order, {
        onSuccess: (answer) => {
          after();
          const refused = answer.rows.flatMap(({ problem }, index) =>
            problem === null ? [] : [{ name: rows[index]?.unitName ?? '', problem }],
          );
          const done = {
            remind: 'tasks.reminded',
            accept: 'tasks.accepted',
            return: 'tasks.returned',
          } as const;
          const key =
            order.act === 'remind' || order.act === 'accept' || order.act === 'return'
              ? done[order.act]
              : 'tasks.assigned';
          say({ text: t(key, { count: answer.done }), refused });
        },
      }),
    [runBulk, t],
  );

  const reset = useCallback((): void => {
    forgetWork();
    forgetBulk();
  }, [forgetWork, forgetBulk]);

  return {
    said,
    close: useCallback(() => say(null), []),
    claim,
    release,
    acknowledge,
    give,
    actBelow,
    reset,
    busy: work.isPending || bulk.isPending,
    error: bulk.error ?? work.error,
  };
}

const asBefore = ({
  task,
  expectedRevision,
}: {
  readonly task: Task;
  readonly expectedRevision: number | null;
}): BulkItem => ({
  subject: task.subject,
  expectedRevision,
  ...(task.assignee !== null && { personId: task.assignee.id }),
  coordinatorIds: task.coordinators.map(({ id }) => id),
  dueOn: task.dueOn,
  opinion: task.opinion,
});
