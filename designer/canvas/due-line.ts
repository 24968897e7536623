import {
  dueKeyOf,
  lastMomentOnTime,
  type Schedule,
  timeOfDayOf,
  workingCalendar,
  YearNotCovered,
} from '#engine';
import type { Calendar, CivilDate, Definition, DrawingNode, Due, ObligationRule } from '#model';

/** When a level has to report, as far as it is known without units; worded by `due_<kind>` of the locale. */
export type DueLine =
  | {
      readonly kind: 'before' | 'by';
      readonly date: CivilDate;
      /** Local time of day where the deadline names one. */
      readonly time: string | null;
      /** Working days from the start of the trial to the last day on time; null where no calendar covers them. */
      readonly left: number | null;
    }
  | { readonly kind: 'lead' | 'leadHours'; readonly count: number }
  | { readonly kind: 'none' | 'unknown' | 'asked' | 'period' | 'event' | 'acknowledge' };

export interface DueContext {
  readonly definition: Pick<Definition, 'calendar'>;
  readonly schedule: Schedule | null;
  readonly startOn: CivilDate;
  /** Working days in (start, until] by a calendar of the installation. */
  readonly daysUntil: (calendar: string, until: CivilDate) => number | null;
}

/** Counts over the calendars of the installation; each calendar is unfolded once, each day counted once. */
export function dayCounter(calendars: readonly Calendar[], startOn: CivilDate): DueContext['daysUntil'] {
  const known = new Map(calendars.map((each) => [each.id, workingCalendar(each)]));
  const count = (calendar: string, until: CivilDate): number | null => {
    try {
      return known.get(calendar)?.countBetween(startOn, until) ?? null;
    } catch (error) {
      if (error instanceof YearNotCovered) return null;
      throw error;
    }
  };
  const counted = new Map<string, number | null>();
  return (calendar, until) => {
    const key = `${until} ${calendar}`;
    const before = counted.get(key);
    if (before !== undefined) return before;
    const days = count(calendar, until);
    counted.set(key, days);
    return days;
  };
}

/** The earliest deadline of a level; null for the top, which owes nobody. */
export function dueLineOf(node: DrawingNode, context: DueContext): DueLine | null {
  if (node.parent === null) return null;
  if (node.obligations.length === 0) return { kind: 'acknowledge' };
  const dated = node.obligations
    .flatMap((rule) => {
      const due = scheduled(node, rule, context.schedule);
      return due === null ? [] : [{ rule, due }];
    })
    .sort((a, b) => (a.due.dueAt < b.due.dueAt ? -1 : 1));
  const [first] = dated;
  if (first !== undefined) return datedLine(first, context);
  const [rule] = node.obligations;
  return rule === undefined ? null : ruleLine(rule, context);
}

type Dated = Due & { readonly dueAt: string; readonly date: CivilDate; readonly bound: 'before' | 'by' };

/** In the first period that is open for this rule. */
function scheduled(node: DrawingNode, rule: ObligationRule, schedule: Schedule | null): Dated | null {
  const key = dueKeyOf(node.id, rule.report, rule.members);
  for (const { dues } of schedule?.periods ?? []) {
    const due = dues[key];
    if (due === undefined || due.dueAt === null || due.date === null || due.bound === null) continue;
    return { ...due, dueAt: due.dueAt, date: due.date, bound: due.bound };
  }
  return null;
}

function datedLine({ rule, due }: { rule: ObligationRule; due: Dated }, context: DueContext): DueLine {
  const calendar = rule.calendar?.id ?? context.definition.calendar.id;
  const left = due.lastDate === null ? null : context.daysUntil(calendar, due.lastDate);
  return { kind: due.bound, date: due.date, time: named(due), left };
}

/** A deadline at midnight names a day; any other names its hour (by 15:00 is due the minute after, C2). */
function named({ dueAt, bound }: Dated): string | null {
  if (timeOfDayOf(dueAt) === '00:00') return null;
  return timeOfDayOf(bound === 'by' ? lastMomentOnTime(dueAt) : dueAt);
}

/** What the drawing says where no date is worked out yet. */
function ruleLine({ due, calendar }: ObligationRule, context: DueContext): DueLine {
  switch (due.kind) {
    case 'date': {
      if (typeof due.date !== 'string') return { kind: 'asked' };
      const left = context.daysUntil(calendar?.id ?? context.definition.calendar.id, due.date);
      return { kind: due.bound, date: due.date, time: due.time, left };
    }
    case 'lead':
      return { kind: 'lead', count: due.workingDays };
    case 'leadHours':
      return { kind: 'leadHours', count: due.hours };
    case 'none':
    case 'unknown':
    case 'period':
    case 'event':
      return { kind: due.kind };
  }
}
