import { useTranslation } from 'react-i18next';
import { decimal } from '../../ui/numbers.ts';
import type { FieldProps } from '../field-props.ts';
import { asError, Frame, Lines } from '../frame.tsx';
import { describeSchema } from '../schema.ts';
import { readWhole } from '../typed-number.ts';
import { DraftInput } from '../draft-input.tsx';
import { type Read, useDraft } from '../use-draft.ts';
import { useField } from '../use-field.tsx';

/** Whole numbers: a drawing counts days, hours and pieces. */
export function NumberField({ schema, value, onChange, path, label, own }: FieldProps) {
  const { i18n } = useTranslation();
  const described = describeSchema(schema);
  const limits = described.kind === 'number' ? described : { min: 0, max: 0 };
  const draft = useDraft<unknown>({
    value,
    shown: typeof value === 'number' ? decimal(String(value), i18n.language) : '',
    read: (text): Read<unknown> => {
      if (text.trim() === '' && described.nullable) return { ok: true, value: null };
      const number = readWhole(text);
      if (number === null) return { ok: false, wrong: { key: 'number' } };
      const { min, max } = limits;
      return schema.safeParse(number).success
        ? { ok: true, value: number }
        : { ok: false, wrong: { key: 'range', params: { min, max } } };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);
  return (
    <Frame path={path} half={own.half ?? true}>
      <DraftInput
        draft={draft}
        label={label}
        size="xs"
        inputMode="numeric"
        readOnly={readOnly}
        error={asError(errors)}
      />
      <Lines warnings={warnings} />
    </Frame>
  );
}
