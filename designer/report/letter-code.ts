import { shownCode } from '#engine/document-code';
import type { Directive } from '#model';
import type { Task } from './api.ts';

/** `1680/SCT-QLTM`: of the letter with which it was passed on, else of the directive; null where there is neither. */
export function codeOf(
  task: Pick<Task, 'letter'>,
  directive: Pick<Directive, 'codeNumber' | 'codeNotation' | 'system'> | null,
): string | null {
  const notation = task.letter?.codeNotation ?? directive?.codeNotation ?? '';
  const number = task.letter?.codeNumber ?? directive?.codeNumber ?? null;
  if (notation === '') return number;
  return shownCode({ codeNumber: number, codeNotation: notation }, directive?.system ?? 'state');
}
