import { addDays, formatDate } from '#engine/civil';
import type { CivilDate } from '#model';
import { lastOnTime } from '../../ui/dates.ts';
import type { Slack } from '../api.ts';

/** “trước ngày” names the day after the last one on time; the API takes the date with the deadline's own bound. */
export const dateForLastDay = (lastDay: CivilDate, bound: Slack['dueBound']): CivilDate =>
  bound === 'before' ? addDays(lastDay, 1) : lastDay;

/** `08/12/2024`, or nothing. */
export const shownDay = (day: CivilDate | null): string => (day === null ? '' : formatDate(day));
export const shownInstant = (dueAt: string | null): string => (dueAt === null ? '' : lastOnTime(dueAt));
