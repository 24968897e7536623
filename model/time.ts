import { z } from 'zod';

/** A civil date `YYYY-MM-DD` that exists in the calendar (30/02 is refused). */
export const CivilDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(existsInCalendar, { error: 'impossible date' })
  .meta({ format: 'date' });
export type CivilDate = z.infer<typeof CivilDate>;

/** Local time of day `HH:MM`, Asia/Ho_Chi_Minh. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** A UTC instant, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** `before` = trước ngày (exclusive); `by` = chậm nhất, đến hết ngày (inclusive). domain.md C2. */
export const Bound = z.enum(['before', 'by']);
export type Bound = z.infer<typeof Bound>;

/** What happens to a deadline that falls on a day off. domain.md C4. */
export const DayOffPolicy = z.enum(['asWritten', 'rollForward', 'rollBack']);
export type DayOffPolicy = z.infer<typeof DayOffPolicy>;

function existsInCalendar(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
