import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { CivilDate } from '#model';
import { useDrawing, useFindings } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import { Frame } from '../frame.tsx';
import { bare } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { DateField } from './date-field.tsx';
import { parameterOf } from './parameter.ts';

const TYPED = '';

/** A date, or a question that is asked when the cascade is started. */
export function DateOrParameterField(props: FieldProps) {
  const { schema, value, onChange, path, label, own } = props;
  const { t } = useTranslation();
  const { readOnly } = useField(path, null);
  const parameters = useDrawing(
    useShallow((state) => state.present.definition.parameters.filter(({ kind }) => kind === 'date')),
  );
  const today = useFindings((state) => state.trial.startOn);
  const { nullable } = bare(schema);
  const asked = parameterOf(value);
  const dates = nullable ? CivilDate.nullable() : CivilDate;
  const typed = <DateField {...props} schema={dates} own={{ ...own, half: true }} />;
  if (parameters.length === 0 && asked === null) return typed;
  return (
    <>
      <Frame path={path} half>
        <Select
          label={label}
          size="xs"
          readOnly={readOnly}
          allowDeselect={false}
          value={asked ?? TYPED}
          data={[
            { value: TYPED, label: t('form.typedDate') },
            ...parameters.map((each) => ({ value: each.key, label: t('form.asked', { label: each.label }) })),
            ...(asked === null || parameters.some(({ key }) => key === asked)
              ? []
              : [{ value: asked, label: asked }]),
          ]}
          onChange={(next) =>
            onChange(next === null || next === TYPED ? (nullable ? null : today) : { parameter: next })
          }
        />
      </Frame>
      {asked === null ? (
        <DateField {...props} schema={dates} label={t('form.date')} own={{ ...own, half: true }} />
      ) : (
        <span />
      )}
    </>
  );
}
