import type { Edge } from '@xyflow/react';
import type { Definition } from '#model';
import { arrowsOf, type FocalPoint } from '../drawing/layout.ts';

/** A way of the directive or of the report. `bend`: how far from which end the line turns sideways. */
export type WayEdge = Edge<
  { readonly way: 'down' | 'up'; readonly bend: { readonly end: 'source' | 'target'; readonly by: number } },
  'way'
>;

/** How far a line runs straight before it turns. */
export const LINE_OFFSET = 8;

/** Lines of both ways keep apart, and clear of what hangs below a level. */
const BEND = {
  down: { end: 'source', by: 36 },
  downPastFocal: { end: 'target', by: 16 },
  up: { end: 'source', by: 22 },
  upToFocal: { end: 'source', by: 38 },
  upFromFocal: { end: 'target', by: 18 },
} as const;

interface EdgesInput {
  readonly nodes: Definition['nodes'];
  readonly focal: readonly FocalPoint[];
  readonly selected: string | null;
  readonly selectable: boolean;
  readonly nameOf: (edge: Pick<WayEdge, 'source' | 'target'> & { readonly way: 'down' | 'up' }) => string;
}

export function flowEdges({ nodes, focal, selected, selectable, nameOf }: EdgesInput): readonly WayEdge[] {
  const points = new Set(focal.map(({ id }) => id));
  const crowded = new Set(focal.map(({ parent }) => parent));
  return arrowsOf(nodes, focal).map(({ id, source, target, way }): WayEdge => {
    const down = way === 'down';
    const kind = down
      ? crowded.has(source)
        ? 'downPastFocal'
        : 'down'
      : points.has(target)
        ? 'upToFocal'
        : points.has(source)
          ? 'upFromFocal'
          : 'up';
    return {
      id,
      source,
      target,
      type: 'way',
      sourceHandle: down ? 'out' : 'up',
      targetHandle: down ? 'in' : kind === 'up' ? 'reports' : 'through',
      data: { way, bend: BEND[kind] },
      selected: id === selected,
      selectable,
      focusable: false,
      ariaLabel: nameOf({ source, target, way }),
      // focus by click so that Delete reaches it, without hundreds of stops for Tab
      domAttributes: { tabIndex: -1 },
    };
  });
}
