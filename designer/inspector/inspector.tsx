import { useMemo } from 'react';
import { useDrawing, useView } from '../drawing/editor.tsx';
import { focalPointsOf } from '../drawing/layout.ts';
import { DrawingFigures } from './drawing-figures.tsx';
import { FocalPanel } from './focal-panel.tsx';
import { LevelPanel } from './level-panel.tsx';
import { SeveralPanel } from './several-panel.tsx';

/** What is selected, with everything that can be said about it. */
export function Inspector() {
  const selection = useView((state) => state.selection);
  const nodes = useDrawing((state) => state.present.definition.nodes);
  const chosen = useMemo(() => {
    const levels = nodes.filter(({ id }) => selection.has(id));
    const focal = focalPointsOf(nodes).find(({ id }) => selection.has(id)) ?? null;
    return { levels, focal };
  }, [nodes, selection]);
  const [first, ...others] = chosen.levels;
  if (first === undefined)
    return chosen.focal === null ? (
      <DrawingFigures />
    ) : (
      <FocalPanel key={chosen.focal.id} focal={chosen.focal} />
    );
  if (others.length > 0) return <SeveralPanel levels={chosen.levels} />;
  return <LevelPanel key={first.id} id={first.id} />;
}
