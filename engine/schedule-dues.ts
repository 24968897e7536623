import type { Calendar, Definition, DrawingNode, Due, Members, ObligationRule, Problem } from '#model';
import { problem } from '#model/problem';
import { workingCalendar } from './calendar.ts';
import { epochOf, formatMoment } from './civil.ts';
import { type DueInput, type EventDates, type ParameterValues, type Path, resolveDue } from './due.ts';

/** Deadlines of one period, per due key. */
export interface PeriodDues {
  readonly dues: Readonly<Record<string, Due>>;
  readonly problems: readonly Problem[];
}

export interface DuesInput {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly parameters: ParameterValues;
  readonly events: EventDates;
  readonly reportIds: readonly string[];
  /** The date that the period itself carries. */
  readonly period: DueInput['period'];
  /**
   * Organisation paths of one unit and of those above it in the cascade, by drawing node (`<node>/via`
   * for its consolidator): whose own calendar days count at each level. Absent = the days of all.
   */
  readonly unitPaths?: ReadonlyMap<string, readonly string[]>;
}

/** One obligation rule of the drawing with its place and its key. */
export interface PlacedRule {
  readonly node: DrawingNode;
  readonly rule: ObligationRule;
  readonly path: Path;
  readonly dueKey: string;
}

/** `<node>/<report>`; where sub-groups have rules of their own for one report, `<node>/<report>@<sub-group>`. */
export function dueKeyOf(nodeId: string, reportId: string, members: Members): string {
  const suffix = members.kind === 'all' ? '' : members.kind === 'rest' ? '@rest' : `@${members.subgroup}`;
  return `${nodeId}/${reportId}${suffix}`;
}

/** The consolidator's own deadline towards the recipient of record. */
export const viaDueKey = (dueKey: string): string => `${dueKey}/via`;
export const acknowledgeDueKey = (nodeId: string): string => `${nodeId}/ack`;

/** Rules from the top of the drawing downwards, so that what a lead counts from is known before it. */
export function placedRules(definition: Definition): readonly PlacedRule[] {
  const byParent = new Map<string | null, { node: DrawingNode; index: number }[]>();
  definition.nodes.forEach((node, index) => {
    const siblings = byParent.get(node.parent) ?? [];
    siblings.push({ node, index });
    byParent.set(node.parent, siblings);
  });
  const placed: PlacedRule[] = [];
  const seen = new Set<string>();
  let level = byParent.get(null) ?? [];
  while (level.length > 0) {
    const below: { node: DrawingNode; index: number }[] = [];
    for (const { node, index } of level) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      node.obligations.forEach((rule, at) => {
        placed.push({
          node,
          rule,
          path: ['nodes', index, 'obligations', at],
          dueKey: dueKeyOf(node.id, rule.report, rule.members),
        });
      });
      below.push(...(byParent.get(node.id) ?? []));
    }
    level = below;
  }
  return placed;
}

export function periodDues(input: DuesInput): PeriodDues {
  const parents = new Map(input.definition.nodes.map((node) => [node.id, node.parent]));
  const ofNode = new Map<string, Due>();
  const dues: Record<string, Due> = {};
  const problems: Problem[] = [];

  for (const placed of placedRules(input.definition)) {
    const { rule, node, path, dueKey } = placed;
    if (!input.reportIds.includes(rule.report)) continue;
    const superior = superiorDue({ parents, ofNode }, node.parent, rule.report);
    const base = isDated(superior) ? superior : periodAsBase(input, placed);

    let collector: Due | null = base;
    if (rule.via !== null || rule.recipients !== null) {
      const viaRule = rule.via?.due ?? { kind: 'none' };
      const own = resolveOne(input, placed, {
        rule: viaRule,
        base,
        path: [...path, 'via', 'due'],
        whose: `${node.id}/via`,
      });
      problems.push(...own.problems);
      if (own.due) dues[viaDueKey(dueKey)] = own.due;
      if (isDated(own.due)) collector = own.due;
      if (isAfter(own.due, superior)) {
        const place = { code: 'schedule.childAfterParent', path: [...path, 'via', 'due'], node } as const;
        problems.push(tooLate(place, own.due, superior));
      }
    }

    const { due, problems: found } = resolveOne(input, placed, {
      rule: rule.due,
      base: collector,
      path: [...path, 'due'],
    });
    problems.push(...found);
    if (!due) continue;
    dues[dueKey] = due;
    const own = dues[viaDueKey(dueKey)] ?? null;
    const place = { path: [...path, 'due'], node };
    if (isAfter(due, own)) {
      problems.push(tooLate({ code: 'schedule.memberAfterConsolidator', ...place }, due, own));
    } else if (isAfter(due, superior)) {
      problems.push(tooLate({ code: 'schedule.childAfterParent', ...place }, due, superior));
    }

    // Several rules for one report (sub-groups): what is below counts from the earliest.
    const key = `${node.id}/${rule.report}`;
    const known = ofNode.get(key);
    if (!known || (isDated(due) && (!isDated(known) || isAfter(known, due)))) ofNode.set(key, due);
  }
  return { dues, problems };
}

interface Resolving {
  readonly rule: DueInput['rule'];
  readonly base: Due | null;
  readonly path: Path;
  /** Key into `unitPaths`; the node of the rule when absent. */
  readonly whose?: string;
}

function resolveOne(
  input: DuesInput,
  { node, rule }: PlacedRule,
  { rule: dueRule, base, path, whose }: Resolving,
): { due: Due | null; problems: readonly Problem[] } {
  const policy = rule.calendar ?? input.definition.calendar;
  const calendar = input.calendars.find((each) => each.id === policy.id);
  if (!calendar)
    return { due: null, problems: [problem('schedule.calendarUnknown', path, { calendar: policy.id })] };
  const result = resolveDue({
    rule: dueRule,
    base,
    period: input.period,
    calendar: workingCalendar(calendar, input.unitPaths?.get(whose ?? node.id) ?? []),
    onDayOff: policy.onDayOff,
    parameters: input.parameters,
    events: input.events,
    reminders: rule.reminders,
    escalation: rule.escalation,
    path,
  });
  return result.ok ? { due: result.value, problems: [] } : { due: null, problems: result.problems };
}

interface Levels {
  readonly parents: ReadonlyMap<string, string | null>;
  readonly ofNode: ReadonlyMap<string, Due>;
}

/** The deadline, on the same report, of the nearest level above that owes it. */
function superiorDue({ parents, ofNode }: Levels, nodeId: string | null, report: string): Due | null {
  const walked = new Set<string>();
  for (let at = nodeId; at !== null && !walked.has(at); at = parents.get(at) ?? null) {
    walked.add(at);
    const due = ofNode.get(`${at}/${report}`);
    if (due) return due;
  }
  return null;
}

/** Below the root there is nobody to count from but the period itself. */
function periodAsBase(input: DuesInput, placed: PlacedRule): Due | null {
  if (input.period === null) return null;
  return resolveOne(input, placed, { rule: { kind: 'period' }, base: null, path: placed.path }).due;
}

const isDated = (due: Due | null | undefined): due is Due =>
  due !== null && due !== undefined && (due.dueAt !== null || due.event !== null);

function isAfter(due: Due | null, limit: Due | null): boolean {
  const at = due?.dueAt ?? null;
  const until = limit?.dueAt ?? null;
  return at !== null && until !== null && epochOf(at) > epochOf(until);
}

interface LatePlace {
  readonly code: 'schedule.childAfterParent' | 'schedule.memberAfterConsolidator';
  readonly path: Path;
  readonly node: DrawingNode;
}

const tooLate = ({ code, path, node }: LatePlace, due: Due | null, limit: Due | null): Problem =>
  problem(code, path, { level: node.name, dueAt: moment(due), limit: moment(limit) });

function moment(due: Due | null): string {
  const at = due?.dueAt ?? null;
  return at === null ? '' : formatMoment(at);
}
