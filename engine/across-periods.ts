import type { Decimal, ReportForm, Value } from '#model';
import { aggregate } from './aggregate.ts';
import type { ConsolidatedReport, Source } from './consolidated.ts';
import { subtract } from './decimal.ts';

export interface PeriodReport {
  readonly key: string;
  readonly label: string;
  /** Null: nothing consolidated in that period. */
  readonly report: ConsolidatedReport | null;
}

export interface AcrossPeriods {
  readonly indicators: Readonly<Record<string, IndicatorAcross>>;
}

interface IndicatorAcross {
  /** Over all periods: added up by the indicator's rule, or the latest figure where it is cumulative. */
  readonly value: Value | null;
  readonly periods: readonly {
    readonly key: string;
    readonly value: Value | null;
    /** Against the latest period before that has a figure; numbers only. */
    readonly change: Decimal | null;
  }[];
}

/** One unit's consolidations side by side, in the order given (domain.md §2b: cumulative or overlapping periods). */
export function acrossPeriods(form: ReportForm, periods: readonly PeriodReport[]): AcrossPeriods {
  const indicators: Record<string, IndicatorAcross> = {};
  for (const indicator of form.indicators) {
    const values = periods.map(({ report }) => report?.indicators[indicator.id]?.value ?? null);
    const latest = values.findLast((value) => value !== null) ?? null;
    indicators[indicator.id] = {
      value:
        indicator.accumulation === 'cumulative' ? latest : aggregate(indicator, asSources(periods)).value,
      periods: periods.map(({ key }, index) => ({
        key,
        value: values[index] ?? null,
        change: changeAt(values, index),
      })),
    };
  }
  return { indicators };
}

/** Each period's consolidation taken as one source; its place in the list stands for the time it came. */
function asSources(periods: readonly PeriodReport[]): readonly Source[] {
  return periods.flatMap(({ key, label, report }) => {
    if (report === null) return [];
    const coverage = { owed: 0, accepted: 0, missing: [], deep: { owed: 0, accepted: 0, missing: [] } };
    const content = { kind: 'consolidated', report, coverage } as const;
    return [{ obligationId: null, unitId: key, unitName: label, receivedAt: '', content }];
  });
}

function changeAt(values: readonly (Value | null)[], index: number): Decimal | null {
  const now = values[index];
  const before = values.slice(0, index).findLast((value) => value !== null);
  return now?.kind === 'number' && before?.kind === 'number' ? subtract(now.value, before.value) : null;
}
