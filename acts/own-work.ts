import type { Principal, Problem } from '#model';
import { actorsOf, problem } from '#model';
import type { ActContext } from './context.ts';

/**
 * A person may hold posts in two units, or stand in for somebody of the other one: the units differ then, the hand
 * does not. Systems act for many and are not asked.
 */
export const hadAHand = (principal: Principal, by: readonly string[]): boolean =>
  principal.kind === 'person' && actorsOf(principal).some((actor) => by.includes(actor));

/** Null where the caller had no hand in what he decides on. */
export const ownWork = ({ principal }: ActContext, by: readonly string[]): Problem | null =>
  hadAHand(principal, by) ? problem('obligation.ownWorkForbidden') : null;
