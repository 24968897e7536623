import { type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { LINE_OFFSET, type WayEdge } from './flow-edges.ts';
import classes from './ways.module.css';
import { bendOf } from './ways.ts';

/** What of one line can be met by the pointer; the line itself is drawn with all others (`ways-layer.tsx`). */
export const WayLine = memo(function WayLine(props: EdgeProps<WayEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data } = props;
  if (props.selectable !== true) return null;
  const centerY = bendOf({ data }, { from: { x: sourceX, y: sourceY }, to: { x: targetX, y: targetY } });
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    borderRadius: 0,
    offset: LINE_OFFSET,
    ...(centerY === null ? {} : { centerY }),
  });
  return (
    <>
      {props.selected === true ? <path d={path} className={classes['chosen']} data-way={data?.way} /> : null}
      <path d={path} className={classes['reach']} />
    </>
  );
});
