import type { Directive } from '#model';
import { formatDocumentCode } from './document-code.ts';
import { dateInWords } from './letter-wording.ts';

/** `Công văn số 1680/SCT-QLTM ngày 14/11/2024 của Sở Công Thương về việc …`: the received letter, as ours cites it. */
export function citation(received: Directive, from: string): string {
  const { documentType, codeNumber, codeNotation, system, issuedDate, subject } = received;
  const parts = [
    documentType,
    codeNumber === null ? null : `số ${formatDocumentCode({ codeNumber, codeNotation }, system)}`,
    issuedDate === null ? null : dateInWords(issuedDate),
    `của ${from} ${aboutText(subject)}`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** What a subject is after a citation, which says `về việc` once. */
export const aboutText = (subject: string): string =>
  /^(về|v\/v)\s/iu.test(subject) ? subject.replace(/^v\/v\s/iu, 'về việc ') : `về việc ${subject}`;
