import type { NodeChange } from '@xyflow/react';
import { useCallback, useRef, useState } from 'react';
import { moveNodes } from '../drawing/commands/placing.ts';
import { useEditor } from '../drawing/editor.tsx';
import { type Point, placedOf } from '../drawing/places.ts';
import type { FlowNode } from './flow-nodes.ts';
import { alignedTo, type Guide } from './guides.ts';

type Places = ReadonlyMap<string, Point>;
const NOBODY: Places = new Map();

/** Levels under the pointer move on the page only; the drawing learns of it once, when they are let go. */
export function useMoving() {
  const { drawing } = useEditor();
  const [moving, setMoving] = useState<Places>(NOBODY);
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  // read when the drag ends, before React has drawn the last step
  const latest = useRef<Places>(NOBODY);
  /** Who stands still; worked out once per drag. */
  const others = useRef<readonly Point[] | null>(null);

  const move = useCallback(
    (changes: readonly NodeChange<FlowNode>[]) => {
      const dragged = new Map(
        changes.flatMap((each): [string, Point][] =>
          each.type === 'position' && each.dragging === true && each.position !== undefined
            ? [[each.id, each.position]]
            : [],
        ),
      );
      const [first] = dragged.values();
      if (first === undefined) return;
      others.current ??= [...placedOf(drawing.getState().present.definition)].flatMap(([id, at]) =>
        dragged.has(id) ? [] : [at],
      );
      const { by, guides: found } = alignedTo(first, others.current);
      latest.current = new Map([...dragged].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));
      setMoving(latest.current);
      setGuides(found);
    },
    [drawing],
  );

  const drop = useCallback(() => {
    const places = latest.current;
    latest.current = NOBODY;
    others.current = null;
    setMoving(NOBODY);
    setGuides([]);
    if (places.size > 0) drawing.getState().run(moveNodes(places));
  }, [drawing]);

  return { moving, guides, move, drop };
}
