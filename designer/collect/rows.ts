import type { Indicator, Value } from '#model';
import { fold } from '#model/fold';
import type { Row } from './api.ts';

export const STANDINGS = ['all', 'waiting', 'missing', 'late', 'returned', 'accepted', 'extension'] as const;
export type Standing = (typeof STANDINGS)[number];

/** In the address of the page: which rows a link leads to. */
export const standingWord = (standing: Standing): string => `standing=${standing}`;
export const standingIn = (words: URLSearchParams): Standing =>
  STANDINGS.find((each) => each === words.get('standing')) ?? 'all';

export interface Wanted {
  readonly text: string;
  readonly standing: Standing;
}

export interface Order {
  /** `drawing`, `unit`, `standing`, `received`, or the id of an indicator after `=`. */
  readonly by: string;
  readonly down: boolean;
}

export const DRAWING: Order = { by: 'drawing', down: false };

const isNothingIn = ({ status }: Row): boolean => status === 'open' || status === 'acknowledged';

/** Whether a row belongs to what is looked for. */
export function stands(row: Row, standing: Standing): boolean {
  switch (standing) {
    case 'all':
      return true;
    case 'waiting':
      return row.status === 'submitted';
    case 'missing':
      return !row.counts;
    case 'late':
      return row.timeliness === 'overdue';
    case 'returned':
      return row.status === 'returned';
    case 'accepted':
      return row.counts;
    case 'extension':
      return row.askedExtension !== null;
  }
}

/** Names are compared without accents on both sides. */
export function wantedRows(rows: readonly Row[], { text, standing }: Wanted): readonly Row[] {
  const words = fold(text.trim());
  return rows.filter((row) => stands(row, standing) && (words === '' || fold(row.unitName).includes(words)));
}

const VIETNAMESE = new Intl.Collator('vi', { numeric: true });
/** What needs an official first. */
const URGENCY: Readonly<Record<Row['status'], number>> = {
  submitted: 0,
  returned: 1,
  open: 2,
  acknowledged: 2,
  accepted: 3,
  dormant: 4,
  cancelled: 5,
};

/** Rows without a figure stay last, whichever way the others are turned. */
export function sortedRows(rows: readonly Row[], { by, down }: Order): readonly Row[] {
  if (by === 'drawing') return rows;
  const turn = down ? -1 : 1;
  const key = (row: Row): string | number | null => {
    if (by === 'unit') return row.unitName;
    if (by === 'standing')
      return URGENCY[row.status] * 10_000 + (isNothingIn(row) ? -row.lateDays : row.lateDays);
    if (by === 'received') return row.latest?.receivedAt ?? null;
    return amountOf(row.shown?.values[by.slice(1)] ?? null);
  };
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
      return turn * compare(a.key, b.key);
    })
    .map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : VIETNAMESE.compare(String(a), String(b));
}

/** For the order only: sums are never made of it. */
function amountOf(value: Value | null): string | number | null {
  switch (value?.kind) {
    case 'number':
      return Number(value.value);
    case 'ratio':
      return Number(value.denominator) === 0 ? null : Number(value.numerator) / Number(value.denominator);
    case 'yesNo':
      return value.yes ? 1 : 0;
    case 'list':
      return value.items.length;
    case 'text':
      return value.text;
    default:
      return null;
  }
}

/** Texts and lists are read in the report, not in a column of figures. */
export const isFigure = ({ type }: Indicator): boolean => type !== 'text' && type !== 'list';

const isDecidable = ({ status }: Row): boolean => status === 'submitted' || status === 'accepted';

/** Would be accepted or returned, but by somebody else than whoever handed it in. */
export const leftToOthers = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => row.ownReport && isDecidable(row));

/** What an act may be done to: the others of a choice are left out, and that is said. */
export function actable(rows: readonly Row[], act: 'accept' | 'return' | 'remind'): readonly Row[] {
  switch (act) {
    case 'accept':
      return rows.filter(({ status, ownReport }) => status === 'submitted' && !ownReport);
    case 'return':
      return rows.filter((row) => isDecidable(row) && !row.ownReport);
    case 'remind':
      return rows.filter((row) => isNothingIn(row) || row.status === 'returned');
  }
}
