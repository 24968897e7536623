import type { CivilDate, Directive, Office, Signature } from '#model';
import type { FieldSource } from './letter-generated.ts';

type OfHead =
  | 'codeNumber'
  | 'codeNotation'
  | 'system'
  | 'issuedDate'
  | 'place'
  | 'issuingBody'
  | 'parentBody'
  | 'draftingUnit';

/** The head of a unit's own letters; number and day stay blank until the records office issues it. */
export function officeFields(office: Office, unitName: string, today: CivilDate): Pick<Directive, OfHead> {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return {
    codeNumber: null,
    codeNotation: office.notation,
    system: office.system,
    issuedDate: { year, month, day: null },
    place: office.place,
    issuingBody: office.issuingBody ?? unitName,
    parentBody: office.parentBody,
    draftingUnit: keptBy(office.notation).drafter,
  };
}

/** Where the fields above come from, those that every letter of the office shares besides. */
export function sourcesOfHead(
  { issuingBody }: Pick<Office, 'issuingBody'>,
  unitName: string,
): Record<string, FieldSource> {
  const office: FieldSource = { code: 'office', params: {} };
  return {
    codeNumber: { code: 'registers', params: {} },
    codeNotation: office,
    system: office,
    documentType: { code: 'rule', params: {} },
    issuedDate: { code: 'clock', params: {} },
    place: office,
    issuingBody: issuingBody === null ? { code: 'unit', params: { unit: unitName } } : office,
    parentBody: office,
    draftingUnit: office,
    signature: office,
  };
}

/** The records office keeps a copy, and so does who drafted it: what follows the body's own sign in the notation. */
export function keptBy(notation: string): { readonly archive: string; readonly drafter: string | null } {
  const [, ...rest] = notation.split('-');
  const drafter = rest.length === 0 ? null : rest.join('-');
  return { archive: drafter === null ? 'VT' : `VT, ${drafter}`, drafter };
}

export function signatureOf({ signatureAuthority, signatureTitles, signerName }: Office): Signature | null {
  if (signatureTitles.length === 0 && signerName === null) return null;
  return { authority: signatureAuthority, titles: signatureTitles, name: signerName };
}
