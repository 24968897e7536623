import { z } from 'zod';
import { Key, Text, UnitId } from './ids.ts';
import { CivilDate } from './time.ts';

export const CalendarDay = z.object({
  date: CivilDate,
  /** `off`: a weekday not worked; `worked`: a weekend day worked instead. */
  kind: z.enum(['off', 'worked']),
  name: Text(200),
  status: z.enum(['decided', 'estimate']),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/**
 * Working calendar, versioned data (domain.md C3). `weekdays` are ISO numbers (1 = Monday) worked by
 * default; `[1..7]` without days is the 24/7 calendar. Working-day steps outside `years` are refused.
 */
export const Calendar = z.object({
  id: Key,
  version: z.int().min(1),
  name: Text(200),
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  years: z.object({ from: z.int(), to: z.int() }),
  days: z.array(CalendarDay),
  /** Days that differ for one unit and everything below it. */
  unitDays: z.array(CalendarDay.extend({ unitId: UnitId })).default([]),
});
export type Calendar = z.infer<typeof Calendar>;
