import type { Decimal, Instant, ReportForm, Target, Values } from '#model';
import { consolidate } from './consolidate.ts';
import type { ConsolidatedReport, Source, SourceContent } from './consolidated.ts';
import { type Coverage, type CoverageRow, coverageOf } from './coverage.ts';
import { type Difference, differences } from './difference.ts';
import { isCounted, isOwed } from './obligation.ts';
import type { TargetInput } from './targets.ts';

/** One obligation that the unit collects, with its accepted version if there is one. */
export interface CollectedRow extends CoverageRow {
  readonly obligationId: string;
  readonly reportId: string;
  /** Indicator → target handed down to this unit. */
  readonly targets: Readonly<Record<string, Decimal>>;
  readonly accepted: { readonly receivedAt: Instant; readonly content: SourceContent } | null;
}

/** What the consolidating unit did itself, per report form; enters under its own name. */
export type OwnPart = Readonly<
  Record<string, { readonly values: Values; readonly sections: Readonly<Record<string, string>> }>
>;

export interface DrawUpInput {
  readonly unit: { readonly unitId: string; readonly unitName: string };
  readonly forms: readonly ReportForm[];
  readonly rows: readonly CollectedRow[];
  /** Carried over from the last signed revision until a new one is given. */
  readonly ownPart: OwnPart | null;
  readonly now: Instant;
  /** Reports of the revision before; null for the first. */
  readonly previous: Readonly<Record<string, ConsolidatedReport>> | null;
  /** Targets of the drawing, for the units that are exempt. */
  readonly targets: readonly Target[];
}

/** The content of one revision. */
export interface DrawnUp {
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly coverage: Coverage;
  readonly differences: Readonly<Record<string, readonly Difference[]>>;
}

/** Draws up a snapshot (C8, C9, C12): every report form collected here, whether or not anything was accepted. */
export function drawUp(input: DrawUpInput): DrawnUp {
  const rows = input.rows.filter(isOwed);
  const collected = new Set(rows.map(({ reportId }) => reportId));
  const reports: Record<string, ConsolidatedReport> = {};
  const changes: Record<string, readonly Difference[]> = {};
  for (const form of input.forms) {
    if (!collected.has(form.id)) continue;
    const ofForm = rows.filter(({ reportId }) => reportId === form.id);
    const sources = [...ofForm.flatMap(sourceOf), ...ownSource(input, form.id)];
    const report = consolidate(form, sources, targetsOf(form.id, ofForm, input.targets));
    reports[form.id] = report;
    changes[form.id] = differences(input.previous?.[form.id] ?? null, report);
  }
  return { reports, coverage: coverageOf(rows, rows.flatMap(coverageBelow)), differences: changes };
}

function sourceOf(row: CollectedRow): readonly Source[] {
  if (!isCounted(row) || row.accepted === null) return [];
  const { obligationId, unitId, unitName } = row;
  return [{ obligationId, unitId, unitName, ...row.accepted }];
}

function ownSource({ unit, ownPart, now }: DrawUpInput, reportId: string): readonly Source[] {
  const own = ownPart?.[reportId];
  return own ? [{ obligationId: null, ...unit, receivedAt: now, content: { kind: 'report', ...own } }] : [];
}

function coverageBelow(row: CollectedRow): readonly Coverage[] {
  const content = isCounted(row) ? row.accepted?.content : undefined;
  return content?.kind === 'consolidated' ? [content.coverage] : [];
}

function targetsOf(
  reportId: string,
  rows: readonly CollectedRow[],
  drawn: readonly Target[],
): readonly TargetInput[] {
  const here = new Set(rows.map(({ unitId }) => unitId));
  const indicators = new Set(rows.flatMap(({ targets }) => Object.keys(targets)));
  return [...indicators].sort().map((indicator) => ({
    indicator,
    total: null,
    shares: rows.flatMap(({ unitId, unitName, targets }) => {
      const value = targets[indicator];
      return value === undefined ? [] : [{ unitId, unitName, value }];
    }),
    exempt: drawn
      .filter((target) => target.report === reportId && target.indicator === indicator)
      .flatMap(({ exempt }): string[] => exempt)
      .filter((unitId, index, all) => here.has(unitId) && all.indexOf(unitId) === index)
      .sort(),
  }));
}
