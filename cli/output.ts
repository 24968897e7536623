import picocolors from 'picocolors';
import { ApiProblem, Unreachable } from './client.ts';
import { type Settings, UsageError } from './settings.ts';

/** Exit codes, documented in docs/cli.md. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const;

/** Columns of equal width; a Vietnamese letter in NFC is one column wide. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  return [picocolors.bold(line(head)), ...rows.map(line)].join('\n');
}

const width = (text: string): number => [...text.normalize('NFC')].length;

/** `2024-12-07T17:00:00.000Z` → `08/12/2024 00:00`, always Asia/Ho_Chi_Minh. */
export function localInstant(instant: string | null | undefined): string {
  if (!instant) return '';
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

/** A text in the caller's language. */
export type Say = (vi: string, en: string) => string;
export const sayIn =
  ({ lang }: Pick<Settings, 'lang'>): Say =>
  (vi, en) =>
    lang === 'en' ? en : vi;

interface Due {
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
}

/** As the letter says it: `trước 08/12/2024`, `hết 15/12/2025`; with the hour where the end is not midnight. */
export function dueText({ dueAt, dueDate, dueBound }: Due, say: Say): string {
  if (dueAt === null) return '';
  const local = localInstant(dueAt);
  if (dueDate === null || dueBound === null || !local.endsWith('00:00')) return local;
  const [year, month, day] = dueDate.split('-');
  return `${dueBound === 'before' ? say('trước', 'before') : say('hết', 'by')} ${day}/${month}/${year}`;
}

/** Figures as the API stores them, in Vietnamese notation. */
export function vietnamese(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** Prints for a person, or the API's own JSON for a machine. */
export function print(settings: Settings, value: unknown, human: () => string): void {
  console.log(settings.json ? JSON.stringify(value, null, 2) : human());
}

/** The answer was printed, and it is no: a script must see that (exit code 1). */
export class Negative extends Error {}

/** One place that turns a failure into words and an exit code. */
export function explain(error: unknown, lang: 'vi' | 'en', json: boolean): number {
  if (error instanceof ApiProblem) {
    const { document } = error;
    if (json) console.error(JSON.stringify(document));
    else {
      const sentence = lang === 'en' ? (document.detailEn ?? document.detail) : document.detail;
      console.error(picocolors.red(sentence));
      for (const { path, vi, en, code } of document.problems ?? []) {
        const place = path.length > 0 ? `${picocolors.bold(path.join('.'))}: ` : '';
        const text = lang === 'en' ? en : vi;
        // of a single fault the first line has said it all but the place
        console.error(`  ${place}${text === sentence ? '' : `${text} `}(${code})`);
      }
    }
    return EXIT.refused;
  }
  if (error instanceof Unreachable) {
    console.error(
      lang === 'en'
        ? `The API does not answer at ${error.message}. Is "npm start" running? Another address: --api.`
        : `API không trả lời tại ${error.message}. "npm start" đang chạy chưa? Địa chỉ khác: --api.`,
    );
    return EXIT.unreachable;
  }
  if (error instanceof Negative) return EXIT.refused;
  if (error instanceof UsageError) {
    console.error(error.message);
    return EXIT.usage;
  }
  throw error;
}
