import { Input } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { UnitId, UnitOrParameter } from '#model';
import { useDrawing } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import { Frame, Lines } from '../frame.tsx';
import { bare, describeSchema } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { type Wrong, wrongOf } from '../wrong.ts';
import { UnitChips } from './unit-chips.tsx';
import { UnitSearch } from './unit-search.tsx';

const NO_PARAMETERS: readonly never[] = [];

/** Parameters that may stand for a unit, where the schema lets them. */
function useUnitParameters(element: unknown) {
  return useDrawing(
    useShallow((state) =>
      element === UnitId
        ? NO_PARAMETERS
        : state.present.definition.parameters.filter(({ kind }) => kind === 'unit'),
    ),
  );
}

/** Several units: chips and a search. */
export function UnitsField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { readOnly, errors, warnings } = useField(path, wrong);
  const described = describeSchema(schema);
  const element = described.kind === 'list' ? bare(described.element).schema : UnitOrParameter;
  const parameters = useUnitParameters(element);
  const units = (Array.isArray(value) ? value : []).flatMap((each): UnitOrParameter[] => {
    const parsed = UnitOrParameter.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
  const attempt = (next: readonly unknown[]) => {
    const parsed = schema.safeParse(next);
    setWrong(parsed.success ? null : wrongOf(parsed.error));
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <Frame path={path} half={own.half}>
      <Input.Wrapper size="xs" label={label} labelElement="div">
        <UnitChips
          units={units}
          onRemove={readOnly ? undefined : (index) => attempt(units.filter((_, at) => at !== index))}
        />
        {readOnly ? null : (
          <UnitSearch
            label={t('form.addOne', { label })}
            chosen={units.map((each) => (typeof each === 'string' ? each : ''))}
            parameters={parameters}
            onPick={(picked) => attempt([...units, picked])}
          />
        )}
      </Input.Wrapper>
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}

/** One unit, or none where it may be left out. */
export function UnitField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { readOnly, errors, warnings } = useField(path, null);
  const { schema: element, nullable } = bare(schema);
  const parameters = useUnitParameters(element);
  const unit = UnitOrParameter.safeParse(value);
  const choose = (next: unknown) => {
    const parsed = schema.safeParse(next);
    if (parsed.success) onChange(parsed.data);
  };
  return (
    <Frame path={path} half={own.half}>
      <Input.Wrapper size="xs" label={label} labelElement="div">
        {unit.success ? (
          <UnitChips units={[unit.data]} onRemove={nullable && !readOnly ? () => choose(null) : undefined} />
        ) : null}
        {readOnly || (unit.success && nullable) ? null : (
          <UnitSearch label={label} chosen={[]} parameters={parameters} onPick={choose} />
        )}
      </Input.Wrapper>
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
