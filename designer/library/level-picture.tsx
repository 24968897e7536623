import type { Definition } from '#model';
import {
  arrowsOf,
  FOCAL_HEIGHT,
  FOCAL_WIDTH,
  focalPointsOf,
  layoutLevels,
  NODE_HEIGHT,
  NODE_WIDTH,
} from '../drawing/layout.ts';
import classes from './level-picture.module.css';

interface LevelPictureProps {
  readonly nodes: Definition['nodes'];
}

const MARGIN = 12;

/** The shape of a cascade at a glance. Its words stand beside it, so it is no image to a screen reader. */
export function LevelPicture({ nodes }: LevelPictureProps) {
  const focal = focalPointsOf(nodes);
  const points = new Set(focal.map(({ id }) => id));
  const boxes = [...layoutLevels(nodes, focal).values()].map(({ id, x, y }) => {
    const [width, height] = points.has(id) ? [FOCAL_WIDTH, FOCAL_HEIGHT] : [NODE_WIDTH, NODE_HEIGHT];
    return { id, x, y, width, height, focal: points.has(id) };
  });
  const at = new Map(boxes.map((box) => [box.id, box]));
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  return (
    <svg
      className={classes['picture']}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      aria-hidden
      focusable="false"
    >
      {arrowsOf(nodes, focal)
        .filter(({ way, source, target }) => way === 'down' || points.has(source) || points.has(target))
        .map(({ id, source, target, way }) => {
          const [above, below] =
            way === 'down' ? [at.get(source), at.get(target)] : [at.get(target), at.get(source)];
          if (above === undefined || below === undefined) return null;
          const [x1, y1] = [above.x + above.width / 2, above.y + above.height];
          const [x2, y2] = [below.x + below.width / 2, below.y];
          const middle = (y1 + y2) / 2;
          return (
            <path
              key={id}
              className={classes[way] ?? ''}
              d={`M${x1} ${y1}V${middle}H${x2}V${y2}`}
              vectorEffect="non-scaling-stroke"
            />
          );
        })}
      {boxes.map(({ id, x, y, width, height, focal: isFocal }) => (
        <rect
          key={id}
          className={isFocal ? classes['focal'] : classes['level']}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={14}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
