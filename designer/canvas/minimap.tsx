import { type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { memo, type PointerEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';
import classes from './canvas.module.css';

const AROUND = 60;
const REST_MS = 120;
/** In a lower canvas it would cover the drawing. */
const LEAST_HEIGHT = 420;

interface MinimapProps {
  readonly placed: ReadonlyMap<string, Point>;
  readonly selection: ReadonlySet<string>;
}

/** The whole drawing in a corner: one path for all levels, so that panning moves one rectangle only. */
export const Minimap = memo(function Minimap({ placed, selection }: MinimapProps) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const seen = useSeen();
  const low = useStore(({ height }) => height < LEAST_HEIGHT);
  const { path, chosen, box } = useMemo(() => picture(placed, selection), [placed, selection]);
  const x = Math.min(box.x, seen.x);
  const y = Math.min(box.y, seen.y);
  const width = Math.max(box.x + box.width, seen.x + seen.width) - x;
  const height = Math.max(box.y + box.height, seen.y + seen.height) - y;
  if (low) return null;
  const go = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const matrix = event.currentTarget.getScreenCTM();
    if (matrix === null) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  };
  return (
    <svg
      className={classes['minimap']}
      role="img"
      aria-label={t('canvas.minimap')}
      viewBox={`${x} ${y} ${width} ${height}`}
      onPointerDown={go}
      onPointerMove={go}
    >
      <path d={path} />
      <path d={chosen} data-chosen />
      <rect x={seen.x} y={seen.y} width={seen.width} height={seen.height} />
    </svg>
  );
});

const seenOf = ({ transform: [left, top, zoom], width, height }: ReactFlowState) => ({
  x: -left / zoom,
  y: -top / zoom,
  width: width / zoom,
  height: height / zoom,
});

/** The part of the drawing that is in view once it rests: panning draws nothing but the canvas itself. */
function useSeen() {
  const store = useStoreApi();
  const [seen, setSeen] = useState(() => seenOf(store.getState()));
  useEffect(() => {
    let timer: number | null = null;
    const look = (): void => {
      setSeen(seenOf(store.getState()));
    };
    const stop = store.subscribe((now, before) => {
      const moved =
        now.transform !== before.transform || now.width !== before.width || now.height !== before.height;
      if (!moved) return;
      if (timer !== null) window.clearTimeout(timer);
      timer = window.setTimeout(look, REST_MS);
    });
    look();
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [store]);
  return seen;
}

function picture(placed: ReadonlyMap<string, Point>, selection: ReadonlySet<string>) {
  const points = [...placed.values()];
  const left = Math.min(...points.map(({ x }) => x)) - AROUND;
  const top = Math.min(...points.map(({ y }) => y)) - AROUND;
  const right = Math.max(...points.map(({ x }) => x)) + NODE_WIDTH + AROUND;
  const bottom = Math.max(...points.map(({ y }) => y)) + NODE_HEIGHT + AROUND;
  const boxes = (ids: readonly [string, Point][]): string =>
    ids.map(([, { x, y }]) => `M${x} ${y}h${NODE_WIDTH}v${NODE_HEIGHT}h${-NODE_WIDTH}z`).join('');
  const all = [...placed];
  return {
    path: boxes(all.filter(([id]) => !selection.has(id))),
    chosen: boxes(all.filter(([id]) => selection.has(id))),
    box: { x: left, y: top, width: right - left, height: bottom - top },
  };
}
