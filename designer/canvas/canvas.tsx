import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  ConnectionLineType,
  Controls,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import {
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../drawing/editor.tsx';
import { FocalNode, LaneNode, NoteNode } from './attached-nodes.tsx';
import classes from './canvas.module.css';
import { ConnectionHint } from './connection-hint.tsx';
import { KEPT, MET, SeenFromAfar } from './detail.ts';
import type { WayEdge } from './flow-edges.ts';
import { type FlowNode, movedNodes } from './flow-nodes.ts';
import { GuideLines } from './guide-lines.tsx';
import { Hint } from './hint.tsx';
import { leastZoom } from './least-zoom.ts';
import { LevelNode } from './level-node.tsx';
import { Minimap } from './minimap.tsx';
import { useConnecting } from './use-connecting.ts';
import { useDropping } from './use-dropping.ts';
import { useFar } from './use-far.ts';
import { useFlow } from './use-flow.ts';
import { useFocus } from './use-focus.ts';
import { useKnownSizes } from './use-known-sizes.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useMoving } from './use-moving.ts';
import { useSaying } from './use-saying.ts';
import { useDeleteEdge, useSelecting } from './use-selecting.ts';
import { FIT, useFitting } from './use-fitting.ts';
import { useWishes } from './use-wishes.ts';
import { WayLine } from './way-edge.tsx';
import { Ways } from './ways-layer.tsx';

const NODE_TYPES = { level: LevelNode, focal: FocalNode, note: NoteNode, lane: LaneNode };
const EDGE_TYPES = { way: WayLine };
const GRID: [number, number] = [8, 8];
const SEVERAL = ['Meta', 'Control', 'Shift'];

interface CanvasProps {
  /** Within a page that scrolls: the wheel belongs to the page, and there is no overview. */
  readonly embedded?: boolean;
  /** What lies over the drawing and asks it to zoom. */
  readonly children?: ReactNode;
}

/** The drawing: looked at, and edited where the page allows it. Fills the element around it. */
export const Canvas = ({ embedded = false, children }: CanvasProps) => (
  <ReactFlowProvider>
    <Surface embedded={embedded} />
    {children}
  </ReactFlowProvider>
);

function Surface({ embedded }: { embedded: boolean }) {
  const { t } = useTranslation();
  useKnownSizes();
  const { view } = useEditor();
  const scheme = useComputedColorScheme('light');
  const frame = useRef<HTMLDivElement>(null);
  const readOnly = useView((state) => state.readOnly);
  const selection = useView((state) => state.selection);
  const far = useFar();
  const { edge, selectNodes, selectEdges, clear } = useSelecting();
  const flow = useFlow({ selectedEdge: edge });
  const { moving, guides, move, drop } = useMoving();
  const nodes = useMemo(
    () => (moving.size === 0 ? [...flow.nodes] : movedNodes(flow.nodes, moving, flow.placed)),
    [flow.nodes, flow.placed, moving],
  );
  const plain = far && flow.edges.length > MET;
  const edges = useMemo(() => (plain ? [] : [...flow.edges]), [flow.edges, plain]);
  const least = useMemo(() => leastZoom(flow.placed), [flow.placed]);
  const { connecting, handlers: connection } = useConnecting(flow.focal);
  const { dropping, handlers: dropped } = useDropping();
  const focus = useFocus(frame);
  const { said, say } = useSaying(frame);
  const deleteEdge = useDeleteEdge({ edge, edges: flow.edges, focal: flow.focal, say });
  const { onKeyDown } = useKeyboard({ flow, focus, deleteEdge });
  useWishes({ frame, focus });
  useFitting({ always: embedded });

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      selectNodes(changes);
      move(changes);
    },
    [selectNodes, move],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<WayEdge>[]) => selectEdges(changes), [selectEdges]);
  const onNodeDoubleClick = useCallback(
    (_: MouseEvent, { id, type }: FlowNode) => {
      if (type === 'level' && !view.getState().readOnly) view.getState().show({ renaming: id });
    },
    [view],
  );
  /** What the keys are on is what F2 and Delete mean. */
  const onFocus = (event: FocusEvent<HTMLDivElement>): void => {
    const id = event.target.matches('.react-flow__node:focus-visible')
      ? event.target.getAttribute('data-id')
      : null;
    if (id !== null && !view.getState().selection.has(id)) {
      clear();
      view.getState().select([id]);
    }
  };
  const labels = useMemo(
    () => ({
      'controls.ariaLabel': t('canvas.controls'),
      'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('canvas.fit'),
      'minimap.ariaLabel': t('canvas.minimap'),
      'node.a11yDescription.default': t('canvas.hint'),
      'node.a11yDescription.keyboardDisabled': t('canvas.hint'),
      'node.a11yDescription.ariaLiveMessage': () => '',
      'edge.a11yDescription.default': '',
      'handle.ariaLabel': t('canvas.outHandle'),
    }),
    [t],
  );
  return (
    // biome-ignore lint/a11y: the keys are those of the boxes within
    <div
      ref={frame}
      className={classes['canvas']}
      data-connecting={connecting || undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      {...dropped}
    >
      <SeenFromAfar value={far}>
        <ReactFlow<FlowNode, WayEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onNodeDragStop={drop}
          onSelectionDragStop={drop}
          onNodeDoubleClick={onNodeDoubleClick}
          {...connection}
          connectionLineType={ConnectionLineType.SmoothStep}
          colorMode={scheme}
          onlyRenderVisibleElements={!far || flow.nodes.length > KEPT}
          minZoom={least}
          maxZoom={2}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          elementsSelectable={!embedded}
          edgesFocusable={false}
          snapToGrid
          snapGrid={GRID}
          panOnScroll={!embedded}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={!embedded}
          multiSelectionKeyCode={SEVERAL}
          deleteKeyCode={null}
          disableKeyboardA11y
          ariaLabelConfig={labels}
          aria-label={t('canvas.title')}
        >
          <Controls showInteractive={false} fitViewOptions={FIT} />
          <Ways plain={plain} edges={flow.edges} nodes={flow.nodes} moving={moving} moved={nodes} />
          <GuideLines guides={guides} />
          <ConnectionHint focal={flow.focal} />
        </ReactFlow>
      </SeenFromAfar>
      {embedded ? null : <Minimap placed={flow.placed} selection={selection} />}
      {dropping === null ? null : <Hint refused={false} {...dropping} />}
      {said === null ? null : <Hint refused {...said} />}
    </div>
  );
}
