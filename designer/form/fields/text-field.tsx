import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { FieldProps } from '../field-props.ts';
import { asError, Frame, Lines } from '../frame.tsx';
import { describeSchema } from '../schema.ts';
import { useDraft } from '../use-draft.ts';
import { useField } from '../use-field.tsx';
import { wrongOf } from '../wrong.ts';

/** From how many characters on a text gets several lines. */
const LONG = 250;

export function TextField({ schema, value, onChange, path, label, own }: FieldProps) {
  const described = describeSchema(schema);
  const max = described.kind === 'text' ? described.max : null;
  const lines = own.rows ?? (max !== null && max > LONG ? 2 : 0);
  const draft = useDraft<unknown>({
    value,
    shown: typeof value === 'string' ? value : '',
    read: (text) => {
      const candidate = text.trim() === '' && described.nullable ? null : text;
      const parsed = schema.safeParse(candidate);
      return parsed.success ? { ok: true, value: parsed.data } : { ok: false, wrong: wrongOf(parsed.error) };
    },
    commit: onChange,
  });
  const { readOnly, errors, warnings } = useField(path, draft.wrong);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (lines < 2 || event.ctrlKey)) {
      if (lines === 1) event.preventDefault();
      draft.enter();
    }
    if (event.key === 'Escape' && draft.drop()) event.stopPropagation();
  };
  const common = {
    label,
    size: 'xs',
    value: draft.text,
    readOnly,
    error: asError(errors),
    placeholder: own.placeholder,
    onBlur: draft.leave,
    onKeyDown: keys,
  } as const;
  return (
    <Frame path={path} half={own.half}>
      {lines > 0 ? (
        <Textarea
          {...common}
          autosize
          minRows={lines}
          maxRows={12}
          onChange={(event) => draft.type(event.currentTarget.value)}
        />
      ) : own.options === undefined ? (
        <TextInput {...common} onChange={(event) => draft.type(event.currentTarget.value)} />
      ) : (
        <Autocomplete {...common} data={own.options.map((each) => each.value)} onChange={draft.type} />
      )}
      <Lines warnings={warnings} />
    </Frame>
  );
}
