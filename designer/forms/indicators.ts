import { Definition, Indicator, type Indicator as IndicatorType } from '#model';
import { validateReports } from '#engine/validate-reports';
import { freeKey } from '../drawing/keys.ts';

const { type: Type, aggregate: Aggregate } = Indicator.shape;

const ANSWERS = new Map<IndicatorType['type'], readonly IndicatorType['aggregate'][]>();

/** The ways of adding up that the rule book allows for figures of a type, the usual one first. */
export function allowedAggregates(type: IndicatorType['type']): readonly IndicatorType['aggregate'][] {
  const answer = ANSWERS.get(type) ?? askAggregates(type);
  ANSWERS.set(type, answer);
  return answer;
}

function askAggregates(type: IndicatorType['type']): readonly IndicatorType['aggregate'][] {
  // every type has ways that are impossible, and the refusal names the possible ones in their order
  const refusal = Aggregate.options
    .flatMap((aggregate) => validateReports(asked({ type, aggregate })))
    .find(({ code }) => code === 'definition.aggregationImpossible');
  const named = String(refusal?.params['allowed'] ?? '').split(', ');
  return named.flatMap((each) => {
    const parsed = Aggregate.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

const mayCumulate = (type: IndicatorType['type']): boolean =>
  !validateReports(asked({ type, aggregate: 'none', accumulation: 'cumulative' })).some(
    ({ code }) => code === 'definition.cumulativeNotNumeric',
  );

/** The smallest drawing in which the rule book can be asked about one indicator. */
const asked = (indicator: Pick<IndicatorType, 'type' | 'aggregate'> & Partial<IndicatorType>): Definition =>
  Definition.parse({
    formatVersion: 1,
    key: 'hoi',
    title: 'hoi',
    reports: [
      { id: 'hoi', title: 'hoi', kind: 'adHoc', indicators: [{ id: 'hoi', label: 'hoi', ...indicator }] },
    ],
    nodes: [{ id: 'hoi', name: 'hoi', parent: null, select: { kind: 'root' } }],
  });

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
  const allowed = allowedAggregates(indicator.type);
  const [usual = 'none'] = allowed;
  const fits = allowed.includes(indicator.aggregate);
  const figure = isFigure(indicator.type);
  return {
    ...indicator,
    aggregate: fits ? indicator.aggregate : usual,
    accumulation: mayCumulate(indicator.type) ? indicator.accumulation : 'perPeriod',
    decimals: figure ? indicator.decimals : 0,
    unit: figure ? indicator.unit : '',
  };
}

export const isFigure = (type: unknown): boolean => {
  const parsed = Type.safeParse(type);
  return parsed.success && mayCumulate(parsed.data);
};

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
