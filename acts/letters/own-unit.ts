import { ok, problem, refuse, type Result } from '#model';
import { maySee, mayActAs } from '../authorise.ts';
import type { ActContext } from '../context.ts';

/** The unit whose papers are meant: a person's own; a system names one of its subtree. */
export async function ownUnit(ctx: ActContext, unitId: string | undefined): Promise<Result<string>> {
  const unit = unitId ?? ctx.principal.unitId;
  if (unit === null) return refuse(problem('letter.unitNeeded', ['unitId']));
  if (!(await maySee(ctx, unit))) return refuse(problem('organisation.notFound', ['unitId'], { id: unit }));
  if (!(await mayActAs(ctx, unit)))
    return refuse(problem('api.forbidden', ['unitId'], { scope: 'letters:write' }));
  return ok(unit);
}
