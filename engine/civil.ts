import type { CivilDate, Instant, PartialDate, TimeOfDay } from '#model';

/**
 * Civil dates and instants of Asia/Ho_Chi_Minh (UTC+7, no daylight saving; domain.md C1), by integer
 * arithmetic only: the machine's own time zone is never read, so the same plan comes out everywhere.
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OFFSET_MS = 7 * 60 * MINUTE_MS;

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(date: CivilDate): Civil {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A date known in part (`tháng 12 năm 2024`) is no day: null. */
export const wholeDate = (date: PartialDate | null): CivilDate | null =>
  date === null || date.month === null || date.day === null
    ? null
    : civilDate(date.year, date.month, date.day);

/** Days since 1970-01-01 (proleptic Gregorian; Hinnant's `days_from_civil`). */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = civilOf(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

export function dateOfDay(number: number): CivilDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDay(dayNumber(text)) === text && text >= '1900-01-01';
}

export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayNumber(date) + days);

/** ISO: 1 = Monday … 7 = Sunday. */
export function weekday(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? civilDate(year + 1, 1, 1) : civilDate(year, month + 1, 1);
  return dayNumber(next) - dayNumber(civilDate(year, month, 1));
}

/** Milliseconds since the epoch. */
export const epochOf = (instant: Instant): number => Date.parse(instant);

/** The one spelling of an instant, `2026-02-04T17:00:00.000Z`, so that equal instants are equal strings. */
export const instantAt = (epoch: number): Instant => new Date(epoch).toISOString();

/** 00:00 local of that date. */
export const startOfDay = (date: CivilDate): Instant => instantAt(dayNumber(date) * DAY_MS - OFFSET_MS);

export function atTime(date: CivilDate, time: TimeOfDay): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return instantAt(dayNumber(date) * DAY_MS - OFFSET_MS + (hours * 60 + minutes) * MINUTE_MS);
}

export const civilDateOf = (instant: Instant): CivilDate =>
  dateOfDay(Math.floor((epochOf(instant) + OFFSET_MS) / DAY_MS));

/** The last moment on time of a due instant, which is exclusive (C2): a millisecond before it. */
export const lastMomentOnTime = (dueAt: Instant): Instant => instantAt(epochOf(dueAt) - 1);

/** The day of it: `before 08/12` → 07/12. */
export const lastDayOnTime = (dueAt: Instant): CivilDate => civilDateOf(lastMomentOnTime(dueAt));

/** Local time of day, whole minutes. */
export function timeOfDayOf(instant: Instant): TimeOfDay {
  const local = epochOf(instant) + OFFSET_MS;
  const minutes = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE_MS);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantAt(epochOf(instant) + minutes * MINUTE_MS);

/** `dd/MM/yyyy`, as people read it. */
export function formatDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** `dd/MM/yyyy HH:mm`, local. */
export const formatMoment = (instant: Instant): string =>
  `${formatDate(civilDateOf(instant))} ${timeOfDayOf(instant)}`;
