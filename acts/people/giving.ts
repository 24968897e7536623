import { actorOf, type Problem, problem, type Role, type Scope, scopesOf } from '#model';
import type { ActContext } from '../context.ts';

/**
 * Null where the caller may give a right, a post or a key to somebody. Whoever acts for another may not: what he
 * gave would outlast his own time, and would be given by one to whom it was lent.
 */
export const passedOn = ({ principal }: ActContext): Problem | null =>
  principal.actingFor === null ? null : problem('people.notPassedOn');

interface Gift {
  /** Who is given it. */
  readonly personId: string | null | undefined;
  readonly roles: readonly Role[];
  /** What he may already; the caller's own rights where not said. */
  readonly has?: readonly Scope[];
}

/** Null unless the caller would give himself more than he may: that is done by somebody else, or by nobody. */
export const ownGain = ({ principal }: ActContext, { personId, roles, has }: Gift): Problem | null => {
  if (typeof personId !== 'string' || principal.id !== actorOf(personId)) return null;
  const may = has ?? principal.scopes;
  return scopesOf(roles).every((scope) => may.includes(scope)) ? null : problem('people.ownRightsForbidden');
};
