import { type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo, use } from 'react';
import { SeenFromAfar } from './detail.ts';
import type { WayEdge } from './flow-edges.ts';
import classes from './way-edge.module.css';

/** Dashes are painted one by one, in view or not: beyond this a line is thinner instead, or it holds up panning. */
const LONGEST_DASHED = 1500;
const OFFSET = 8;
const RADIUS = 8;

/** Arrow heads; two for the whole canvas, coloured by their class. */
export const ArrowHeads = ({ id }: { id: string }) => (
  <svg className={classes['heads']} aria-hidden>
    <defs>
      {(['down', 'up'] as const).map((way) => (
        <marker
          key={way}
          id={`${id}-${way}`}
          className={classes['head']}
          data-way={way}
          viewBox="-10 -6 12 12"
          refX="0"
          refY="0"
          markerWidth="11"
          markerHeight="11"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M-9,-5 L0,0 L-9,5 Z" />
        </marker>
      ))}
    </defs>
  </svg>
);

/** One way: the directive's down solid, the report's up dashed. */
export const WayLine = memo(function WayLine(props: EdgeProps<WayEdge>) {
  const far = use(SeenFromAfar);
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data } = props;
  const way = data?.way ?? 'down';
  const length = Math.abs(targetX - sourceX) + Math.abs(targetY - sourceY);
  const dashed = way === 'up' && !far && length < LONGEST_DASHED;
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    borderRadius: RADIUS,
    offset: OFFSET,
    ...bendOf(props),
  });
  return (
    <>
      <path
        d={path}
        className={classes['way']}
        data-way={way}
        data-dashed={dashed || undefined}
        data-selected={props.selected || undefined}
        markerEnd={far ? undefined : props.markerEnd}
      />
      {far || props.selectable !== true ? null : <path d={path} className={classes['reach']} />}
    </>
  );
});

/** A fixed distance from one end while there is room for it, else wherever the line finds its way. */
function bendOf({ sourceY, targetY, data }: EdgeProps<WayEdge>): { centerY?: number } {
  if (data === undefined) return {};
  const { way, bend } = data;
  const ahead = way === 'down' ? 1 : -1;
  const room = (targetY - sourceY) * ahead;
  if (room < bend.by + OFFSET * 2) return {};
  return { centerY: bend.end === 'source' ? sourceY + ahead * bend.by : targetY - ahead * bend.by };
}
