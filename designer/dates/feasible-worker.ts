import { earliestFeasible } from '#engine';
import type { ScheduleInput } from '#engine/schedule';
import type { FeasibleDate } from './use-feasible.ts';

/** Up to two years are tried day by day: not on the page's own thread. */
self.onmessage = ({ data }: MessageEvent<ScheduleInput>) => {
  const found = earliestFeasible(data);
  const answer: FeasibleDate | null = found === null ? null : { date: found.date, shift: found.shift };
  self.postMessage(answer);
};
