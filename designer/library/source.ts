import { shownCode } from '#engine';
import type { Directive } from '#model';

/** How a letter is cited: its code as written, and its date as far as it is known (`library.dated_…`). */
export interface Source {
  readonly code: string;
  readonly known: 'day' | 'month' | 'year' | null;
  /** `15/11/2024`, `11/2024` or `2024`; nothing where the letter has no date. */
  readonly date: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function sourceOf({ codeNumber, codeNotation, system, issuedDate }: Directive): Source {
  const code = shownCode({ codeNumber, codeNotation }, system);
  if (issuedDate === null) return { code, known: null, date: '' };
  const { day, month, year } = issuedDate;
  if (month === null) return { code, known: 'year', date: String(year) };
  const date = `${two(month)}/${year}`;
  return day === null ? { code, known: 'month', date } : { code, known: 'day', date: `${two(day)}/${date}` };
}
