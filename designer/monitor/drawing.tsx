import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  Background,
  BackgroundVariant,
  Controls,
  type Edge,
  MarkerType,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#model';
import type { LevelCount } from '../api/shapes.ts';
import classes from './drawing.module.css';
import { type DrawnNode, nodeTypes } from './drawing-nodes.tsx';
import {
  arrowsOf,
  FOCAL_HEIGHT,
  FOCAL_WIDTH,
  focalPointsOf,
  frameHeightOf,
  layoutLevels,
  NODE_HEIGHT,
  NODE_WIDTH,
} from '../drawing/layout.ts';

interface DrawingProps {
  readonly definition: Definition;
  readonly counts: ReadonlyMap<string, LevelCount>;
  /** Names of focal points by group. */
  readonly via: ReadonlyMap<string, string>;
}

/** Lines of both ways keep apart: the way down turns near its target, the way up near its source. */
const TURN = { down: 0.93, up: 0.6, straight: 0.3 } as const;
const COLOR = {
  light: { down: '#0f7350', up: '#4263eb' },
  dark: { down: '#39a97b', up: '#91a7ff' },
} as const;
const FIT = { padding: 0.04, maxZoom: 1 };

/** The drawing that runs, with live counts: the directive's way down solid, the reports' way up dashed beside it. */
export default function Drawing({ definition: { nodes: levels }, counts, via }: DrawingProps) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const [flow, setFlow] = useState<ReactFlowInstance<DrawnNode> | null>(null);
  const focal = useMemo(() => focalPointsOf(levels), [levels]);
  const placed = useMemo(() => layoutLevels(levels, focal), [levels, focal]);
  useEffect(() => {
    if (width > 0) void flow?.fitView(FIT);
  }, [flow, width]);
  const edges = useMemo<Edge[]>(
    () =>
      arrowsOf(levels, focal).map(({ id, source, target, way }) => {
        const throughFocal = focal.some((each) => each.id === source || each.id === target);
        const crowded = focal.some((each) => each.parent === source || each.parent === target);
        const turn = way === 'up' && !throughFocal ? TURN.straight : TURN[way];
        return {
          id,
          source,
          target,
          sourceHandle: way === 'down' ? 'out' : 'up',
          targetHandle: way === 'down' ? 'in' : throughFocal ? 'through' : 'reports',
          type: 'smoothstep',
          pathOptions: { borderRadius: 8, offset: 8, stepPosition: way === 'down' && !crowded ? 0.35 : turn },
          focusable: false,
          markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: COLOR[scheme][way] },
          style: { stroke: COLOR[scheme][way] },
          className: (way === 'down' ? classes['wayDown'] : classes['wayUp']) ?? '',
        };
      }),
    [levels, focal, scheme],
  );
  const at = (id: string) => {
    const { x, y } = placed.get(id) ?? { x: 0, y: 0 };
    return { x, y };
  };
  const boxes = levels.map(
    (level): DrawnNode => ({
      id: level.id,
      type: 'level',
      position: at(level.id),
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      data: {
        name: level.name,
        chain: level.chain,
        root: level.parent === null,
        count: counts.get(level.id) ?? null,
      },
    }),
  );
  const points = focal.map(
    ({ id, groups }): DrawnNode => ({
      id,
      type: 'focal',
      position: at(id),
      width: FOCAL_WIDTH,
      height: FOCAL_HEIGHT,
      data: { name: groups.map((group) => via.get(group)).find((name) => name !== undefined) ?? null },
    }),
  );
  return (
    <figure className={classes['frame']} aria-label={t('monitor.drawing')}>
      <figcaption className={classes['caption']}>{t('monitor.drawingHint')}</figcaption>
      <div ref={ref} style={{ height: frameHeightOf(levels) }}>
        <ReactFlow
          nodes={[...boxes, ...points]}
          edges={edges}
          nodeTypes={nodeTypes}
          onInit={setFlow}
          colorMode={scheme}
          fitView
          fitViewOptions={FIT}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          preventScrolling={false}
          zoomOnScroll={false}
          ariaLabelConfig={{
            'controls.ariaLabel': t('monitor.controls'),
            'controls.zoomIn.ariaLabel': t('monitor.zoomIn'),
            'controls.zoomOut.ariaLabel': t('monitor.zoomOut'),
            'controls.fitView.ariaLabel': t('monitor.fit'),
          }}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
          <Controls showInteractive={false} fitViewOptions={FIT} />
        </ReactFlow>
      </div>
    </figure>
  );
}
