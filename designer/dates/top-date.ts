import { isCivilDate } from '#engine';
import type { Bound, CivilDate, Definition, DueRule, TimeOfDay } from '#model';
import type { Command, Draft } from '../drawing/command.ts';
import type { Trial } from '../drawing/findings-store.ts';

/** A date that everything else counts from: what the designer moves to move all of it. */
export type TopDate =
  /** Asked at the start; changed for the trial only. */
  | {
      readonly kind: 'parameter';
      readonly key: string;
      readonly label: string;
      readonly date: CivilDate | null;
    }
  /** Nobody has said it yet: the levels that still wait for a date get the same one. */
  | {
      readonly kind: 'unset';
      readonly date: null;
      readonly levels: readonly string[];
      readonly places: readonly RulePlace[];
    }
  /** Written in the drawing, perhaps for several groups at once. */
  | (Written & {
      readonly kind: 'written';
      readonly levels: readonly string[];
      readonly places: readonly RulePlace[];
    })
  /** Carried by a named period of a report form. */
  | (Written & {
      readonly kind: 'period';
      readonly report: string;
      readonly at: number;
      readonly label: string;
    });

interface Written {
  readonly date: CivilDate;
  readonly bound: Bound;
  readonly time: TimeOfDay | null;
}
interface RulePlace {
  readonly node: string;
  readonly rule: number;
  readonly via: boolean;
}

export function topDates(
  definition: Definition,
  { parameters }: Pick<Trial, 'parameters'>,
): readonly TopDate[] {
  return [
    ...definition.parameters.flatMap(({ key, label, kind, default: preset }): TopDate[] => {
      if (kind !== 'date') return [];
      const answer = parameters[key] ?? preset;
      return [
        {
          kind: 'parameter',
          key,
          label,
          date: typeof answer === 'string' && isCivilDate(answer) ? answer : null,
        },
      ];
    }),
    ...unsetDates(definition),
    ...writtenDates(definition),
    ...definition.reports.flatMap(({ id, periods }) =>
      periods.kind === 'named'
        ? periods.list.map(
            ({ due, label }, at): TopDate => ({ kind: 'period', report: id, at, label, ...due }),
          )
        : [],
    ),
  ];
}

type WrittenDate = Extract<TopDate, { kind: 'written' }>;

/** Groups that were given the very same date are given another one together. */
function writtenDates({ nodes }: Definition): readonly TopDate[] {
  const found = new Map<string, WrittenDate>();
  for (const node of nodes) {
    node.obligations.forEach(({ due, via }, rule) => {
      for (const [each, isVia] of [
        [due, false],
        [via?.due, true],
      ] as const) {
        if (each?.kind !== 'date' || typeof each.date !== 'string') continue;
        const { date, bound, time } = each;
        const key = `${date} ${bound} ${time ?? ''}`;
        const known = found.get(key);
        const place: RulePlace = { node: node.id, rule, via: isVia };
        found.set(key, {
          kind: 'written',
          date,
          bound,
          time,
          levels: [...new Set([...(known?.levels ?? []), node.name])],
          places: [...(known?.places ?? []), place],
        });
      }
    });
  }
  return [...found.values()];
}

function unsetDates({ nodes }: Definition): readonly TopDate[] {
  const waiting = nodes.flatMap(({ id, name, obligations }) =>
    obligations.flatMap(({ due, via }, rule) =>
      [due, via?.due].flatMap((each, at) =>
        each?.kind === 'unknown' ? [{ name, place: { node: id, rule, via: at === 1 } }] : [],
      ),
    ),
  );
  if (waiting.length === 0) return [];
  const levels = [...new Set(waiting.map(({ name }) => name))];
  return [{ kind: 'unset', date: null, levels, places: waiting.map(({ place }) => place) }];
}

/** The first date of a drawing, for all that wait for one. */
export const sayTopDate = ({ places }: Extract<TopDate, { kind: 'unset' }>, date: CivilDate): Command => ({
  name: 'editLevel',
  change: (draft) => {
    const due: DueRule = { kind: 'date', date, time: null, bound: 'by' };
    for (const { node, rule, via } of places) {
      const found = draft.definition.nodes.find(({ id }) => id === node)?.obligations[rule];
      if (found === undefined) continue;
      if (!via) found.due = due;
      else if (found.via !== null) found.via.due = due;
    }
  },
});

/** Another day or another bound for a date that the drawing holds. */
export function setTopDate(
  top: Exclude<TopDate, { kind: 'parameter' | 'unset' }>,
  to: Partial<Written>,
): Command {
  const change = (draft: Draft): void => {
    if (top.kind === 'period') {
      const periods = draft.definition.reports.find(({ id }) => id === top.report)?.periods;
      const due = periods?.kind === 'named' ? periods.list[top.at]?.due : undefined;
      if (due !== undefined) Object.assign(due, to);
      return;
    }
    for (const place of top.places) {
      const rule = dueAt(draft, place);
      if (rule?.kind === 'date') Object.assign(rule, to);
    }
  };
  return top.kind === 'period' ? { name: 'editReport', change } : { name: 'editLevel', change };
}

/** "Trước" or "chậm nhất" of a date that is asked at the start stands in the rules that use it. */
export const setParameterBound = (key: string, bound: Bound): Command => ({
  name: 'editLevel',
  change: ({ definition }) => {
    for (const rule of datedRules(definition)) {
      if (typeof rule.date !== 'string' && rule.date.parameter === key) rule.bound = bound;
    }
  },
});

/** The bound that all rules of a parameter share; null where they differ or nobody uses it. */
export function parameterBound(definition: Definition, key: string): Bound | null {
  const bounds = new Set(
    datedRules(definition)
      .filter(({ date }) => typeof date !== 'string' && date.parameter === key)
      .map(({ bound }) => bound),
  );
  const [bound] = bounds;
  return bounds.size === 1 && bound !== undefined ? bound : null;
}

type Dated = Extract<DueRule, { kind: 'date' }>;

export const datedRules = ({ nodes }: Definition): Dated[] =>
  nodes.flatMap(({ obligations }) =>
    obligations.flatMap(({ due, via }) =>
      [due, via?.due].filter((rule): rule is Dated => rule?.kind === 'date'),
    ),
  );

function dueAt({ definition }: Draft, { node, rule, via }: RulePlace): DueRule | undefined {
  const found = definition.nodes.find(({ id }) => id === node)?.obligations[rule];
  return via ? found?.via?.due : found?.due;
}
