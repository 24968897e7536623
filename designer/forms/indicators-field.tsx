import { useTranslation } from 'react-i18next';
import { aggregationsFor, isNumeric } from '#engine';
import { Indicator } from '#model';
import { useView } from '../drawing/editor.tsx';
import type { FieldProps } from '../form/field-props.ts';
import { ChoiceField } from '../form/fields/choice-field.tsx';
import { ListField } from '../form/fields/list-field.tsx';
import { NumberField } from '../form/fields/number-field.tsx';
import { TextField } from '../form/fields/text-field.tsx';
import classes from './forms.module.css';
import { indicatorsFrom } from './indicators.ts';
import { QuickAdd } from './quick-add.tsx';

const { type: Type } = Indicator.shape;

/** The figures of a report: one card each, and a line to type or paste many. */
export function IndicatorsField(props: FieldProps) {
  const { t } = useTranslation();
  const readOnly = useView((state) => state.readOnly);
  const parsed = Indicator.array().safeParse(props.value);
  const known = parsed.success ? parsed.data : [];
  const title = (entry: unknown): string => {
    const one = Indicator.safeParse(entry);
    if (!one.success) return '';
    const { label, unit, type, aggregate } = one.data;
    const what = unit === '' ? t(`forms.report_indicators.type_${type}`) : unit;
    // the usual way of adding up goes without saying
    const usual = aggregationsFor(type)[0] === aggregate;
    if (usual) return t('forms.indicatorTitle', { label, what });
    const how = t(`forms.report_indicators.aggregate_${aggregate}`);
    return t('forms.indicatorTitleHow', { label, what, how });
  };
  const add = (text: string): boolean => {
    const next = [...known, ...indicatorsFrom(text, known)];
    if (next.length === known.length || !props.schema.safeParse(next).success) return false;
    props.onChange(next);
    return true;
  };
  return (
    <div className={classes['whole']}>
      <ListField
        {...props}
        own={{
          ...props.own,
          title,
          fields: {
            label: { rows: 1 },
            type: { half: true },
            unit: { half: true, widget: UnitOfMeasure },
            aggregate: { half: true, widget: AggregateField },
            decimals: { widget: DecimalsField },
            accumulation: { half: true, widget: AccumulationField },
            required: { half: true },
          },
        }}
      />
      {readOnly ? null : (
        <QuickAdd label={t('forms.quickIndicator')} placeholder={t('forms.quickIndicatorHint')} onAdd={add} />
      )}
    </div>
  );
}

/** Only ways that the rule book allows for the type. */
function AggregateField(props: FieldProps) {
  const { t } = useTranslation();
  const type = Type.safeParse(props.siblings['type']);
  const options = (type.success ? aggregationsFor(type.data) : []).map((each) => ({
    value: each,
    label: t(`${props.words}_${each}`),
  }));
  return <ChoiceField {...props} own={{ ...props.own, options }} />;
}

const ofFigure = ({ siblings }: FieldProps): boolean => {
  const type = Type.safeParse(siblings['type']);
  return type.success && isNumeric(type.data);
};

const UnitOfMeasure = (props: FieldProps) => (ofFigure(props) ? <TextField {...props} /> : <span />);
const DecimalsField = (props: FieldProps) => (ofFigure(props) ? <NumberField {...props} /> : null);
const AccumulationField = (props: FieldProps) => (ofFigure(props) ? <ChoiceField {...props} /> : null);
