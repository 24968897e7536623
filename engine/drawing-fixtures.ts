import type { Definition, DefinitionInput } from '#model';
import { define, REPORT, VN } from './fixtures.ts';
import { validate } from './validate.ts';

/** What the tests of the rules of a drawing share: a root, a group that owes a report, and what is found wrong. */

type NodeInput = DefinitionInput['nodes'][number];

export const root: NodeInput = { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } };
export const task = (id: string) => ({ id, text: 'Việc' });
export const group = (id: string, more: Partial<NodeInput> = {}): NodeInput => ({
  id,
  name: id,
  parent: 'goc',
  select: { kind: 'ofKind', unitKinds: ['office'] },
  tasks: [task(`viec-${id}`)],
  ...more,
});
export const owes = (more: object = {}) => ({
  report: 'kq',
  due: { kind: 'date' as const, date: '2026-12-08', bound: 'by' as const },
  ...more,
});
export const drawn = (nodes: NodeInput[], more: Partial<DefinitionInput> = {}): Definition =>
  define({ reports: [REPORT], nodes, ...more });
export const found = (definition: Definition) =>
  validate(definition, { calendars: [VN] }).map(
    ({ severity, code, path }) => `${severity[0]} ${code} ${path.join('.')}`,
  );
/** One group that owes the report, with something changed in it. */
export const one = (more: Partial<NodeInput> = {}, definition: Partial<DefinitionInput> = {}) =>
  found(drawn([root, group('a', { obligations: [owes()], ...more })], definition));
