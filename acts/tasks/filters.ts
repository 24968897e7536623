import {
  colleaguesOf,
  type Colleague,
  deleteFilter,
  insertFilter,
  inTransaction,
  type SavedFilter,
  savedFilters,
} from '#db';
import { ok, personIdOf, problem, refuse, type Result, type TaskQuery } from '#model';
import { maySee, missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { isUuid } from '../scene.ts';

const MOST = 50;

/** Filters belong to the person, in whatever post he acts; a system has none. */
const ownerOf = ({ principal }: ActContext): string | null => personIdOf(principal);

export async function listFilters(ctx: ActContext): Promise<Result<readonly SavedFilter[]>> {
  const owner = ownerOf(ctx);
  return ok(owner === null ? [] : await savedFilters(ctx.pool, owner));
}

export async function saveFilter(
  ctx: ActContext,
  filter: { readonly name: string; readonly query: TaskQuery },
): Promise<Result<SavedFilter>> {
  const owner = ownerOf(ctx);
  if (owner === null) return refuse(problem('task.peopleOnly'));
  return inTransaction(ctx.pool, async (tx) => {
    if ((await savedFilters(tx, owner)).length >= MOST)
      return refuse(problem('filter.tooMany', [], { most: MOST }));
    const saved = await insertFilter(tx, owner, filter);
    return saved === null
      ? refuse(problem('filter.nameConflict', ['name'], { name: filter.name }))
      : ok(saved);
  });
}

export async function removeFilter(ctx: ActContext, id: string): Promise<Result<null>> {
  const owner = ownerOf(ctx);
  const notFound = problem('filter.notFound', ['id'], { id });
  if (owner === null || !isUuid(id)) return refuse(notFound);
  return inTransaction(ctx.pool, async (tx) =>
    (await deleteFilter(tx, owner, id)) ? ok(null) : refuse(notFound),
  );
}

/** Whom one can give work to: the people of a unit in one's subtree, by name. */
export async function listColleagues(ctx: ActContext, unitId: string): Promise<Result<readonly Colleague[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  if (!(await maySee(ctx, unitId))) return refuse(problem('organisation.notFound', ['id'], { id: unitId }));
  return ok(await colleaguesOf(ctx.pool, unitId));
}
