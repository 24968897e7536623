import { type Found, search } from '#db';
import { ok, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

/** So many of each kind: whoever sees more types more. */
const EACH = 10;

/** `01/UBND-KT`, as it stands on the letter, is kept as 1. */
const withoutZeros = (text: string): string => text.replace(/(?<!\S)0+(?=\d+[/-])/gu, '');

/** Campaigns, letters and units by số ký hiệu or name; `Đ` and `&` count, but need not be typed. */
export async function searchAll(ctx: ActContext, q: string): Promise<Result<Found>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  return ok(
    await search(ctx.pool, {
      scope: ctx.principal.unitId,
      q: withoutZeros(q.trim().normalize('NFC')),
      limit: EACH,
    }),
  );
}
