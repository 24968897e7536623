import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fold } from '#model/fold';
import type { FieldProps, Option } from '../field-props.ts';
import { asError, Frame, Lines } from '../frame.tsx';
import { describeSchema } from '../schema.ts';
import { useField } from '../use-field.tsx';

/** Finds an option by any part of its label, with or without accents. */
export const bySense = ({ options, search }: { options: readonly unknown[]; search: string }) =>
  // no option of ours stands in a group
  (options as Option[]).filter(({ label }) => fold(label).includes(fold(search.trim())));

/** One of a few: an enum, or a key of the drawing given as `own.options`. */
export function ChoiceField({ schema, value, onChange, path, label, words, own }: FieldProps) {
  const { t } = useTranslation();
  const described = describeSchema(schema);
  const { readOnly, errors, warnings } = useField(path, null);
  const options =
    own.options ??
    (described.kind === 'choice'
      ? described.options.map((each) => ({ value: each, label: t(`${words}_${each}`) }))
      : []);
  const current = typeof value === 'string' ? value : null;
  // what the drawing names although it is gone stays visible: the rule book says what is wrong with it
  const known = current === null || options.some((each) => each.value === current);
  const data = known ? [...options] : [...options, { value: current, label: current }];
  return (
    <Frame path={path} half={own.half}>
      <Select
        label={label}
        size="xs"
        data={data}
        value={current}
        placeholder={own.placeholder}
        readOnly={readOnly}
        allowDeselect={false}
        clearable={(described.nullable || described.optional) && !readOnly}
        searchable={data.length > 8}
        filter={({ options: all, search }) => bySense({ options: all, search })}
        error={asError(errors)}
        comboboxProps={{ withinPortal: true }}
        clearButtonProps={{ 'aria-label': t('form.clear', { label }) }}
        onChange={(next) => {
          const candidate = next ?? (described.nullable ? null : undefined);
          if (candidate !== value && schema.safeParse(candidate).success) onChange(candidate);
        }}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}

/** Some of a few: a list of an enum's values, or of keys given as `own.options`. */
export function ChoicesField({ schema, value, onChange, path, label, words, own }: FieldProps) {
  const { t } = useTranslation();
  const described = describeSchema(schema);
  const element = described.kind === 'list' ? describeSchema(described.element) : null;
  const { readOnly, errors, warnings } = useField(path, null);
  const options =
    own.options ??
    (element?.kind === 'choice'
      ? element.options.map((each) => ({ value: each, label: t(`${words}_${each}`) }))
      : []);
  const current = Array.isArray(value) ? value.map(String) : [];
  const unknown = current.filter((each) => !options.some((option) => option.value === each));
  return (
    <Frame path={path} half={own.half}>
      <MultiSelect
        label={label}
        size="xs"
        data={[...options, ...unknown.map((each) => ({ value: each, label: each }))]}
        value={current}
        readOnly={readOnly}
        searchable={options.length > 6}
        filter={({ options: all, search }) => bySense({ options: all, search })}
        error={asError(errors)}
        onChange={(next) => {
          if (schema.safeParse(next).success) onChange(next);
        }}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
