/** Asia/Ho_Chi_Minh is UTC+7 without daylight saving, so a shift is exact and no browser's zone enters. */
const ZONE_MS = 7 * 3_600_000;
const WEEKDAYS = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const local = (instant: string): Date => new Date(Date.parse(instant) + ZONE_MS);
const two = (value: number): string => String(value).padStart(2, '0');

/** `08/12/2024` */
export function date(instant: string): string {
  const at = local(instant);
  return `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}

/** `15:00` */
export function time(instant: string): string {
  const at = local(instant);
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** `08/12/2024 00:00` */
export const dateTime = (instant: string): string => `${date(instant)} ${time(instant)}`;

/** `CN`, `T2` … */
export function weekday(instant: string, language: string): string {
  return WEEKDAYS[language === 'en' ? 'en' : 'vi'][local(instant).getUTCDay()] ?? '';
}

/** Whole civil days from `now` to the last moment that is on time (the due instant is exclusive); negative when past. */
export function daysLeft(dueAt: string, now: string): number {
  const day = (ms: number) => Math.floor((ms + ZONE_MS) / 86_400_000);
  return day(Date.parse(dueAt) - 1) - day(Date.parse(now));
}

/** The due instant is exclusive: the last moment on time is one millisecond before it. */
export const lastOnTimeInstant = (dueAt: string): string => new Date(Date.parse(dueAt) - 1).toISOString();

/** The civil date of the last moment on time: `before 08/12` → 07/12. */
export const lastOnTime = (dueAt: string): string => date(lastOnTimeInstant(dueAt));
