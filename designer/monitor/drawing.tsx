import {
  Background,
  BackgroundVariant,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import { useComputedColorScheme } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#model';
import classes from './drawing.module.css';
import { arrowsOf, layoutLevels, NODE_HEIGHT, NODE_WIDTH } from './layout.ts';

/** How many units of a level stand where. */
export interface LevelCounts {
  readonly waiting: number;
  readonly done: number;
  readonly late: number;
}

type LevelNode = Node<
  {
    readonly name: string;
    readonly chain: string;
    readonly via: string | null;
    readonly counts: LevelCounts | null;
  },
  'level'
>;

const LevelBox = memo(function LevelBox({ data }: NodeProps<LevelNode>) {
  const { t } = useTranslation();
  return (
    <div className={classes['level']} data-chain={data.chain}>
      <Handle type="target" position={Position.Top} id="in" isConnectable={false} />
      <Handle
        type="source"
        position={Position.Top}
        id="up"
        isConnectable={false}
        className={classes['up'] ?? ''}
      />
      <div className={classes['name']} title={data.name}>
        {data.name}
      </div>
      {data.via === null ? null : (
        <div className={classes['via']}>{t('monitor.via', { unit: data.via })}</div>
      )}
      {data.counts === null ? null : (
        <div className={classes['counts']}>
          <span data-kind="done">
            {t('counts.done')} <b>{data.counts.done}</b>
          </span>
          <span data-kind="waiting">
            {t('counts.waiting')} <b>{data.counts.waiting}</b>
          </span>
          <span data-kind="late">
            {t('counts.late')} <b>{data.counts.late}</b>
          </span>
        </div>
      )}
      <Handle type="source" position={Position.Bottom} id="out" isConnectable={false} />
      <Handle
        type="target"
        position={Position.Bottom}
        id="reports"
        isConnectable={false}
        className={classes['up'] ?? ''}
      />
    </div>
  );
});

const nodeTypes = { level: LevelBox };

interface DrawingProps {
  readonly definition: Definition;
  readonly counts: ReadonlyMap<string, LevelCounts>;
  /** Names of via-consolidators by level. */
  readonly via: ReadonlyMap<string, string>;
}

/** The drawing that runs, with live counts: the directive's way down solid, the reports' way up dashed beside it. */
export function Drawing({ definition, counts, via }: DrawingProps) {
  const { t } = useTranslation();
  const colorMode = useComputedColorScheme('light');
  const placed = useMemo(() => layoutLevels(definition.nodes), [definition]);
  const edges = useMemo<Edge[]>(
    () =>
      arrowsOf(definition.nodes).map(({ id, source, target, way }) => ({
        id,
        source,
        target,
        sourceHandle: way === 'down' ? 'out' : 'up',
        targetHandle: way === 'down' ? 'in' : 'reports',
        type: 'smoothstep',
        focusable: false,
        markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
        className: (way === 'down' ? classes['wayDown'] : classes['wayUp']) ?? '',
      })),
    [definition],
  );
  const nodes = definition.nodes.map((node): LevelNode => {
    const { x, y } = placed.get(node.id) ?? { x: 0, y: 0 };
    const data = {
      name: node.name,
      chain: node.chain,
      via: via.get(node.id) ?? null,
      counts: counts.get(node.id) ?? null,
    };
    return {
      id: node.id,
      type: 'level',
      position: { x, y },
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      data,
      ariaLabel: node.name,
    };
  });
  return (
    <figure className={classes['canvas']} aria-label={t('monitor.drawing')}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        colorMode={colorMode}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: false }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
      <figcaption className={classes['caption']}>{t('monitor.drawingHint')}</figcaption>
    </figure>
  );
}
