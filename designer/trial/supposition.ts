import { type Assumptions, DEFAULT_ASSUMPTIONS } from '#engine';

/** What a designer supposes of the units that report: shares in percent, together at most 100. */
export interface Shares {
  readonly late: number;
  readonly silent: number;
}

export interface Supposition extends Shares {
  /** Late reports come on this day after their last day. */
  readonly lateDays: number;
  /** Other shares for the units of one level; absent levels have the shares of all. */
  readonly levels: Readonly<Record<string, Shares>>;
  /** The same number, the same run. */
  readonly seed: number;
}

/** "5 % of the communes three days late". */
export const USUAL: Supposition = { late: 5, silent: 0, lateDays: 3, levels: {}, seed: 1 };

export const MOST_LATE_DAYS = 60;
const HOURS = 24;

/** Hours are counted from the end of the last day on time, so day n after it lies between (n − 1) and n days. */
export const assumptionsOf = ({ lateDays, seed, levels, ...all }: Supposition): Assumptions => ({
  ...DEFAULT_ASSUMPTIONS,
  ...ofOne(all),
  nil: 0,
  seed,
  lateHours: lateDays * HOURS,
  lateHoursAtLeast: Math.max(0, lateDays - 1) * HOURS,
  levels: Object.fromEntries(Object.entries(levels).map(([id, shares]) => [id, ofOne(shares)])),
});

/** The same officials, and everybody reports on time: what the supposition is compared with. */
export const onTimeOf = (supposition: Supposition): Assumptions =>
  assumptionsOf({ ...supposition, late: 0, silent: 0, levels: {} });

const ofOne = ({ late, silent }: Shares) => ({ late: late / 100, silent: silent / 100 });
