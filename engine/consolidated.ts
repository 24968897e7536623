import type { Decimal, Indicator, Instant, Value, Values } from '#model';
import type { Coverage } from './coverage.ts';
import type { TargetResult } from './target-result.ts';

/** One report that goes into a consolidation; `obligationId` null = the consolidating unit's own part. */
export interface Source {
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly receivedAt: Instant;
  readonly content: SourceContent;
}

export type SourceContent =
  | { readonly kind: 'report'; readonly values: Values; readonly sections: Readonly<Record<string, string>> }
  /** A consolidating unit's report: its snapshot, so that sums and counts stay exact however many levels there are. */
  | { readonly kind: 'consolidated'; readonly report: ConsolidatedReport; readonly coverage: Coverage };

/** The content of one report form in one snapshot. Plain JSON, stored as it is. */
export interface ConsolidatedReport {
  readonly reportId: string;
  readonly indicators: Readonly<Record<string, ConsolidatedValue>>;
  readonly sections: Readonly<Record<string, readonly Paragraph[]>>;
  readonly targets: Readonly<Record<string, TargetResult>>;
  /** Units whose reports are in it, sorted by unit id; an own part stands under the unit's own name. */
  readonly units: readonly { readonly unitId: string; readonly unitName: string }[];
}

export interface ConsolidatedValue {
  readonly aggregate: Indicator['aggregate'];
  /** What is shown; null = no value (nobody gave one, zero denominator, or nothing to aggregate). */
  readonly value: Value | null;
  /** What the next level adds up instead of `value`, which is rounded. */
  readonly parts: Parts;
  /** Where the figure comes from, one entry per source that gave a value (provenance of the cell). */
  readonly from: readonly Contribution[];
}

export interface Parts {
  /** Reports at the bottom of the cascade that gave a value; for `count` the number counted. */
  readonly count: number;
  readonly sum: Decimal | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  /** `last`: when the latest figure was received, and from whom (ties: the greater unit id). */
  readonly lastAt: Instant | null;
  readonly lastUnitId: string | null;
}

export interface Contribution {
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly value: Value | null;
  /** Reports behind this contribution: 1, or a consolidating unit's own count. */
  readonly count: number;
}

/** Gathered text: each paragraph keeps the unit that wrote it, through all levels. */
export interface Paragraph {
  readonly unitId: string;
  readonly unitName: string;
  readonly text: string;
}

/** The figures of a snapshot as the values of a report version (what the unit above reads first). */
export function valuesOf(report: ConsolidatedReport): Values {
  const values: Values = {};
  for (const [id, { value }] of Object.entries(report.indicators)) if (value !== null) values[id] = value;
  return values;
}

/** The texts of a snapshot as the sections of a report version, each paragraph under its unit's name. */
export function sectionsOf(report: ConsolidatedReport): Record<string, string> {
  const sections: Record<string, string> = {};
  for (const [id, paragraphs] of Object.entries(report.sections)) {
    const text = paragraphs.map((paragraph) => `${paragraph.unitName}: ${paragraph.text}`).join('\n');
    if (text !== '') sections[id] = text;
  }
  return sections;
}
