import { addDays, civilDateOf, epochOf, startOfDay } from '#engine';
import type { CivilDate, Instant, PlanPeriod } from '#model';
import { opensOn } from './work-out.ts';

const DAY_MS = 86_400_000;
/** Pixels a day; from the closest look to the widest. */
const ZOOMS = [40, 24, 16, 8, 4, 2] as const;
const LEAST = 2;
const COMFORTABLE = 1_000;
/** A sheet narrower than this is scrolled sideways. */
const NARROWEST = 320;
/** A date beside the last bar needs this much. */
const LABEL_PX = 110;

export interface TimeScale {
  readonly from: CivilDate;
  /** Last day shown. */
  readonly to: CivilDate;
  readonly pxPerDay: number;
  readonly width: number;
  x(at: Instant): number;
  xOf(day: CivilDate): number;
}

export function timeScale({ from, to }: Span, pxPerDay: number): TimeScale {
  const start = epochOf(startOfDay(from));
  const x = (at: Instant): number => ((epochOf(at) - start) / DAY_MS) * pxPerDay;
  return { from, to, pxPerDay, width: x(startOfDay(addDays(to, 1))), x, xOf: (day) => x(startOfDay(day)) };
}

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The same span with room for the last label, and wide enough to fill the sheet. */
export function roomy({ from, to }: Span, pxPerDay: number, room = COMFORTABLE): Span {
  const labelled = addDays(to, Math.ceil(LABEL_PX / pxPerDay));
  const filled = addDays(from, Math.ceil(room / pxPerDay));
  return { from, to: labelled > filled ? labelled : filled };
}

/** From the start of the cascade, or the opening of a later period, to its last deadline or reminder. */
export function spanOf(period: PlanPeriod): Span {
  const opens = opensOn(period);
  const days = Object.values(period.dues).flatMap(({ lastDate, remindAt, escalateAt }) => [
    ...(lastDate === null ? [] : [lastDate]),
    ...remindAt.map(civilDateOf),
    ...(escalateAt === null ? [] : [civilDateOf(escalateAt)]),
  ]);
  const sorted = [opens, ...days].sort();
  return { from: addDays(sorted[0] ?? opens, -2), to: sorted.at(-1) ?? opens };
}

/** The look at which the whole span just fills the room; a long one is scrolled. */
export function fittingZoom({ from, to }: Span, room = COMFORTABLE): number {
  const days = (epochOf(startOfDay(to)) - epochOf(startOfDay(from))) / DAY_MS + 1;
  const px = (Math.max(room, NARROWEST) - LABEL_PX) / days;
  return Math.min(ZOOMS[0], Math.max(LEAST, Math.floor(px * 10) / 10));
}

/** The next step closer or further away; null where there is none. */
export const nextZoom = (px: number, way: 'in' | 'out'): number | null =>
  (way === 'in' ? ZOOMS.findLast((each) => each > px) : ZOOMS.find((each) => each < px)) ?? null;

export interface Tick {
  readonly day: CivilDate;
  readonly days: number;
}

/** Months, cut off at both ends. */
export function months({ from, to }: Span): readonly Tick[] {
  const ticks: { day: CivilDate; days: number }[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const last = ticks.at(-1);
    if (last !== undefined && last.day.slice(0, 7) === day.slice(0, 7)) last.days += 1;
    else ticks.push({ day, days: 1 });
  }
  return ticks;
}
