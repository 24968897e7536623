import { isLookedAfter, type Official, type Transaction } from '#db';
import { type Problem, problem, ROLES, type Role, scopesOf } from '#model';
import type { ActContext } from '../context.ts';

/** Roles that look after people. */
const LOOKING_AFTER = ROLES.filter((role) => scopesOf([role]).includes('people:write'));

type Post = Pick<Official['posts'][number], 'unitId' | 'unitName' | 'roles'>;

/**
 * Asked when such a post has lost its holder, its role or itself: the problem where nobody at work is left who looks
 * after the people of its unit, from there or from above. Then nobody could ever give the post again. A system's
 * key goes on being able to.
 */
export async function nobodyLeft(
  tx: Transaction,
  { principal }: ActContext,
  posts: readonly Post[],
): Promise<Problem | null> {
  if (principal.kind === 'service') return null;
  const looksAfter = (role: Role): boolean => LOOKING_AFTER.includes(role);
  for (const { unitId, unitName, roles } of posts)
    if (roles.some(looksAfter) && !(await isLookedAfter(tx, { unitId, roles: LOOKING_AFTER })))
      return problem('people.lastAdministrator', [], { unit: unitName });
  return null;
}
