import type { Bound, CivilDate, Directive, PartialDate, Signature, TimeOfDay } from '#model';
import { formatDate } from './civil.ts';
import { formatDocumentCode, NO_NUMBER, shownCode } from './document-code.ts';

/**
 * A letter's parts as Nghị định 30/2020/NĐ-CP (appendix I) has them written, for the sheet on the screen
 * and the file alike. The wording is that of the document itself, so it is Vietnamese whatever the
 * language of the reader.
 */

/** What stands where the writer has not decided yet. */
const BLANK = '…';

const two = (value: number): string => String(value).padStart(2, '0');

/** Days below 10 and the months 1 and 2 with a leading zero, the other months without. */
export function dayLine(place: string, date: PartialDate | null): string {
  const day = date === null || date.day === null ? BLANK : two(date.day);
  const month =
    date === null || date.month === null ? BLANK : date.month < 3 ? two(date.month) : String(date.month);
  return `${place.trim() === '' ? BLANK : place}, ngày ${day} tháng ${month} năm ${date?.year ?? BLANK}`;
}

/** `14/11/2024`, `11/2024` or `2024`: as far as it is known. */
export function shortDate(date: PartialDate): string {
  const { year, month, day } = date;
  if (month === null) return String(year);
  return day === null ? `${two(month)}/${year}` : formatDate(`${year}-${two(month)}-${two(day)}`);
}

/** The same in a sentence, which calls a month without its day no day: `ngày 14/11/2024`, `tháng 11/2024`, `năm 2024`. */
export function dateInWords(date: PartialDate): string {
  const known = date.month === null ? 'năm' : date.day === null ? 'tháng' : 'ngày';
  return `${known} ${shortDate(date)}`;
}

type Code = Pick<Directive, 'codeNumber' | 'codeNotation' | 'system'>;

/** As `shownCode`; a number not given yet stays blank (`blank`) for the records office. */
export function codeText(code: Code, blank: string = NO_NUMBER): string {
  const { codeNumber, codeNotation, system } = code;
  return codeNumber === null
    ? formatDocumentCode({ codeNumber: blank, codeNotation }, system)
    : shownCode(code, system);
}

/** The same as the line of the head: `Số: 15/UBND-KT`, in a letter of the Party without the colon. */
export const codeLine = (code: Code, blank: string = NO_NUMBER): string =>
  `${code.system === 'party' ? 'Số' : 'Số:'} ${codeText(code, blank)}`;

/** Case and accents do not count: English takes ô for an o, Vietnamese for a letter of its own. */
const WITHOUT_ACCENTS = new Intl.Collator('en', { sensitivity: 'base' });

/** A công văn carries its subject under the code; every other type has a heading of its own. */
export const isOfficialLetter = ({ documentType }: Pick<Directive, 'documentType'>): boolean =>
  WITHOUT_ACCENTS.compare(documentType.trim(), 'công văn') === 0;

/** A subject without the `V/v` or `về việc` that its writer may have put before it. */
export const bareSubject = (subject: string): string => subject.replace(/^(?:v\/v\s*:?|về việc)\s+/iu, '');

/** Cell 5b, under the code of a công văn. */
export const aboutLine = ({ subject }: Pick<Directive, 'subject'>): string => `V/v ${bareSubject(subject)}`;

const URGENCY = { ordinary: null, urgent: 'KHẨN', veryUrgent: 'THƯỢNG KHẨN', express: 'HỎA TỐC' } as const;
export const urgencyStamp = ({ urgency }: Pick<Directive, 'urgency'>): string | null => URGENCY[urgency];

const CONFIDENTIALITY = { confidential: 'MẬT', secret: 'TỐI MẬT', topSecret: 'TUYỆT MẬT' } as const;
export const confidentialityStamp = ({
  confidentiality,
}: Pick<Directive, 'confidentiality'>): string | null =>
  confidentiality === undefined ? null : CONFIDENTIALITY[confidentiality];

/** A letter made from another is as secret as that one, whose subject it cites; less only by its writer's hand. */
export const asSecretAs = ({
  confidentiality,
}: Pick<Directive, 'confidentiality'>): Pick<Directive, 'confidentiality'> =>
  confidentiality === undefined ? {} : { confidentiality };

/** `TM. ỦY BAN NHÂN DÂN` / `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`; the Party writes a slash: `T/M`. */
export function signatureLines(
  { authority, titles }: Pick<Signature, 'authority' | 'titles'>,
  system: Directive['system'],
): readonly string[] {
  const written = (sign: Signature['authority'][number]): string =>
    system === 'party' && sign.length === 2 ? `${sign[0] ?? ''}/${sign[1] ?? ''}` : `${sign}.`;
  const lines = titles.map((title, index) => {
    const sign = authority[index];
    return sign === undefined ? title : `${written(sign)} ${title}`;
  });
  const rest = authority.slice(titles.length).map((sign) => `${written(sign)} ${BLANK}`);
  return [...lines, ...rest];
}

/** Kính gửi: one addressee on the same line, several below each other. */
export const addresseeLines = (addressees: Directive['addressees']): readonly string[] =>
  addressees.length === 1
    ? addressees.map(({ text }) => closed(text, '.'))
    : addressees.map(({ text }, index) => closed(`- ${text}`, index === addressees.length - 1 ? '.' : ';'));

const closed = (text: string, end: string): string => (/[.;]$/.test(text) ? text : `${text}${end}`);

/** A deadline in the words that say whether its day still counts (domain.md C2): `trước ngày …`, `chậm nhất ngày …`. */
export function deadlineText({
  date,
  time,
  bound,
}: {
  readonly date: CivilDate;
  readonly time: TimeOfDay | null;
  readonly bound: Bound;
}): string {
  const day = `ngày ${formatDate(date)}`;
  const moment = time === null ? day : `${time.replace(':', ' giờ ')} ${day}`;
  return `${bound === 'before' ? 'trước' : 'chậm nhất'} ${moment}`;
}
