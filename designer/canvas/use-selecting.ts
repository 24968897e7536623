import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeFocalPoint } from '../drawing/commands/focal.ts';
import { useEditor } from '../drawing/editor.tsx';
import type { FocalPoint } from '../drawing/layout.ts';
import type { WayEdge } from './flow-edges.ts';
import type { FlowNode } from './flow-nodes.ts';

/** Levels are selected for the whole page; a line only here, to be deleted. */
export function useSelecting() {
  const { view } = useEditor();
  const [edge, setEdge] = useState<string | null>(null);
  const selectNodes = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const chosen = changes.flatMap((each) => (each.type === 'select' ? [each] : []));
      if (chosen.length === 0) return;
      const selection = new Set(view.getState().selection);
      for (const { id, selected } of chosen) {
        if (selected) selection.add(id);
        else selection.delete(id);
      }
      view.getState().select(selection);
    },
    [view],
  );
  const selectEdges = useCallback((changes: readonly EdgeChange<WayEdge>[]) => {
    for (const each of changes) {
      if (each.type !== 'select') continue;
      if (each.selected) setEdge(each.id);
      else setEdge((before) => (before === each.id ? null : before));
    }
  }, []);
  return { edge, selectNodes, selectEdges, clear: () => setEdge(null) };
}

interface Deleting {
  readonly edge: string | null;
  readonly edges: readonly WayEdge[];
  readonly focal: readonly FocalPoint[];
  readonly say: (text: string) => void;
}

/** Deletes the selected line where that means something, else says what to do instead; false without a line. */
export function useDeleteEdge({ edge, edges, focal, say }: Deleting): () => boolean {
  const { drawing, view } = useEditor();
  const { t } = useTranslation();
  return () => {
    const line = edges.find(({ id }) => id === edge);
    if (line === undefined || view.getState().readOnly) return false;
    const into = focal.find(({ id }) => id === line.target);
    const from = focal.find(({ id }) => id === line.source);
    if (into !== undefined) drawing.getState().run(removeFocalPoint([line.source]));
    else if (from !== undefined) drawing.getState().run(removeFocalPoint(from.groups));
    else say(t(line.data?.way === 'up' ? 'canvas.upStays' : 'canvas.downStays'));
    return true;
  };
}
