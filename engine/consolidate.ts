import type { ReportForm } from '#model';
import { aggregate } from './aggregate.ts';
import type { ConsolidatedReport, ConsolidatedValue, Paragraph, Source } from './consolidated.ts';
import type { TargetResult } from './target-result.ts';
import { attain, type TargetInput } from './targets.ts';

/**
 * Adds up the accepted reports of one form, the unit's own part among them (C8, C12). Pure and
 * independent of the order of `sources`; consolidating in levels gives the same figures as
 * consolidating flat. Nil reports come in as the zeros that `checkReport` made of them.
 */
export function consolidate(
  form: ReportForm,
  sources: readonly Source[],
  targets: readonly TargetInput[] = [],
): ConsolidatedReport {
  const ordered = [...sources].sort(bySource);
  const indicators: Record<string, ConsolidatedValue> = {};
  for (const indicator of form.indicators) indicators[indicator.id] = aggregate(indicator, ordered);
  const sections: Record<string, readonly Paragraph[]> = {};
  for (const { id } of form.sections) sections[id] = ordered.flatMap((source) => paragraphs(source, id));
  const results: Record<string, TargetResult> = {};
  for (const target of targets) {
    const value = indicators[target.indicator];
    if (value) results[target.indicator] = attain(target, value, ordered);
  }
  const units = ordered.map(({ unitId, unitName }) => ({ unitId, unitName }));
  return { reportId: form.id, indicators, sections, targets: results, units };
}

function paragraphs({ unitId, unitName, content }: Source, section: string): readonly Paragraph[] {
  if (content.kind === 'consolidated') return content.report.sections[section] ?? [];
  const text = content.sections[section];
  return text === undefined ? [] : [{ unitId, unitName, text }];
}

/** By unit id, code point order: the same on every machine. */
function bySource(a: Source, b: Source): number {
  if (a.unitId !== b.unitId) return a.unitId < b.unitId ? -1 : 1;
  const [x, y] = [a.obligationId ?? '', b.obligationId ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}
