import type { Difference } from '#engine';
import type { ReportForm, Value } from '#model';
import { valueText } from '../monitor/value-text.ts';

/** Key of the sentence, and what it is filled with. */
export interface DifferenceWords {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  /** Whose change it is; null: the total's. */
  readonly unitId: string | null;
}

/** One change in words: what, of whom, old → new. */
export function differenceWords(difference: Difference, form: ReportForm, language: string): DifferenceWords {
  const figure = (id: string, value: Value | null): string => {
    const indicator = form.indicators.find((each) => each.id === id);
    return indicator === undefined ? '–' : valueText(value, indicator, language);
  };
  const label = (id: string): string => form.indicators.find((each) => each.id === id)?.label ?? id;
  switch (difference.kind) {
    case 'indicator':
    case 'unitChanged': {
      const { indicator, before, after } = difference;
      const unit = difference.kind === 'indicator' ? '' : difference.unitName;
      return {
        key: `collect.difference.${difference.kind}`,
        params: {
          label: label(indicator),
          before: figure(indicator, before),
          after: figure(indicator, after),
          unit,
        },
        unitId: difference.kind === 'indicator' ? null : difference.unitId,
      };
    }
    case 'section': {
      const title = form.sections.find(({ id }) => id === difference.section)?.title ?? difference.section;
      return {
        key: 'collect.difference.section',
        params: { unit: difference.unitName, section: title },
        unitId: difference.unitId,
      };
    }
    case 'unitAdded':
    case 'unitRemoved':
      return {
        key: `collect.difference.${difference.kind}`,
        params: { unit: difference.unitName },
        unitId: difference.unitId,
      };
  }
}
