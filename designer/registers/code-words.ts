import { codeText, shortDate } from '#engine/letter-wording';
import type { Directive } from '#model';

/** `15/UBND-KT`, the number written as letters write it; without a number `…/UBND-KT`. */
export const codeOf = (document: Directive): string => codeText(document);

export const dayOf = ({ issuedDate }: Directive): string | null =>
  issuedDate === null ? null : shortDate(issuedDate);

/** Roles that may stand in an approval step. */
export const APPROVING = ['leader', 'officer', 'clerk'] as const;
