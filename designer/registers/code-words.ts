import { formatDocumentCode } from '#engine';
import { shortDate } from '#engine/letter-wording';
import type { Directive } from '#model';

/** `15/UBND-KT`, the number written as letters write it; without a number the notation alone. */
export function codeOf({ codeNumber, codeNotation, system }: Directive): string {
  if (codeNumber === null) return codeNotation;
  return formatDocumentCode({ codeNumber: codeNumber.padStart(2, '0'), codeNotation }, system);
}

export const dayOf = ({ issuedDate }: Directive): string | null =>
  issuedDate === null ? null : shortDate(issuedDate);

/** Roles that may stand in an approval step. */
export const APPROVING = ['leader', 'officer', 'clerk'] as const;
