import { type Found, search } from '#db';
import { ok, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

/** So many of each kind: whoever sees more types more. */
const EACH = 10;

/** Campaigns, letters and units by số ký hiệu or name; `Đ` and `&` count, but need not be typed. */
export async function searchAll(ctx: ActContext, q: string): Promise<Result<Found>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  return ok(
    await search(ctx.pool, { scope: ctx.principal.unitId, q: q.trim().normalize('NFC'), limit: EACH }),
  );
}
