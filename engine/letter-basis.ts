import type { Directive, LegalBasis } from '#model';
import { dateInWords } from './letter-wording.ts';

const OPENING: Readonly<Record<LegalBasis['relation'], string>> = {
  implements: 'Thực hiện',
  coordinatesAtRequest: 'Theo đề nghị tại',
  policyBackground: 'Căn cứ',
};

/** `Thực hiện Công văn số 1680/SCT-QLTM ngày 14/11/2024 của Sở Công Thương về việc …` */
export function basisText(basis: LegalBasis): string {
  const { documentCode, type, title, issuedDate, body, relation } = basis;
  const parts =
    documentCode === null && (type === null || title.startsWith(type))
      ? [OPENING[relation], unnumbered(title, body)]
      : [
          OPENING[relation],
          type,
          documentCode === null ? null : `số ${documentCode}`,
          issuedDate === null ? null : dateInWords(issuedDate),
          body === '' ? null : `của ${body}`,
          title === '' ? null : title,
        ];
  return parts.filter((each) => each !== null).join(' ');
}

/** `Chương trình … do Bộ Công Thương tổ chức` names its body itself; `phát động …` says what the body did. */
function unnumbered(title: string, body: string): string {
  if (title === '' || body === '') return `${body}${title}`;
  if (lower(title).includes(lower(body))) return title;
  return /^\p{Ll}/u.test(title) ? `${body} ${title}` : `${title} của ${body}`;
}

/** The entries of the basis chain that the text does not name by itself, a line each. */
export function unsaidBases({
  legalBasis,
  paragraphs,
}: Pick<Directive, 'legalBasis' | 'paragraphs'>): readonly { readonly at: number; readonly text: string }[] {
  const said = saidIn(paragraphs, legalBasis);
  const unsaid = legalBasis.flatMap((basis, at) => (said(basis) ? [] : [{ at, text: basisText(basis) }]));
  return unsaid.map(({ at, text }, index) => ({
    at,
    text: `${text}${index === unsaid.length - 1 ? '.' : ';'}`,
  }));
}

/**
 * Whether the text names a basis: by its whole code, since `5/UBND-KT` stands in `15/UBND-KT`, too. Bodies of one
 * kind number alike: where two bases have the same code, the body has to stand beside it.
 */
function saidIn(paragraphs: readonly string[], all: readonly LegalBasis[]): (basis: LegalBasis) => boolean {
  const text = paragraphs.join('\n');
  return ({ documentCode, body, title }) => {
    if (documentCode === null) return text.includes(body || title);
    const code = wholeCode(documentCode);
    const alike = all.filter((each) => each.documentCode !== null && code.test(each.documentCode));
    const named = lower(alike.length > 1 ? body : '');
    return paragraphs.some((each) => code.test(each) && lower(each).includes(named));
  };
}

/** The code and no longer one that holds it; 05 and 5 are one number. */
const wholeCode = (code: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d/&-])0*${escaped(code.replace(/^0+(?=\d)/, ''))}(?![\\p{L}\\d/&-])`, 'u');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const lower = (text: string): string => text.toLocaleLowerCase('vi');
