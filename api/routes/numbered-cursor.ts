import { problem } from '#model/problem';
import { RequestRefused } from '../http/problems.ts';

/** Lists sorted by a running number: the number as an opaque word, like every other cursor. */
export const toCursor = (id: number | null): string | null =>
  id === null ? null : Buffer.from(`n${id}`).toString('base64url');

export function fromCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const digits = /^n(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (digits === undefined) throw new RequestRefused(400, [problem('api.badCursor', ['query', 'cursor'])]);
  return Number(digits);
}
