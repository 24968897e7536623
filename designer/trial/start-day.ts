import { addDays, isCivilDate, type ParameterValues, weekday } from '#engine';
import type { CivilDate, DateOrParameter, Definition, DueRule, ReportForm } from '#model';

/** Five weeks: room for a chain of four levels to pass on and report before the date at its top. */
const AHEAD_DAYS = 35;
const FRIDAY = 5;

/** The earliest date that the drawing itself names as a deadline; null where all follow from the start. */
export function firstDate(definition: Definition, parameters: ParameterValues): CivilDate | null {
  const ofRule = (due: DueRule): readonly CivilDate[] =>
    due.kind === 'date' ? valueOf(due.date, { definition, parameters }) : [];
  const dates = [
    ...definition.nodes.flatMap(({ obligations }) =>
      obligations.flatMap(({ due, via }) => [...ofRule(due), ...(via === null ? [] : ofRule(via.due))]),
    ),
    ...definition.reports.flatMap(datesOfForm),
  ];
  return dates.reduce<CivilDate | null>((least, at) => (least === null || at < least ? at : least), null);
}

interface Known {
  readonly today: CivilDate;
  readonly parameters: ParameterValues;
  /** Validity of the unit that starts: offices of the past start in the past. */
  readonly validFrom?: CivilDate | null;
  readonly validTo?: CivilDate | null;
}

/**
 * The day on which trying this drawing makes sense: today, or some weeks before its first date where that
 * has passed (letters of past years; drawings of the year to come keep today). Chosen days are no weekends.
 */
export function sensibleStart(
  definition: Definition,
  { today, parameters, validFrom = null, validTo = null }: Known,
): CivilDate {
  const passed = [firstDate(definition, parameters), validTo].flatMap((day) =>
    day !== null && day <= today ? [day] : [],
  );
  const [first] = passed.sort();
  if (first === undefined) return today;
  const ahead = addDays(first, -AHEAD_DAYS);
  const day = addDays(ahead, Math.min(0, FRIDAY - weekday(ahead)));
  return validFrom !== null && day < validFrom ? validFrom : day;
}

function datesOfForm({ periods }: ReportForm): readonly CivilDate[] {
  if (periods.kind === 'named') return periods.list.map(({ due }) => due.date);
  // an open end never lies in the past
  if (periods.kind === 'rule' && periods.until !== null) return [periods.from ?? periods.until];
  return [];
}

function valueOf(
  date: DateOrParameter,
  { definition, parameters }: { definition: Definition; parameters: ParameterValues },
): readonly CivilDate[] {
  if (typeof date === 'string') return [date];
  const usual = definition.parameters.find(({ key }) => key === date.parameter)?.default;
  const value = parameters[date.parameter] ?? usual;
  return typeof value === 'string' && isCivilDate(value) ? [value] : [];
}
