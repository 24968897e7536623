import type { TaskReader } from '#db';
import { ok, personIdOf, problem, refuse, type Result } from '#model';
import { maySee } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { approvalScope } from '../letters/way.ts';

/** Ids of the people that "me" means: oneself, and whom one stands in for. None for a system. */
export function meOf({ principal }: ActContext): readonly string[] {
  const own = personIdOf(principal);
  if (own === null) return [];
  return principal.actingFor === null ? [own] : [own, principal.actingFor.personId];
}

/** To whom a task goes that the caller takes: the holder of the post, also while somebody stands in for him. */
export const takerOf = ({ principal }: ActContext): string | null =>
  principal.actingFor?.personId ?? personIdOf(principal);

/** The desk that is looked at: a person's own unit's; a system names one of its subtree, or has one itself. */
export async function readerOf(ctx: ActContext, unitId?: string | undefined): Promise<Result<TaskReader>> {
  const { principal } = ctx;
  const desk = unitId ?? principal.unitId;
  if (desk === null) return refuse(problem('task.unitRequired', ['unit']));
  const mine = desk === principal.unitId;
  if (!mine && (principal.kind === 'person' || !(await maySee(ctx, desk))))
    return refuse(problem('organisation.notFound', ['unit'], { id: desk }));
  const may = (scope: (typeof principal.scopes)[number]): boolean => principal.scopes.includes(scope);
  return ok({
    unitId: desk,
    me: meOf(ctx),
    roles: principal.roles,
    registers: may('registers:write'),
    approves: may(approvalScope(principal)),
    issues: may('letters:issue'),
  });
}
