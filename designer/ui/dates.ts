import {
  civilDateOf,
  dayNumber,
  formatDate,
  formatMoment,
  lastDayOnTime,
  lastMomentOnTime,
  timeOfDayOf,
  weekday as weekdayOf,
} from '#engine/civil';

/** Monday first, as the engine numbers them. */
const WEEKDAYS = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** `08/12/2024` */
export const date = (instant: string): string => formatDate(civilDateOf(instant));

/** `15:00` */
export const time = timeOfDayOf;

/** `08/12/2024 00:00` */
export const dateTime = formatMoment;

/** `CN`, `T2` … */
export const weekday = (instant: string, language: string): string =>
  WEEKDAYS[language === 'en' ? 'en' : 'vi'][weekdayOf(civilDateOf(instant)) - 1] ?? '';

/** Whole civil days from `now` to the last day that is on time; negative when past. */
export const daysLeft = (dueAt: string, now: string): number =>
  dayNumber(lastDayOnTime(dueAt)) - dayNumber(civilDateOf(now));

/** The due instant is exclusive: the last moment on time is one millisecond before it. */
export const lastOnTimeInstant = lastMomentOnTime;

/** The civil date of the last moment on time: `before 08/12` → 07/12. */
export const lastOnTime = (dueAt: string): string => formatDate(lastDayOnTime(dueAt));
