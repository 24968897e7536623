import type { Directive } from '#model';
import type { Task } from './api.ts';

/** `1680/SCT-QLTM`: of the letter with which it was passed on, else of the directive; null while neither has a number. */
export function codeOf(
  task: Pick<Task, 'letter'>,
  directive: Pick<Directive, 'codeNumber' | 'codeNotation'> | null,
): string | null {
  const notation = task.letter?.codeNotation ?? directive?.codeNotation ?? '';
  const number = task.letter?.codeNumber ?? directive?.codeNumber ?? null;
  if (notation === '') return number;
  return `${number ?? '…'}/${notation}`;
}
