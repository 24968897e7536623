import { type Axis, offRuns } from './axis.ts';
import classes from './simulate.module.css';
import type { DailyLoad } from './simulation-outcome.ts';

interface DaysOffProps {
  readonly axis: Axis;
  readonly days: DailyLoad['days'];
  readonly height: number;
}

/** Weekends and holidays behind the bars; swapped days as the calendar says. */
export function DaysOff({ axis: { dayWidth }, days, height }: DaysOffProps) {
  return offRuns(days).map(({ at, length }) => (
    <rect key={at} className={classes['off']} x={at * dayWidth} width={length * dayWidth} height={height} />
  ));
}
