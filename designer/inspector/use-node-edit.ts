import type { DrawingNode } from '#model';
import { editNode } from '../drawing/commands/editing.ts';
import { useEditor } from '../drawing/editor.tsx';
import { changesOf, mergeOf } from '../form/change.ts';

type Part = Readonly<Record<string, unknown>>;

/** Hands changed fields of a level to the drawing as one command; typing in one field is one step. */
export function useNodeEdit(node: DrawingNode): (next: Part) => void {
  const { drawing } = useEditor();
  return (next) => {
    const before: Part = node;
    const after: Part = { ...node, ...next };
    const changes = changesOf(before, after);
    if (Object.keys(changes).length === 0) return;
    drawing
      .getState()
      .run(editNode(node.id, (draft) => void Object.assign(draft, changes), mergeOf(node.id, before, after)));
  };
}
