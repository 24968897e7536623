import { Definition } from '#model';
import { useDrawing, useEditor } from '../drawing/editor.tsx';
import { editDefinition } from '../drawing/commands/editing.ts';
import { changesOf, mergeOf } from '../form/change.ts';
import type { FieldOverrides } from '../form/field-props.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { DefaultField } from './default-field.tsx';
import { KeyLine } from './key-line.tsx';
import { settleParameters } from './parameters.ts';
import { settleTargets } from './targets.ts';
import { TargetsField } from './targets-field.tsx';

/** What belongs to the drawing as a whole, as it is read. */
const ORDERED = Definition.pick({
  title: true,
  summary: true,
  calendar: true,
  lateReports: true,
  parameters: true,
  events: true,
  targets: true,
});
const KEY = Definition.pick({ key: true });
const PATH = ['definition'];

const FIELDS: FieldOverrides = {
  title: { rows: 2 },
  summary: { rows: 3 },
  calendar: { fields: { id: { hidden: false } } },
  parameters: {
    fields: { label: { rows: 1 }, kind: { half: true }, default: { widget: DefaultField, half: true } },
  },
  events: { fields: { label: { rows: 1 } } },
  targets: { widget: TargetsField },
};
const KEY_FIELDS: FieldOverrides = { key: { hidden: false } };

/** The properties of the drawing. */
export function DrawingForm() {
  const { drawing } = useEditor();
  const definition = useDrawing((state) => state.present.definition);
  const change = (next: Partial<Definition>) => {
    const before = pickOf(definition, next);
    const { parameters = definition.parameters, targets = definition.targets } = next;
    const settled = {
      ...next,
      ...(parameters === definition.parameters
        ? {}
        : { parameters: [...settleParameters(definition.parameters, parameters)] }),
      ...(targets === definition.targets ? {} : { targets: [...settleTargets(definition, targets)] }),
    };
    drawing
      .getState()
      .run(
        editDefinition(
          (draft) => void Object.assign(draft, changesOf(before, settled)),
          mergeOf('definition', before, next),
        ),
      );
  };
  return (
    <>
      <SchemaForm
        schema={ORDERED}
        value={definition}
        labels="forms.drawing"
        path={PATH}
        fields={FIELDS}
        onChange={change}
      />
      <KeyLine value={definition.key}>
        <SchemaForm
          schema={KEY}
          value={definition}
          labels="forms.drawing"
          path={PATH}
          fields={KEY_FIELDS}
          onChange={change}
        />
      </KeyLine>
    </>
  );
}

/** The same fields of the drawing as it was. */
function pickOf(definition: Definition, like: Partial<Definition>): Readonly<Record<string, unknown>> {
  const known = new Map(Object.entries(definition));
  return Object.fromEntries(Object.keys(like).map((key) => [key, known.get(key)]));
}
