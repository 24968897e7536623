import type { Problem } from '#model';
import { problem } from '#model';
import type { ActContext } from './context.ts';
import { actorsOf } from './letters/approval.ts';

/**
 * Null where the caller had no hand in what he decides on. A person may hold posts in two units, or stand in for
 * somebody of the other one: the units differ then, the hand does not. Systems act for many and are not asked.
 */
export const ownWork = ({ principal }: ActContext, by: readonly string[]): Problem | null =>
  principal.kind === 'person' && actorsOf(principal).some((actor) => by.includes(actor))
    ? problem('obligation.ownWorkForbidden')
    : null;
