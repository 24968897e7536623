import { ViewportPortal } from '@xyflow/react';
import { memo, use, useId, useMemo } from 'react';
import type { Point } from '../drawing/places.ts';
import { SeenFromAfar } from './detail.ts';
import type { WayEdge } from './flow-edges.ts';
import type { FlowNode } from './flow-nodes.ts';
import { type Drawn, drawnOf, familiesOf, type Family } from './ways.ts';
import classes from './ways.module.css';

interface WaysProps {
  /** Too many to be told apart: the ways down only. */
  readonly plain: boolean;
  readonly edges: readonly WayEdge[];
  readonly nodes: readonly FlowNode[];
  /** Who is being dragged, and the boxes as they stand meanwhile. */
  readonly moving: ReadonlyMap<string, Point>;
  readonly moved: readonly FlowNode[];
}

/** All lines of the drawing behind its boxes: the directive's way down solid, the report's way up dashed. */
export const Ways = memo(function Ways({ plain, edges, nodes, moving, moved }: WaysProps) {
  const far = use(SeenFromAfar);
  const dashes = useId();
  const families = useMemo(() => {
    const all = familiesOf(edges);
    return plain ? all.filter(({ way }) => way === 'down') : all;
  }, [edges, plain]);
  const atRest = useMemo(() => {
    const boxes = byId(nodes);
    return new Map(families.map((family) => [family.id, drawnOf(family, boxes)]));
  }, [families, nodes]);
  const now = useMemo(() => redrawn(families, { moving, moved }), [families, moving, moved]);
  return (
    <ViewportPortal>
      <svg className={classes['ways']} data-far={far || undefined} width={1} height={1} aria-hidden>
        <defs>
          {/* dashes as a slanting pattern: the same along and across, and far cheaper than a dashed stroke */}
          <linearGradient
            id={dashes}
            gradientUnits="userSpaceOnUse"
            x1={0}
            y1={0}
            x2={DASH / 2}
            y2={DASH / 2}
            spreadMethod="repeat"
          >
            <stop offset={0.6} className={classes['dash']} />
            <stop offset={0.6} className={classes['dash']} stopOpacity={0} />
          </linearGradient>
        </defs>
        {families.map(({ id, way }) => (
          <Lines
            key={id}
            way={way}
            {...(now.get(id) ?? atRest.get(id) ?? NOTHING)}
            dashes={way === 'up' && !far ? dashes : null}
            far={far}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
});

const DASH = 10;
const NOTHING: Drawn = { lines: '', heads: '' };

interface LinesProps extends Drawn {
  readonly way: Family['way'];
  /** Id of the pattern of dashes. */
  readonly dashes: string | null;
  readonly far: boolean;
}

const Lines = memo(function Lines({ way, lines, heads, dashes, far }: LinesProps) {
  const dashed = dashes === null ? undefined : { stroke: `url("#${dashes}")` };
  return (
    <>
      <path d={lines} className={classes['lines']} data-way={way} style={dashed} />
      {far ? null : <path d={heads} className={classes['heads']} data-way={way} />}
    </>
  );
});

const byId = (nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> =>
  new Map(nodes.map((node) => [node.id, node]));

/** The lines of those that are being dragged, and nobody else's. */
function redrawn(
  families: readonly Family[],
  { moving, moved }: Pick<WaysProps, 'moving' | 'moved'>,
): ReadonlyMap<string, Drawn> {
  if (moving.size === 0) return new Map();
  const boxes = byId(moved);
  const touched = new Set(
    moved.flatMap((node) => {
      const anchor = node.type === 'focal' ? node.data.anchor : node.id;
      return moving.has(anchor) ? [node.id] : [];
    }),
  );
  return new Map(
    families
      .filter(({ members }) => [...touched].some((id) => members.has(id)))
      .map((family) => [family.id, drawnOf(family, boxes)]),
  );
}
