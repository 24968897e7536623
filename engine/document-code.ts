import type { DocumentSystem, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';

export interface DocumentCode {
  /** Null where the number is still blank ("Số:    /UBND-KT"). */
  readonly codeNumber: string | null;
  readonly codeNotation: string;
}

/** What stands where the number is not given yet: pages, the task list and the registers write it; it is read as nothing. */
export const NO_NUMBER = '…';

// Letters, `Đ` and `&` included: BQL-DN&GSĐT, NĐ-CP, CT-TTg.
const PART = '[\\p{L}\\d&]+';
const STATE_NOTATION = `(?:\\d{4}/)?${PART}(?:-${PART})*`;
const PARTY_NOTATION = `${PART}/${PART}(?:-${PART})*`;
/** NĐ 30/2020: number, slash, notation; normative documents have the year between. */
const STATE = new RegExp(`^(?:(\\d{1,11})|${NO_NUMBER})?/(${STATE_NOTATION})$`, 'u');
/** Party: number, hyphen, kind of document, slash, body. */
const PARTY = new RegExp(`^(?:(\\d{1,11})|${NO_NUMBER})?-(${PARTY_NOTATION})$`, 'u');

/** Only how a number is written: 05 and 5 are one number of a register. */
const LEADING_ZEROS = /^0+(?=\d)/;

const GRAMMARS: Readonly<
  Record<DocumentSystem, { readonly code: RegExp; readonly notation: RegExp; readonly example: string }>
> = {
  state: { code: STATE, notation: new RegExp(`^${STATE_NOTATION}$`, 'u'), example: '1680/SCT-QLTM' },
  // The Front writes its codes as the State does.
  front: { code: STATE, notation: new RegExp(`^${STATE_NOTATION}$`, 'u'), example: '12/MTTQ-BTT' },
  party: { code: PARTY, notation: new RegExp(`^${PARTY_NOTATION}$`, 'u'), example: '1101-CV/TU' },
};

/** Số, ký hiệu as written, split by the grammar of the system that issued it; never guessed. `05/UBND-KT` is number 5. */
export function parseDocumentCode(text: string, system: DocumentSystem): Result<DocumentCode> {
  const value = text.normalize('NFC').trim();
  const { code, example } = GRAMMARS[system];
  const match = code.exec(value);
  const notation = match?.[2];
  if (notation !== undefined) {
    if (notation.length > 30)
      return refuse(problem('directive.notationTooLong', [], { value, length: notation.length }));
    return ok({ codeNumber: match?.[1]?.replace(LEADING_ZEROS, '') ?? null, codeNotation: notation });
  }
  const other = system === 'party' ? STATE : PARTY;
  return refuse(
    problem(other.test(value) ? 'directive.codeOfOtherSystem' : 'directive.codeMalformed', [], {
      value,
      example,
    }),
  );
}

/** Signs of the types of document (Nghị định 30/2020, appendix III). A công văn has none. */
const TYPES = new Set(
  'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB'.split(' '),
);

/** `UBND-KT` of the plan `KH-UBND-KT`: how the same body writes a công văn. The Party's notations are made otherwise. */
export function withoutType(notation: string): string {
  const [type = '', ...rest] = notation.split('-');
  return TYPES.has(type) && rest.length > 0 ? rest.join('-') : notation;
}

export const isNotation = (notation: string, system: DocumentSystem): boolean =>
  GRAMMARS[system].notation.test(notation);

/** The code as it is read: numbers below 10 as 01 … 09 (Nghị định 30/2020), `…/UBND-KT` before it has a number. */
export const shownCode = ({ codeNumber, codeNotation }: DocumentCode, system: DocumentSystem): string =>
  formatDocumentCode({ codeNumber: codeNumber?.padStart(2, '0') ?? NO_NUMBER, codeNotation }, system);

/** The code as it is typed; a blank number stays blank. */
export function formatDocumentCode(
  { codeNumber, codeNotation }: DocumentCode,
  system: DocumentSystem,
): string {
  return `${codeNumber ?? ''}${system === 'party' ? '-' : '/'}${codeNotation}`;
}
