import {
  atTime,
  civilDateOf,
  type ParameterValues,
  resolveParameters,
  type Schedule,
  schedule,
} from '#engine';
import { resolveSchedule, type ScheduleInput } from '#engine/schedule';
import type { Calendar, Definition, Instant, Problem } from '#model';
import type { Trial } from '../drawing/findings-store.ts';

/** A working day begins: what is issued that day is in everybody's hands. */
const OFFICE_OPENS = '08:00';
export const startOf = ({ startOn }: Pick<Trial, 'startOn'>): Instant => atTime(startOn, OFFICE_OPENS);

export interface WorkedOut {
  readonly schedule: Schedule | null;
  readonly problems: readonly Problem[];
}

interface Asked {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly trial: Pick<Trial, 'startOn' | 'parameters'>;
}

/**
 * Every deadline of the trial. An impossible plan keeps what dates it has, so that people see where the
 * days are missing; the problems say why it cannot be started.
 */
export function workOut({ definition, calendars, trial }: Asked): WorkedOut {
  if (calendars.length === 0) return { schedule: null, problems: [] };
  const input = scheduleInput({ definition, calendars, trial });
  const result = schedule(input);
  if (result.ok) return { schedule: result.value, problems: result.warnings ?? [] };
  const { periods, recurring } = resolveSchedule({ ...input, parameters: datesAnswered(input) });
  return {
    schedule: periods.length === 0 ? null : { periods, recurring },
    problems: result.problems,
  };
}

export const scheduleInput = ({ definition, calendars, trial }: Asked): ScheduleInput => ({
  definition,
  calendars,
  startAt: startOf(trial),
  parameters: trial.parameters,
});

/** What of the questions is answered; one without an answer leaves only its own levels without a date. */
function datesAnswered({ definition, parameters }: ScheduleInput): ParameterValues {
  const values: Record<string, string | number> = {};
  for (const parameter of definition.parameters) {
    if (parameter.kind !== 'date') continue;
    const given = parameters[parameter.key];
    const one = { ...definition, parameters: [parameter] };
    const answer = resolveParameters(one, given === undefined ? {} : { [parameter.key]: given });
    if (answer.ok) Object.assign(values, answer.value);
  }
  return values;
}

/** The day on which a period opens for the units. */
export const opensOn = ({ opensAt }: { readonly opensAt: Instant }) => civilDateOf(opensAt);
