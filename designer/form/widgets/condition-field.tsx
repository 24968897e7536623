import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Condition } from '#model';
import { withTest } from '../condition-value.ts';
import type { FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { Frame, Lines } from '../frame.tsx';
import { useField } from '../use-field.tsx';
import { useFigures } from '../use-units.ts';
import { ConditionValueField } from './condition-value-field.tsx';

const BUILT_IN = ['$kind', '$type', '$code'];
const { attribute: AttributeName, op: Test } = Condition.shape;

/** A test on a unit's attribute: which, how, against what. */
export function ConditionField({ value, onChange, path, label }: FieldProps) {
  const { t } = useTranslation();
  const { readOnly, errors, warnings } = useField(path, null);
  const { attributes } = useFigures();
  const [search, setSearch] = useState('');
  const parsed = Condition.safeParse(value);
  if (!parsed.success) return <Lines errors={[label]} />;
  const condition = parsed.data;
  const known = [...new Set([...BUILT_IN, ...attributes.keys(), condition.attribute])];
  const typed = search.trim();
  const offered =
    known.includes(typed) || !AttributeName.safeParse(typed).success ? known : [...known, typed];
  return (
    <Frame path={path}>
      <div className={classes['condition']}>
        <Select
          size="xs"
          aria-label={t('form.condition.attribute')}
          readOnly={readOnly}
          allowDeselect={false}
          searchable
          onSearchChange={setSearch}
          value={condition.attribute}
          data={offered.map((each) => ({
            value: each,
            label: t(`form.attribute.${each}`, { defaultValue: each }),
          }))}
          onChange={(attribute) => {
            if (attribute !== null && attribute !== condition.attribute)
              onChange(withTest({ attribute, op: condition.op }, condition.op));
          }}
        />
        <Select
          size="xs"
          aria-label={t('form.condition.op')}
          readOnly={readOnly}
          allowDeselect={false}
          value={condition.op}
          data={Test.options.map((each) => ({ value: each, label: t(`form.condition.op_${each}`) }))}
          onChange={(op) => {
            const test = Test.safeParse(op);
            if (test.success) onChange(withTest(condition, test.data));
          }}
        />
        {condition.op === 'exists' ? null : (
          <ConditionValueField
            condition={condition}
            readOnly={readOnly}
            known={attributes.get(condition.attribute) ?? []}
            onChange={(next) => onChange({ ...condition, value: next })}
          />
        )}
      </div>
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
