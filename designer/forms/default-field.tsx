import { CivilDate, Parameter, UnitId } from '#model';
import { z } from 'zod';
import type { FieldProps } from '../form/field-props.ts';
import { NumberField } from '../form/fields/number-field.tsx';
import { TextField } from '../form/fields/text-field.tsx';
import { DateField } from '../form/widgets/date-field.tsx';
import { UnitField } from '../form/widgets/unit-fields.tsx';

const DATE = CivilDate.nullable();
const WHOLE = z.int().nullable();
const UNIT = UnitId.nullable();
const WORDS = z.string().max(300).nullable();
const { kind: Kind } = Parameter.shape;

/** What a question is answered with unless somebody says otherwise, as its kind wants it. */
export function DefaultField(props: FieldProps) {
  const kind = Kind.safeParse(props.siblings['kind']);
  if (!kind.success) return null;
  switch (kind.data) {
    case 'date':
      return <DateField {...props} schema={DATE} />;
    case 'number':
      return <NumberField {...props} schema={WHOLE} />;
    case 'unit':
      return <UnitField {...props} schema={UNIT} />;
    case 'text':
      return <TextField {...props} schema={WORDS} own={{ ...props.own, half: true }} />;
  }
}
