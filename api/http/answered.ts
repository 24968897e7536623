import type { Request } from 'express';
import type { Problem } from '#model';
import { problemDocument } from './problem-document.ts';
import { requestIdOf } from './request-id.ts';

/** What an exchange came to; stored under its Idempotency-Key as the very text that was sent. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A refusal of an act as it is sent, and stored under its key. */
export function refusalDocument(result: { readonly problems: readonly Problem[] }, req: Request): Answered {
  const document = problemDocument(result.problems, { requestId: requestIdOf(req) });
  return { status: document.status, text: JSON.stringify(document) };
}
