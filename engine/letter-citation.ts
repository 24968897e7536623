import type { Directive } from '#model';
import { bareSubject, codeText, dateInWords } from './letter-wording.ts';

/** `Công văn số 1680/SCT-QLTM ngày 14/11/2024 của Sở Công Thương về việc …`: the received letter, as ours cites it. */
export function citation(received: Directive, from: string): string {
  const { documentType, codeNumber, issuedDate, subject } = received;
  const parts = [
    documentType,
    codeNumber === null ? null : `số ${codeText(received)}`,
    issuedDate === null ? null : dateInWords(issuedDate),
    `của ${from} ${aboutText(subject)}`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** What a subject is after a citation, which says `về việc` once. */
export function aboutText(subject: string): string {
  const bare = bareSubject(subject);
  return /^về\s/iu.test(bare) ? `về${bare.slice('về'.length)}` : `về việc ${bare}`;
}
