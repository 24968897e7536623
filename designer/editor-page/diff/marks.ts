import type { DrawingNode } from '#model';
import type { Drawing } from '../../drawing/drawing.ts';
import { placedOf } from '../../drawing/places.ts';
import type { Overlay } from '../../drawing/view-store.ts';
import type { Change } from './change.ts';

type Marks = Extract<Overlay, { kind: 'diff' }>['marks'];

/** What the canvas shows of the changes: a level is new, gone, or something in it changed. */
export function marksOf(changes: readonly Change[]): Marks {
  const marks = new Map<string, 'added' | 'removed' | 'changed'>();
  for (const change of changes) {
    if (change.node === null) continue;
    const whole = change.kind !== 'changed' && change.thing.kind === 'node';
    if (whole && change.kind !== 'moved')
      marks.set(change.node, change.kind === 'added' ? 'added' : 'removed');
    else if (!marks.has(change.node)) marks.set(change.node, 'changed');
  }
  return marks;
}

/** The newer drawing together with the levels that it no longer has, standing where they stood. */
export function mergedDrawing(before: Drawing, after: Drawing): Drawing {
  const known = new Set(after.definition.nodes.map(({ id }) => id));
  const gone = before.definition.nodes.filter(({ id }) => !known.has(id));
  if (gone.length === 0) return after;
  const all = new Set([...known, ...gone.map(({ id }) => id)]);
  const hung = (node: DrawingNode): DrawingNode =>
    // a second top cannot be drawn below anything
    node.parent !== null && all.has(node.parent) ? node : { ...node, parent: rootId(after) };
  const nodes = [...after.definition.nodes, ...gone.map(hung)];
  // where nothing was placed by hand all levels arrange themselves together
  const placed = Object.keys(after.definition.layout.nodes).length > 0;
  const before_ = placedOf(before.definition);
  const layout = placed
    ? {
        nodes: {
          ...after.definition.layout.nodes,
          ...Object.fromEntries(gone.map(({ id }) => [id, before_.get(id) ?? { x: 0, y: 0, locked: false }])),
        },
      }
    : { nodes: {} };
  return { ...after, definition: { ...after.definition, nodes, layout } };
}

const rootId = ({ definition }: Drawing): string | null =>
  definition.nodes.find(({ parent }) => parent === null)?.id ?? null;
