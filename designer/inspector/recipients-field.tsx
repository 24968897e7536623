import { RecipientsOfRecord } from '#model';
import type { FieldProps } from '../form/field-props.ts';
import { GroupField } from '../form/fields/group-field.tsx';
import { UnitsField } from '../form/widgets/unit-fields.tsx';
import { z } from 'zod';

const NOBODY = z.array(RecipientsOfRecord.shape.units.element);

/** Several recipients of record; with the first unit named there are some, with the last one gone none. */
export function RecipientsField(props: FieldProps) {
  const { value, onChange, path, own } = props;
  const read = RecipientsOfRecord.safeParse(value);
  const units = read.success ? read.data.units : [];
  const mode = read.success ? read.data.mode : 'all';
  const list = (
    <UnitsField
      {...props}
      schema={NOBODY}
      value={units}
      path={[...path, 'units']}
      onChange={(next) => {
        const made = RecipientsOfRecord.safeParse({ mode, units: next });
        onChange(made.success ? made.data : null);
      }}
    />
  );
  if (!read.success || read.data.units.length < 2) return list;
  return (
    <>
      {list}
      <GroupField
        {...props}
        schema={RecipientsOfRecord.pick({ mode: true })}
        value={{ mode }}
        label=""
        own={{ ...own, labels: 'form.recipients' }}
        onChange={(next) => {
          const made = RecipientsOfRecord.safeParse({ units, ...(next as object) });
          if (made.success) onChange(made.data);
        }}
      />
    </>
  );
}
