import { Checkbox } from '@mantine/core';
import type { FieldProps } from '../field-props.ts';
import { Frame, Lines } from '../frame.tsx';
import { useField } from '../use-field.tsx';

export function SwitchField({ value, onChange, path, label, own }: FieldProps) {
  const { readOnly, errors, warnings } = useField(path, null);
  return (
    <Frame path={path} half={own.half}>
      <Checkbox
        size="xs"
        label={label}
        checked={value === true}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}
