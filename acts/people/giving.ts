import { type Problem, problem } from '#model';
import type { ActContext } from '../context.ts';

/**
 * Null where the caller may give a right, a post or a key to somebody. Whoever acts for another may not: what he
 * gave would outlast his own time, and would be given by one to whom it was lent.
 */
export const passedOn = ({ principal }: ActContext): Problem | null =>
  principal.actingFor === null ? null : problem('people.notPassedOn');
