import { Definition, type Directive } from '#model';
import { createEditor, type Editor } from '../drawing/editor.tsx';

/** Fields of a letter live in an editor of a drawing; a letter of an office has none around it. */
const NO_DRAWING = Definition.parse({
  formatVersion: 1,
  key: 'letter',
  title: '—',
  nodes: [{ id: 'unit', name: '—', parent: null, select: { kind: 'root' } }],
});

export const letterEditor = (directive: Directive): Editor =>
  createEditor(
    { definition: NO_DRAWING, directive },
    { trial: { rootUnitId: null, startOn: '2000-01-01', parameters: {} } },
  );
