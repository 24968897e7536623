import type { DrawingNode } from '#model';
import type { Editor } from '../drawing/editor.tsx';
import { focalPointsOf, type FocalPoint } from '../drawing/layout.ts';
import { nodeOf, rootOf } from '../drawing/drawing.ts';

/** The levels and groups among what is selected, in the order of the drawing. */
export function selectedLevels({ drawing, view }: Editor): readonly DrawingNode[] {
  const { selection } = view.getState();
  return drawing.getState().present.definition.nodes.filter(({ id }) => selection.has(id));
}

export function selectedFocalPoints({ drawing, view }: Editor): readonly FocalPoint[] {
  const { selection } = view.getState();
  return focalPointsOf(drawing.getState().present.definition.nodes).filter(({ id }) => selection.has(id));
}

/** What a new level hangs on: the first selected level, else the top. */
export function anchorOf(editor: Editor): DrawingNode | undefined {
  const drawing = editor.drawing.getState().present;
  const [focal] = selectedFocalPoints(editor);
  return (
    selectedLevels(editor)[0] ??
    (focal === undefined ? undefined : nodeOf(drawing, focal.parent)) ??
    rootOf(drawing)
  );
}
