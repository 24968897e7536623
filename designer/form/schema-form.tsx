import { useRef } from 'react';
import type { z } from 'zod';
import type { Place } from '../drawing/view-store.ts';
import { Field } from './field.tsx';
import { FieldContext, type FieldOverrides } from './field-props.ts';
import { Fields } from './fields/object-field.tsx';
import { placeName } from './paths.ts';
import { useGoTo } from './use-go-to.ts';

interface SchemaFormProps<S extends z.ZodObject> {
  readonly schema: S;
  readonly value: z.output<S>;
  /** Key prefix of the labels: `form.task` → `form.task.text`, options `form.task.role_lead`. */
  readonly labels: string;
  /** Where the value stands in the drawing: problems and wishes to go somewhere are found by it. */
  readonly path: Place;
  /** Called with what the schema accepts, nothing else. */
  readonly onChange: (next: z.output<S>) => void;
  readonly fields?: FieldOverrides;
}

/**
 * A form made from a schema of the model. What is typed is kept as typed and handed over on leaving the
 * field, on Enter or after a rest; what the schema refuses is said beneath the field and not handed over.
 */
export function SchemaForm<S extends z.ZodObject>(props: SchemaFormProps<S>) {
  const { schema, value, labels, path, onChange, fields } = props;
  const form = useRef<HTMLDivElement>(null);
  useGoTo(form, path);
  return (
    <FieldContext value={Field}>
      <div ref={form} data-place={placeName(path)}>
        <Fields
          schema={schema}
          value={value}
          path={path}
          labels={labels}
          fields={fields}
          // every field has asked its part of the schema
          onChange={(next) => onChange(next as z.output<S>)}
        />
      </div>
    </FieldContext>
  );
}
