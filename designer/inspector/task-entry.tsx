import { ActorTask, Task } from '#model';
import type { FieldOverrides, FieldProps } from '../form/field-props.ts';
import { Fields } from '../form/fields/object-field.tsx';
import { isEntry } from '../form/record.ts';
import { bare, pick } from '../form/schema.ts';

const ORDER = ['text', 'assignee', 'role', 'kind', 'proof', 'members', 'window', 'conditions'];
const TASK = pick(Task, ORDER);
const ACTOR_TASK = pick(ActorTask, ORDER);
const FIELDS: FieldOverrides = {
  text: { rows: 3 },
  role: { half: true },
  kind: { half: true },
  proof: { half: true },
};

/** A task: what and who first, then for whom and when. */
export function TaskEntry({ schema, value, onChange, path }: FieldProps) {
  return (
    <Fields
      schema={bare(schema).schema === ActorTask ? ACTOR_TASK : TASK}
      value={isEntry(value) ? value : {}}
      onChange={onChange}
      path={path}
      labels="form.task"
      fields={FIELDS}
    />
  );
}
