import { dueKeyOf, viaDueKey } from '#engine';
import type { Calendar, CivilDate, Definition, DrawingNode, Due, ObligationRule, PlanPeriod } from '#model';
import { workingDaysBetween } from './due-of-level.ts';
import { ruleWords, type Words } from './rule-words.ts';
import { opensOn } from './work-out.ts';

/** One line: what a level owes in this period, or that it owes nothing. */
export interface DateRow {
  readonly key: string;
  readonly node: DrawingNode;
  readonly depth: number;
  /** Title of the report where the drawing has several. */
  readonly report: string | null;
  /** Sub-group that the rule is for; null: all. */
  readonly members: string | null;
  /** Null for a level that only acknowledges. */
  readonly owed: OwedDate | null;
}

interface OwedDate {
  readonly rule: ObligationRule;
  /** Position in the level's obligations. */
  readonly at: number;
  readonly words: Words;
  /** Null where it could not be worked out. */
  readonly due: Due | null;
  readonly via: Due | null;
  /** Working days from opening to the last day on time. */
  readonly available: number | null;
  /** Working days that whoever collects has left after that; null where nobody above has a date. */
  readonly left: number | null;
}

interface Asked {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
}

/** The levels from the top down, each with what it owes in this period. */
export function datesTable({ definition, calendars }: Asked, period: PlanPeriod): readonly DateRow[] {
  const several = definition.reports.length > 1;
  return inTreeOrder(definition).flatMap(({ node, depth }): DateRow[] => {
    const rows = node.obligations.flatMap((rule, at): DateRow[] => {
      if (!period.reportIds.includes(rule.report)) return [];
      const title = definition.reports.find(({ id }) => id === rule.report)?.title ?? rule.report;
      const owed = owedDate({ definition, calendars, period }, { node, rule, at });
      return [
        {
          key: `${node.id}/${at}`,
          node,
          depth,
          report: several ? title : null,
          members: memberName(node, rule),
          owed,
        },
      ];
    });
    return rows.length > 0 ? rows : [{ key: node.id, node, depth, report: null, members: null, owed: null }];
  });
}

interface Context {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly period: PlanPeriod;
}
interface RuleOf {
  readonly node: DrawingNode;
  readonly rule: ObligationRule;
  readonly at: number;
}

function owedDate({ definition, calendars, period }: Context, { node, rule, at }: RuleOf): OwedDate {
  const key = dueKeyOf(node.id, rule.report, rule.members);
  const due = period.dues[key] ?? null;
  const via = period.dues[viaDueKey(key)] ?? null;
  const superior = superiorDue({ definition, period }, { node, report: rule.report });
  const collector = via?.lastDate ? via : superior;
  const days = (from: CivilDate | null | undefined, to: CivilDate | null | undefined): number | null =>
    from && to
      ? workingDaysBetween(calendars, { calendar: rule.calendar ?? definition.calendar }, from, to)
      : null;
  const base = via?.lastDate ? 'consolidator' : superior === null ? 'period' : 'superior';
  return {
    rule,
    at,
    words: ruleWords(rule.due, { definition, base }),
    due,
    via,
    available: days(opensOn(period), due?.lastDate),
    left: days(due?.lastDate, collector?.lastDate),
  };
}

/** The deadline of the nearest level above that owes the same report; of several rules the earliest. */
function superiorDue(
  { definition, period }: Pick<Context, 'definition' | 'period'>,
  { node, report }: { readonly node: DrawingNode; readonly report: string },
): Due | null {
  const walked = new Set<string>();
  for (let at = node.parent; at !== null && !walked.has(at); ) {
    walked.add(at);
    const above = definition.nodes.find(({ id }) => id === at);
    const dues = (above?.obligations ?? []).flatMap((rule) => {
      const due = rule.report === report ? period.dues[dueKeyOf(at ?? '', report, rule.members)] : undefined;
      return due?.dueAt ? [due] : [];
    });
    const [first] = dues.sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
    if (first !== undefined) return first;
    at = above?.parent ?? null;
  }
  return null;
}

function memberName(node: DrawingNode, { members }: ObligationRule): string | null {
  if (members.kind === 'all') return null;
  if (members.kind === 'rest') return '';
  return node.subgroups.find(({ id }) => id === members.subgroup)?.name ?? members.subgroup;
}

/** Depth first, siblings as drawn; what hangs on nothing comes last. */
function inTreeOrder({
  nodes,
}: Pick<Definition, 'nodes'>): readonly { readonly node: DrawingNode; readonly depth: number }[] {
  const placed = new Map<DrawingNode, number>();
  const walk = (node: DrawingNode, depth: number) => {
    if (placed.has(node)) return;
    placed.set(node, depth);
    for (const child of nodes) if (child.parent === node.id) walk(child, depth + 1);
  };
  for (const node of nodes) if (node.parent === null) walk(node, 0);
  for (const node of nodes) walk(node, 0);
  return [...placed].map(([node, depth]) => ({ node, depth }));
}

/** Nothing of the line has changed: unchanged levels and deadlines are the same objects. */
export function sameRow(a: DateRow, b: DateRow): boolean {
  const same = a.node === b.node && a.depth === b.depth && a.report === b.report && a.members === b.members;
  if (a.owed === null || b.owed === null) return same && a.owed === b.owed;
  return (
    same &&
    a.owed.due === b.owed.due &&
    a.owed.via === b.owed.via &&
    a.owed.available === b.owed.available &&
    a.owed.left === b.owed.left &&
    JSON.stringify(a.owed.words) === JSON.stringify(b.owed.words)
  );
}
