import type { Value } from '#model';
import type { ConsolidatedReport, Contribution } from './consolidated.ts';

/** What changed from one revision of a consolidation to the next (C8). */
export type Difference =
  | {
      readonly kind: 'indicator';
      readonly indicator: string;
      readonly before: Value | null;
      readonly after: Value | null;
    }
  | { readonly kind: 'unitAdded' | 'unitRemoved'; readonly unitId: string; readonly unitName: string }
  | {
      readonly kind: 'unitChanged';
      readonly unitId: string;
      readonly unitName: string;
      readonly indicator: string;
      readonly before: Value | null;
      readonly after: Value | null;
    }
  | {
      readonly kind: 'section';
      readonly unitId: string;
      readonly unitName: string;
      readonly section: string;
    };

/**
 * The revision from which the differences of another are counted: the last one signed before it, which is what the
 * unit above has; before the first signature the draft before it. Null: there is none. `signed`: 0 = not yet.
 */
export function baseRevision(revision: number, signed: readonly number[]): number | null {
  const last = Math.max(0, ...signed.filter((each) => each < revision));
  if (last > 0) return last;
  return revision > 1 ? revision - 1 : null;
}

/** Nothing for a first revision (`before` null). Totals first, then the units, each sorted as the reports are. */
export function differences(
  before: ConsolidatedReport | null,
  after: ConsolidatedReport,
): readonly Difference[] {
  if (before === null) return [];
  return [
    ...totals(before, after),
    ...members(before, after),
    ...figures(before, after),
    ...texts(before, after),
  ];
}

function totals(before: ConsolidatedReport, after: ConsolidatedReport): Difference[] {
  return Object.keys(after.indicators).flatMap((indicator) => {
    const old = before.indicators[indicator]?.value ?? null;
    const now = after.indicators[indicator]?.value ?? null;
    return same(old, now) ? [] : [{ kind: 'indicator', indicator, before: old, after: now }];
  });
}

function members(before: ConsolidatedReport, after: ConsolidatedReport): Difference[] {
  const [old, now] = [
    new Set(before.units.map(({ unitId }) => unitId)),
    new Set(after.units.map(({ unitId }) => unitId)),
  ];
  return [
    ...after.units
      .filter(({ unitId }) => !old.has(unitId))
      .map((unit) => ({ kind: 'unitAdded' as const, ...unit })),
    ...before.units
      .filter(({ unitId }) => !now.has(unitId))
      .map((unit) => ({ kind: 'unitRemoved' as const, ...unit })),
  ];
}

/** Figures of units that are in both; the figures of added and removed ones follow from that. */
function figures(before: ConsolidatedReport, after: ConsolidatedReport): Difference[] {
  const stayed = new Set(before.units.map(({ unitId }) => unitId));
  return Object.entries(after.indicators).flatMap(([indicator, { from }]) => {
    const old = byUnit(before.indicators[indicator]?.from ?? []);
    const now = byUnit(from);
    return after.units
      .filter(({ unitId }) => stayed.has(unitId))
      .filter(({ unitId }) => !same(old.get(unitId) ?? null, now.get(unitId) ?? null))
      .map(({ unitId, unitName }) => ({
        kind: 'unitChanged' as const,
        unitId,
        unitName,
        indicator,
        before: old.get(unitId) ?? null,
        after: now.get(unitId) ?? null,
      }));
  });
}

function texts(before: ConsolidatedReport, after: ConsolidatedReport): Difference[] {
  return Object.entries(after.sections).flatMap(([section, paragraphs]) => {
    const old = before.sections[section] ?? [];
    return [...paragraphs, ...old.filter((each) => !paragraphs.some(({ unitId }) => unitId === each.unitId))]
      .filter(({ unitId }) => textOf(old, unitId) !== textOf(paragraphs, unitId))
      .map(({ unitId, unitName }) => ({ kind: 'section' as const, unitId, unitName, section }));
  });
}

const byUnit = (from: readonly Contribution[]) => new Map(from.map(({ unitId, value }) => [unitId, value]));

const textOf = (paragraphs: ConsolidatedReport['sections'][string], unitId: string): string | undefined =>
  paragraphs.find((paragraph) => paragraph.unitId === unitId)?.text;

/** Keys of values are written in one order by `checkReport` and `aggregate`, but jsonb may reorder them. */
function same(a: Value | null, b: Value | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
