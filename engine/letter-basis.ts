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
  if (title.toLocaleLowerCase('vi').includes(body.toLocaleLowerCase('vi'))) return title;
  return /^\p{Ll}/u.test(title) ? `${body} ${title}` : `${title} của ${body}`;
}

/** The entries of the basis chain that the text does not name by itself, a line each. */
export function unsaidBases({
  legalBasis,
  paragraphs,
}: Pick<Directive, 'legalBasis' | 'paragraphs'>): readonly { readonly at: number; readonly text: string }[] {
  const said = paragraphs.join('\n');
  const unsaid = legalBasis.flatMap((basis, at) =>
    said.includes(basis.documentCode ?? (basis.body || basis.title)) ? [] : [{ at, text: basisText(basis) }],
  );
  return unsaid.map(({ at, text }, index) => ({
    at,
    text: `${text}${index === unsaid.length - 1 ? '.' : ';'}`,
  }));
}
