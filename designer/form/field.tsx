import { type ComponentType, createElement, useMemo } from 'react';
import type { z } from 'zod';
import {
  Bound,
  CivilDate,
  Condition,
  DateOrParameter,
  Key,
  Members,
  Selector,
  TimeOfDay,
  UnitId,
  UnitOrParameter,
  Within,
} from '#model';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import type { FieldProps } from './field-props.ts';
import { ChoiceField, ChoicesField } from './fields/choice-field.tsx';
import { GroupField } from './fields/group-field.tsx';
import { ListField } from './fields/list-field.tsx';
import { NumberField } from './fields/number-field.tsx';
import { SwitchField } from './fields/switch-field.tsx';
import { TextField } from './fields/text-field.tsx';
import { VariantsField } from './fields/variants-field.tsx';
import { referencesAt } from './references.ts';
import { bare, describeSchema } from './schema.ts';
import { BoundField } from './widgets/bound-field.tsx';
import { ConditionField } from './widgets/condition-field.tsx';
import { DateField } from './widgets/date-field.tsx';
import { DateOrParameterField } from './widgets/date-or-parameter-field.tsx';
import { MembersField } from './widgets/members-field.tsx';
import { SelectorField } from './widgets/selector-field.tsx';
import { TimeField } from './widgets/time-field.tsx';
import { UnitField, UnitsField } from './widgets/unit-fields.tsx';
import { WithinField } from './widgets/within-field.tsx';

type Widget = ComponentType<FieldProps>;

/** Schemas that people know by a field of its own. */
const WIDGETS: ReadonlyMap<z.ZodType, Widget> = new Map<z.ZodType, Widget>([
  [Bound, BoundField],
  [CivilDate, DateField],
  [Condition, ConditionField],
  [DateOrParameter, DateOrParameterField],
  [Key, KeyField],
  [Members, MembersField],
  [Selector, SelectorField],
  [TimeOfDay, TimeField],
  [UnitId, UnitField],
  [UnitOrParameter, UnitField],
  [Within, WithinField],
]);

/** The field that fits a schema. */
export function Field(props: FieldProps) {
  const Chosen = props.own.widget ?? widgetOf(props);
  return Chosen === null ? null : createElement(Chosen, props);
}

function widgetOf({ schema, own }: FieldProps): Widget | null {
  const known = WIDGETS.get(bare(schema).schema);
  if (known !== undefined) return known;
  const described = describeSchema(schema);
  switch (described.kind) {
    case 'text':
      return own.options !== undefined && own.free !== true ? ChoiceField : TextField;
    case 'number':
      return NumberField;
    case 'choice':
      return ChoiceField;
    case 'switch':
      return SwitchField;
    case 'object':
      return GroupField;
    case 'variants':
      return VariantsField;
    case 'list':
      return listOf(described.element, own);
    case 'literal':
    case 'other':
      return null;
  }
}

function listOf(element: z.ZodType, own: FieldProps['own']): Widget {
  const inner = bare(element).schema;
  if (inner === UnitId || inner === UnitOrParameter) return UnitsField;
  const { kind } = describeSchema(inner);
  return kind === 'choice' || (kind === 'text' && own.options !== undefined) ? ChoicesField : ListField;
}

/** A key that names something of the drawing is chosen; any other is typed. */
function KeyField(props: FieldProps) {
  const definition = useDrawing((state) => state.present.definition);
  const calendars = useFindings((state) => state.calendars);
  const { path, own } = props;
  const named = useMemo(() => referencesAt(path, { definition, calendars }), [path, definition, calendars]);
  const options = own.options ?? named;
  const { nullable, optional } = bare(props.schema);
  const unset = props.value === null || props.value === undefined;
  // nothing to name yet, and nothing has to be named
  if (options?.length === 0 && (nullable || optional) && unset) return null;
  if (options === null) return <TextField {...props} />;
  const Choice = own.free === true ? TextField : ChoiceField;
  return createElement(Choice, { ...props, own: { ...own, options } });
}
