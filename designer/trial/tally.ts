import type { Handed } from './handed.ts';
import type { Tally } from './simulation-outcome.ts';

export function tallyOf(handed: readonly Handed[]): Tally {
  const count = (test: (each: Handed) => boolean): number => handed.filter(test).length;
  return {
    owed: handed.length,
    onTime: count(({ doneOn, late }) => doneOn !== null && !late),
    late: count(({ late }) => late),
    missing: count(({ doneOn }) => doneOn === null),
  };
}
