import { atTime, type ParameterValues } from '#engine';
import type { Calendar, CivilDate, Definition, Directive } from '#model';

/** Everything but the units, which the worker fetches and keeps by itself. */
export interface TrialInput {
  readonly definition: Definition;
  readonly directive: Directive | null;
  readonly calendars: readonly Calendar[];
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly parameters: ParameterValues;
}

/** A cascade that is tried starts when offices open. */
export const startOf = (day: CivilDate): string => atTime(day, '08:00');
