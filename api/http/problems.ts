import type { Problem } from '#model';
import { problem } from '#model/problem';

/** A refusal found before any act is reached (malformed body, missing key, wrong method): thrown by middleware only. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, problems: readonly Problem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems.map((one) => one.code).join(', '));
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}

type Params = Readonly<Record<string, string | number>>;

export const refused = (status: number, code: Problem['code'], params: Params = {}): RequestRefused =>
  new RequestRefused(status, [problem(code, [], params)]);

/** Codes whose status does not follow from their last word. */
const BY_CODE: Readonly<Record<string, number>> = {
  'api.badCursor': 400,
  'api.unauthenticated': 401,
  'api.badKey': 401,
  'api.forbidden': 403,
  'definition.notYours': 403,
  'calendar.notYours': 403,
  'api.crossSite': 403,
  'api.methodNotAllowed': 405,
  'api.inProgress': 409,
  'definition.keyTaken': 409,
  'people.accountTaken': 409,
  'consolidation.alreadySigned': 409,
  'api.idempotencyMismatch': 422,
  'api.tooLarge': 413,
  'attachment.tooLarge': 413,
  'api.wrongContentType': 415,
  'api.tooManyRequests': 429,
  'api.signInNotConfigured': 503,
  'attachment.altered': 500,
  'attachment.notStored': 503,
  'api.internal': 500,
  'api.unavailable': 503,
};

/** `campaign.notFound`, `organisation.unitNotFound`, `organisation.previewConflict` … */
const BY_ENDING: readonly (readonly [RegExp, number])[] = [
  [/notFound$/i, 404],
  [/conflict$/i, 409],
  [/inProgress$/i, 409],
  [/forbidden$/i, 403],
];

/** The one map from a problem's code to the HTTP status; any other refusal of an act is 422. */
export function statusOf(code: string): number {
  return BY_CODE[code] ?? BY_ENDING.find(([ending]) => ending.test(code))?.[1] ?? 422;
}
