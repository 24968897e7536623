import { useState } from 'react';
import { z } from 'zod';
import type { FieldProps } from '../field-props.ts';
import { Lines } from '../frame.tsx';
import { isEntry } from '../record.ts';
import { bare } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { insideWords } from '../words.ts';
import { type Wrong, wrongOf } from '../wrong.ts';
import { MaybeField } from './maybe-field.tsx';
import { Fields } from './object-field.tsx';

/** An object inside an object. */
export function GroupField(props: FieldProps) {
  const { schema, value, onChange, path, words, own } = props;
  const { schema: inner } = bare(schema);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { errors } = useField(path, wrong, false);
  if (!(inner instanceof z.ZodObject)) return null;
  const fields = (
    <>
      <Fields
        schema={inner}
        value={isEntry(value) ? value : {}}
        path={path}
        labels={own.labels ?? insideWords(schema, words)}
        fields={own.fields}
        onChange={(next) => {
          // an object may hold a rule over several of its fields
          const parsed = inner.safeParse(next);
          setWrong(parsed.success ? null : wrongOf(parsed.error));
          if (parsed.success) onChange(next);
        }}
      />
      {wrong === null ? null : <Lines errors={errors.slice(0, 1)} />}
    </>
  );
  return own.plain === true ? fields : <MaybeField {...props}>{fields}</MaybeField>;
}
