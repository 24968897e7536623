import { Select } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../field-props.ts';
import { switched } from '../fresh.ts';
import { Frame, Lines } from '../frame.tsx';
import { isEntry } from '../record.ts';
import { describeSchema } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { useSeed } from '../use-seed.ts';
import { insideWords } from '../words.ts';
import { bySense } from './choice-field.tsx';
import { MaybeField } from './maybe-field.tsx';
import { Fields } from './object-field.tsx';
import classes from '../form.module.css';

/** One of several shapes: first which, then its fields. */
export function VariantsField(props: FieldProps) {
  const { schema, value, onChange, path, label, words, own } = props;
  const { t } = useTranslation();
  const seed = useSeed();
  const left = useRef(new Map<string, unknown>());
  const { readOnly, errors, warnings } = useField(path, null, false);
  const described = describeSchema(schema);
  if (described.kind !== 'variants') return null;
  const { by, variants } = described;
  const labels = own.labels ?? insideWords(schema, words);
  const current = isEntry(value) ? value : {};
  const chosen = String(current[by]);
  const variant = variants.get(chosen);
  const absentable = described.nullable || described.optional;
  const made = (key: string): unknown => {
    const wanted = variants.get(key);
    return wanted === undefined ? undefined : switched(wanted, current, seed(path, label));
  };
  const named =
    own.options ?? [...variants.keys()].map((each) => ({ value: each, label: t(`${labels}.${by}_${each}`) }));
  // what needs something that the drawing does not have yet (an event, a sub-group) cannot be chosen
  const offered = named.map((each) => ({
    ...each,
    disabled: each.value !== chosen && !schema.safeParse(made(each.value)).success,
  }));
  const choose = (next: string | null) => {
    if (next === null || next === chosen) return;
    // whoever goes back to a shape finds what was said in it
    const place = path.join('/');
    left.current.set(`${place} ${chosen}`, value);
    onChange(left.current.get(`${place} ${next}`) ?? made(next));
  };
  const fields = (
    <>
      <Select
        {...(absentable
          ? { 'aria-label': label }
          : { label: own.plain === true ? t(`${labels}.${by}`) : label })}
        size="xs"
        data={offered}
        value={chosen}
        readOnly={readOnly}
        allowDeselect={false}
        searchable={offered.length > 8}
        filter={({ options, search }) => bySense({ options, search })}
        error={errors.length > 0}
        onChange={choose}
      />
      {variant === undefined || Object.keys(variant.shape).length < 2 ? null : (
        <div className={classes['inside']}>
          <Fields
            schema={variant}
            value={current}
            path={path}
            labels={labels}
            fields={own.fields}
            onChange={onChange}
          />
        </div>
      )}
    </>
  );
  if (absentable) return <MaybeField {...props}>{fields}</MaybeField>;
  return (
    <Frame path={path} half={own.half}>
      {fields}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
