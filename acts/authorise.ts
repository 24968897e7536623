import { unitIsWithin } from '#db';
import { type Principal, type Problem, problem, type Scope } from '#model';
import type { ActContext } from './context.ts';

/** Null when the principal holds the scope, else the refusal (403). What is out of its subtree is 404 instead. */
export function missingScope(principal: Principal, scope: Scope): Problem | null {
  return principal.scopes.includes(scope) ? null : problem('api.forbidden', [], { scope });
}

/** Writing as a unit: people for exactly their own, systems for any unit of their subtree. */
export async function mayActAs(ctx: ActContext, unitId: string): Promise<boolean> {
  if (ctx.principal.kind === 'person') return ctx.principal.unitId === unitId;
  return maySee(ctx, unitId);
}

/** The unit lies in the principal's subtree. Unknown units do not. */
export async function maySee(ctx: ActContext, unitId: string): Promise<boolean> {
  return unitIsWithin(ctx.pool, { unitId, scope: ctx.principal.unitId });
}
