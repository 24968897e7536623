import type { Directive, LegalBasis } from '#model';
import { shortDate } from './letter-wording.ts';

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

/** The entries of the basis chain that the text does not name by itself, a line each. */
export function unsaidBases({
  legalBasis,
  paragraphs,
}: Pick<Directive, 'legalBasis' | 'paragraphs'>): readonly { readonly at: number; readonly text: string }[] {
  const said = paragraphs.join('\n');
  const unsaid = legalBasis.flatMap((basis, at) =>
    said.includes(basis.documentCode ?? basis.body) ? [] : [{ at, text: basisText(basis) }],
  );
  return unsaid.map(({ at, text }, index) => ({
    at,
    text: `${text}${index === unsaid.length - 1 ? '.' : ';'}`,
  }));
}
