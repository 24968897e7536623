import type { FiledRow } from '#acts';
import {
  AGGREGATE_WORDS,
  capital,
  MISSING_WORDS,
  STATUS_WORDS,
  TIMELINESS_WORDS,
  withoutAccents,
  wordsIn,
} from '#model';

/** The words of an exported file. It is an official Vietnamese document, whatever language the page is read in. */
export const RULES = wordsIn(AGGREGATE_WORDS, 'vi');
export const MISSING = wordsIn(MISSING_WORDS, 'vi');
const STATUS = wordsIn(STATUS_WORDS, 'vi');
const TIMELINESS = wordsIn(TIMELINESS_WORDS, 'vi');

/** `Đã duyệt, đúng hạn`. */
export function standingWords({ standing }: FiledRow): string {
  if (standing.kind === 'missing') return capital(MISSING[standing.state]);
  const status = standing.kind === 'counted' ? STATUS.accepted : STATUS.submitted;
  // what has come is not overdue any more: it was late
  const timeliness = standing.timeliness === 'overdue' ? 'late' : standing.timeliness;
  return `${capital(status)}, ${TIMELINESS[timeliness]}`;
}

/** Latin letters and digits only: every mail program and every disk takes it. */
export const plainName = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
