import type { Instant } from '#model';
import { isBefore } from './instant.ts';

/**
 * When a unit draws up its consolidation although reports are missing (`allAcceptedOrDue`): at the latest
 * due instant of what it collects, so that it can still hand in on time itself; never later than its own
 * report upwards is due (several: the earliest). Null = it waits for all.
 */
export function consolidationCutoff(
  own: readonly (Instant | null)[],
  collected: readonly (Instant | null)[],
): Instant | null {
  const mine = own.filter((at) => at !== null);
  // Most have the same deadline: compared once, however many recipients there are.
  const theirs = [...new Set(collected)].filter((at) => at !== null);
  const last =
    theirs.length === 0 ? [] : [theirs.reduce((latest, at) => (isBefore(latest, at) ? at : latest))];
  const either = [...mine, ...last];
  return either.length === 0 ? null : either.reduce((first, at) => (isBefore(at, first) ? at : first));
}

/** From that instant on a total is drawn up with what has been accepted by then. */
export const isCutoffReached = (cutoffAt: Instant | null, now: Instant): boolean =>
  cutoffAt !== null && !isBefore(now, cutoffAt);
