import { addDays } from '#engine';
import type { CivilDate } from '#model';
import type { DailyLoad } from './simulation-outcome.ts';

/** Days of a simulation laid out from left to right. */
export interface Axis {
  readonly from: CivilDate;
  readonly days: number;
  readonly width: number;
  /** Left edge of a day; its right edge is that of the next. */
  x(day: CivilDate): number;
  readonly dayWidth: number;
}

const DAY_MS = 86_400_000;
const indexOf = (from: CivilDate, day: CivilDate): number =>
  Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);

export function axisOf({ from, days }: Pick<DailyLoad, 'from' | 'days'>, width: number): Axis {
  const dayWidth = width / Math.max(1, days.length);
  return { from, days: days.length, width, dayWidth, x: (day) => indexOf(from, day) * dayWidth };
}

/** Days off in a row are one box. */
export function offRuns(
  days: DailyLoad['days'],
): readonly { readonly at: number; readonly length: number }[] {
  const runs: { at: number; length: number }[] = [];
  days.forEach(({ off }, at) => {
    if (off !== true) return;
    const last = runs.at(-1);
    if (last !== undefined && last.at + last.length === at) last.length += 1;
    else runs.push({ at, length: 1 });
  });
  return runs;
}

const LABEL_WIDTH = 74;
/** Every day, week, fortnight, four weeks … as many as have room for their dates. */
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364];

export function ticksOf({ from, days, dayWidth }: Axis): readonly CivilDate[] {
  const step = STEPS.find((each) => each * dayWidth >= LABEL_WIDTH) ?? 364;
  const ticks: CivilDate[] = [];
  // the last one keeps room for its own label
  for (let at = 0; at === 0 || (days - at) * dayWidth >= LABEL_WIDTH; at += step)
    ticks.push(addDays(from, at));
  return ticks;
}
