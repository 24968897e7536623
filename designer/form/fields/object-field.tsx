import type { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { Key } from '#model';
import type { FieldOverrides, FieldProps } from '../field-props.ts';
import { IDENTITY } from '../fresh.ts';
import classes from '../form.module.css';
import { Inner } from '../inner.tsx';
import { bare, describeSchema, shapeOf } from '../schema.ts';

interface FieldsProps {
  readonly schema: z.ZodObject;
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (next: Readonly<Record<string, unknown>>) => void;
  readonly path: FieldProps['path'];
  readonly labels: string;
  readonly fields?: FieldOverrides | undefined;
}

/** The fields of an object, two in a row where they are short. */
export function Fields({ schema, value, onChange, path, labels, fields = {} }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['fields']}>
      {Object.entries(shapeOf(schema)).map(([field, of]) => {
        const own = fields[field] ?? {};
        if (own.hidden ?? isMade(field, of)) return null;
        const words = `${labels}.${field}`;
        return (
          <Inner
            key={field}
            schema={of}
            value={value[field]}
            path={[...path, field]}
            label={own.label ?? t(words)}
            words={words}
            own={own}
            siblings={value}
            onChange={(next) => onChange(withField(value, field, next))}
          />
        );
      })}
    </div>
  );
}

/** What nobody types: the key that others name an entry by, and what is always the same. */
const isMade = (field: string, schema: z.ZodType): boolean =>
  (IDENTITY.has(field) && bare(schema).schema === Key) || describeSchema(schema).kind === 'literal';

function withField(
  value: Readonly<Record<string, unknown>>,
  field: string,
  next: unknown,
): Readonly<Record<string, unknown>> {
  if (next !== undefined) return { ...value, [field]: next };
  const { [field]: _gone, ...rest } = value;
  return rest;
}
