import {
  civilDateOf,
  dueInstant,
  isCivilDate,
  type NamedDay,
  workingCalendar,
  YearNotCovered,
} from '#engine';
import type { Calendar, CivilDate, TimeOfDay } from '#model';
import { lastOnTimeInstant } from '../ui/dates.ts';

/** `08/12/2024`, typed with any of `/ - .` between, zeros may be left out; nothing is guessed about the year. */
export function readDate(text: string): CivilDate | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : null;
}

/** `7:30`, `07:30`, `7h30`, `15h`. */
export function readTime(text: string): TimeOfDay | null {
  const [, hours, minutes = ''] = /^\s*(\d{1,2})\s*[h:g]\s*(\d{2})?\s*$/i.exec(text) ?? [];
  if (hours === undefined) return null;
  const time = `${hours.padStart(2, '0')}:${minutes === '' ? '00' : minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}

/** What the working calendar says about a day. */
export type DayNote =
  | { readonly kind: 'working' | 'weekend' | 'notCovered' }
  | { readonly kind: 'off' | 'worked'; readonly name: string; readonly estimate: boolean };

export function noteOf(date: CivilDate, calendar: Calendar): DayNote {
  try {
    const working = workingCalendar(calendar).isWorking(date);
    const special = calendar.days.find((day) => day.date === date);
    if (special === undefined) return { kind: working ? 'working' : 'weekend' };
    return { kind: special.kind, name: special.name, estimate: special.status === 'estimate' };
  } catch (error) {
    if (error instanceof YearNotCovered) return { kind: 'notCovered' };
    throw error;
  }
}

/** The last day that is on time: “trước 08/12” ends with 07/12, “chậm nhất 08/12” with 08/12. */
export const lastDayOf = (day: NamedDay): CivilDate => civilDateOf(lastOnTimeInstant(dueInstant(day)));
