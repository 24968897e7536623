import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Within } from '#model';
import { useDrawing } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import { Frame, Lines } from '../frame.tsx';
import { useField } from '../use-field.tsx';
import { UnitChips } from './unit-chips.tsx';
import { UnitSearch } from './unit-search.tsx';

/** Below whom units are looked for: below the unit that addresses, or below one that is named. */
export function WithinField({ value, onChange, path, label, own }: FieldProps) {
  const { t } = useTranslation();
  const { readOnly, errors, warnings } = useField(path, null);
  const parameters = useDrawing(
    useShallow((state) => state.present.definition.parameters.filter(({ kind }) => kind === 'unit')),
  );
  const within = Within.safeParse(value);
  const named = within.success && within.data !== 'parent' ? within.data : null;
  const [looking, setLooking] = useState(false);
  const place = named === null && !looking ? 'parent' : 'named';
  return (
    <Frame path={path} half={own.half}>
      <Select
        label={label}
        size="xs"
        readOnly={readOnly}
        allowDeselect={false}
        value={place}
        data={['parent', 'named'].map((each) => ({ value: each, label: t(`form.within.${each}`) }))}
        onChange={(next) => {
          setLooking(next === 'named');
          if (next === 'parent' && named !== null) onChange('parent');
        }}
      />
      {named === null ? null : <UnitChips units={[named]} />}
      {place === 'parent' || readOnly ? null : (
        <UnitSearch
          label={label}
          chosen={[]}
          parameters={parameters}
          onPick={(picked) => {
            const parsed = Within.safeParse(picked);
            if (parsed.success) onChange(parsed.data);
          }}
        />
      )}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
