import { addDays, startOfDay } from '#engine/civil';
import type { CivilDate, Instant } from '#model';

/** The due instant is exclusive: a report that is to be back by the end of a day is due when the next one begins. */
export const reworkInstant = (day: CivilDate): Instant => startOfDay(addDays(day, 1));
