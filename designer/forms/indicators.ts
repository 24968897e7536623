import { aggregationsFor, isNumeric } from '#engine';
import { Indicator, type Indicator as IndicatorType } from '#model';
import { freeKey } from '../drawing/keys.ts';

/** Figures of another type are added up another way: what became impossible takes the usual one. */
export function settleIndicators(
  before: readonly IndicatorType[],
  after: readonly IndicatorType[],
): readonly IndicatorType[] {
  if (before === after) return after;
  const types = new Map(before.map(({ id, type }) => [id, type]));
  return after.map((each) => (types.get(each.id) === each.type ? each : settled(each)));
}

function settled(indicator: IndicatorType): IndicatorType {
  const allowed = aggregationsFor(indicator.type);
  const [usual = 'none'] = allowed;
  const fits = allowed.includes(indicator.aggregate);
  const figure = isNumeric(indicator.type);
  return {
    ...indicator,
    aggregate: fits ? indicator.aggregate : usual,
    accumulation: figure ? indicator.accumulation : 'perPeriod',
    decimals: figure ? indicator.decimals : 0,
    unit: figure ? indicator.unit : '',
  };
}

/** Indicators typed or pasted one a line; a second column of a spreadsheet is the unit of measure. */
export function indicatorsFrom(text: string, known: readonly IndicatorType[]): readonly IndicatorType[] {
  const taken = known.map(({ id }) => id);
  return text.split(/\r?\n/).flatMap((line) => {
    const [label = '', unit = ''] = line.split('\t').map((cell) => cell.trim());
    const made = Indicator.safeParse({
      id: freeKey(label, taken),
      label,
      unit,
      type: 'number',
      aggregate: 'sum',
    });
    if (!made.success) return [];
    taken.push(made.data.id);
    return [made.data];
  });
}
