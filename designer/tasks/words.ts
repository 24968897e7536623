import type { TFunction } from 'i18next';
import { standingWord } from '../collect/rows.ts';
import { date, lastOnTime } from '../ui/dates.ts';
import type { Task } from './api.ts';

/** Where the work on a task is done; null: on the card itself. */
export function linkOf(task: Task): string {
  const place = `${task.campaignId}`;
  const node = `${encodeURIComponent(task.periodKey)}/${encodeURIComponent(task.unitId)}`;
  switch (task.kind) {
    case 'report':
    case 'rework':
    case 'acknowledge':
      return `/tasks/${task.obligationId ?? ''}`;
    case 'actorTask':
      return `/tasks/${task.subject.slice('actorTask:'.length)}`;
    // of many units those that wait for an answer
    case 'decide':
      return `/campaigns/${place}/collect/${node}?${standingWord('waiting')}`;
    case 'extension':
      return `/campaigns/${place}/collect/${node}?${standingWord('extension')}`;
    case 'consolidate':
      return `/campaigns/${place}/collect/${node}`;
    case 'disseminate':
      return `/campaigns/${place}/pass-on/${node}`;
    case 'register':
      return `/registers?register=${place}`;
    case 'approve':
    case 'issue':
      return `/letters/${task.letterId ?? ''}`;
  }
}

/** How much time is left, in words. */
export function timeOf(task: Task, t: TFunction): string {
  if (task.doneAt !== null) return t('tasks.doneOn', { date: date(task.doneAt) });
  if (task.dueAt === null) return t('tasks.undated');
  const days = task.workingDaysLeft;
  if (days === null)
    return t(task.overdue ? 'tasks.overdueOn' : 'tasks.due', { date: lastOnTime(task.dueAt) });
  return task.overdue ? t('tasks.late', { days: -days }) : t('tasks.left', { days });
}

/** The line under the subject: what exactly waits. */
export function whatOf(task: Task, t: TFunction): string | null {
  if (task.kind === 'decide') return t('tasks.reports', { count: task.count ?? 0 });
  if (task.kind === 'extension') return t('tasks.requests', { count: task.count ?? 0 });
  if (task.kind === 'consolidate') return task.count === 1 ? t('tasks.toSign') : null;
  return null;
}

export function fromOf(task: Task, t: TFunction): string {
  if (task.fromUnitName !== null) return t('tasks.from', { name: task.fromUnitName });
  return t(task.kind === 'decide' || task.kind === 'extension' ? 'tasks.severalUnits' : 'tasks.own');
}

export const codeOf = ({ documentCode }: Task, t: TFunction): string => documentCode ?? t('tasks.noNumber');

/** Nothing to hurry, soon, late: words say it too. */
export const urgencyOf = ({ overdue, workingDaysLeft, doneAt }: Task): 'late' | 'soon' | 'calm' =>
  doneAt !== null
    ? 'calm'
    : overdue
      ? 'late'
      : workingDaysLeft !== null && workingDaysLeft <= 2
        ? 'soon'
        : 'calm';

/** Two that are the same work in another state are the same card. */
export const nameOf = (task: Task): string => task.subjectText || task.campaignTitle;

/** Every unit from which one of these came, once. */
export function sendersOf(
  tasks: readonly Task[],
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Map(
    tasks.flatMap(({ fromUnitId, fromUnitName }) =>
      fromUnitId === null || fromUnitName === null ? [] : [[fromUnitId, fromUnitName]],
    ),
  );
  return [...names].map(([value, label]) => ({ value, label }));
}
