import type { Directive, LegalBasis, PartialDate, Recipient, Signature } from '#model';
import { formatDate, formatDocumentCode } from '#engine';
import { fold } from '../ui/fold.ts';

/**
 * A letter's parts as Nghị định 30/2020/NĐ-CP (appendix I) has them written. The wording is that of
 * the document itself, so it is Vietnamese whatever the language of the page.
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

/** Numbers below 10 are written 01 … 09; a number not given yet stays blank for the records office. */
export function codeLine({ codeNumber, codeNotation, system }: Directive): string {
  const number = codeNumber === null ? BLANK : codeNumber.padStart(2, '0');
  const code = formatDocumentCode({ codeNumber: number, codeNotation }, system);
  return system === 'party' ? `Số ${code}` : `Số: ${code}`;
}

/** A công văn carries its subject under the code; every other type has a heading of its own. */
export const isOfficialLetter = ({ documentType }: Pick<Directive, 'documentType'>): boolean =>
  fold(documentType.trim()) === 'cong van';

const URGENCY = { ordinary: null, urgent: 'KHẨN', veryUrgent: 'THƯỢNG KHẨN', express: 'HỎA TỐC' } as const;
export const urgencyStamp = ({ urgency }: Pick<Directive, 'urgency'>): string | null => URGENCY[urgency];

const PURPOSE: Readonly<Record<Recipient['purpose'], string>> = {
  forAction: '(t/h)',
  forReport: '(b/c)',
  forInformation: '(để biết)',
  forCoordination: '(p/h)',
  publication: '(đăng tải)',
  archive: '',
};

/** Nơi nhận: one line each, the archive last and in one line; `at` says which entries a line stands for. */
export function recipientLines(
  recipients: readonly Recipient[],
): readonly { readonly at: number; readonly text: string }[] {
  const told = recipients.flatMap((each, at) =>
    each.purpose === 'archive' ? [] : [{ at, text: `- ${recipientText(each)}` }],
  );
  const kept = recipients.flatMap(({ name, purpose }, at) => (purpose === 'archive' ? [{ at, name }] : []));
  const [first] = kept;
  const lines =
    first === undefined
      ? told
      : [...told, { at: first.at, text: `- Lưu: ${kept.map(({ name }) => name).join(', ')}` }];
  return lines.map((line, index) => ({
    ...line,
    text: `${line.text}${index === lines.length - 1 ? '.' : ';'}`,
  }));
}

function recipientText({ name, purpose, sameAsAddressees }: Recipient): string {
  // "Như trên" are those who act: the purpose goes without saying, as it does where the name says it
  if ((sameAsAddressees && purpose === 'forAction') || name.endsWith(')')) return name;
  return `${name} ${PURPOSE[purpose]}`.trim();
}

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

const OPENING: Readonly<Record<LegalBasis['relation'], string>> = {
  implements: 'Thực hiện',
  coordinatesAtRequest: 'Theo đề nghị tại',
  policyBackground: 'Căn cứ',
};

/** `Thực hiện Công văn số 1680/SCT-QLTM ngày 14/11/2024 của Sở Công Thương về việc …` */
export function basisText(basis: LegalBasis): string {
  const { documentCode, type, title, issuedDate, body, relation } = basis;
  const named = [type, documentCode === null ? null : `số ${documentCode}`].filter((each) => each !== null);
  const parts = [
    OPENING[relation],
    named.length === 0 ? null : named.join(' '),
    issuedDate === null ? null : `ngày ${shortDate(issuedDate)}`,
    named.length === 0 ? body : `của ${body}`,
    title === '' ? null : title,
  ];
  return parts.filter((each) => each !== null).join(' ');
}

/** The entries of the basis chain that the text does not name by itself. */
export function unsaidBases({
  legalBasis,
  paragraphs,
}: Pick<Directive, 'legalBasis' | 'paragraphs'>): readonly { readonly at: number; readonly text: string }[] {
  const said = paragraphs.join('\n');
  return legalBasis.flatMap((basis, at) =>
    said.includes(basis.documentCode ?? basis.body) ? [] : [{ at, text: basisText(basis) }],
  );
}

/** Kính gửi: one addressee on the same line, several below each other. */
export const addresseeLines = (addressees: Directive['addressees']): readonly string[] =>
  addressees.length === 1
    ? addressees.map(({ text }) => closed(text, '.'))
    : addressees.map(({ text }, index) => closed(`- ${text}`, index === addressees.length - 1 ? '.' : ';'));

const closed = (text: string, end: string): string => (/[.;]$/.test(text) ? text : `${text}${end}`);
