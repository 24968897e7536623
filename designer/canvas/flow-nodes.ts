import { type Node, type NodeHandle, Position } from '@xyflow/react';
import type { Definition } from '#model';
import {
  FOCAL_HEIGHT,
  FOCAL_SHIFT,
  FOCAL_WIDTH,
  type FocalPoint,
  focalPlace,
  NODE_HEIGHT,
  NODE_WIDTH,
} from '../drawing/layout.ts';
import type { Place, Point } from '../drawing/places.ts';
import type { Lane } from './lanes.ts';
import type { LevelFacts } from './level-facts.ts';
import type { Spoken } from './spoken.ts';
import { treeOrder } from './tree.ts';

export type LevelFlow = Node<
  { readonly facts: LevelFacts; readonly renaming: boolean; readonly editable: boolean },
  'level'
>;
/** Attached nodes stand where `anchor` stands and move with it. */
export type FocalFlow = Node<
  { readonly anchor: string; readonly name: string | null; readonly editable: boolean },
  'focal'
>;
export type NoteFlow = Node<{ readonly anchor: string; readonly names: readonly string[] }, 'note'>;
export type LaneFlow = Node<{ readonly chain: string }, 'lane'>;
export type FlowNode = LevelFlow | FocalFlow | NoteFlow | LaneFlow;

const NOTE_HEIGHT = 22;
const NOTE_WIDTH = 108;
const NOTE_BELOW = 4;
/** How far beside the way down the way up leaves and enters. */
const BESIDE = 50;

const handle = (id: string, x: number, given: Pick<NodeHandle, 'type' | 'position'>): NodeHandle => ({
  id,
  x: x - 0.5,
  y: given.position === Position.Top ? 0 : NODE_HEIGHT - 1,
  width: 1,
  height: 1,
  ...given,
});
const MIDDLE = NODE_WIDTH / 2;
const above = Position.Top;
const below = Position.Bottom;

/** Said beforehand, so that lines need no measuring of the page. */
const LEVEL_HANDLES: NodeHandle[] = [
  handle('in', MIDDLE, { type: 'target', position: above }),
  handle('up', MIDDLE + BESIDE, { type: 'source', position: above }),
  handle('out', MIDDLE, { type: 'source', position: below }),
  handle('reports', MIDDLE + BESIDE, { type: 'target', position: below }),
  handle('through', MIDDLE + FOCAL_SHIFT, { type: 'target', position: below }),
];
const FOCAL_HANDLES: NodeHandle[] = [
  handle('up', FOCAL_WIDTH / 2, { type: 'source', position: above }),
  { ...handle('through', FOCAL_WIDTH / 2, { type: 'target', position: below }), y: FOCAL_HEIGHT - 1 },
];

/** `measured` without measuring: culling and fitting into view need it of every node from the start. */
const sized = (width: number, height: number) => ({ width, height, measured: { width, height } });
const fixed = { draggable: false, connectable: false, deletable: false };

interface NodesInput {
  readonly definition: Definition;
  readonly placed: ReadonlyMap<string, Place>;
  readonly focal: readonly FocalPoint[];
  readonly lanes: readonly Lane[];
  readonly facts: ReadonlyMap<string, LevelFacts>;
  readonly selection: ReadonlySet<string>;
  readonly renaming: string | null;
  readonly editable: boolean;
  /** Known names of focal points, by their id. */
  readonly focalNames: ReadonlyMap<string, string>;
  readonly spoken: Spoken;
}

/** Everything that stands on the canvas, in the order in which Tab walks through it. */
export function flowNodes(input: NodesInput): readonly FlowNode[] {
  const byId = new Map(input.definition.nodes.map((node) => [node.id, node]));
  const attached = attachedNodes(input);
  const order = treeOrder(input.definition.nodes, input.placed);
  return [
    ...input.lanes.map((lane) => laneNode(input, lane)),
    ...order.flatMap((id): FlowNode[] => {
      const node = byId.get(id);
      const facts = input.facts.get(id);
      if (node === undefined || facts === undefined) return [];
      return [levelNode(input, id, facts), ...(attached.get(id) ?? [])];
    }),
  ];
}

function levelNode(input: NodesInput, id: string, facts: LevelFacts): LevelFlow {
  const { x, y, locked } = input.placed.get(id) ?? ORIGIN;
  return {
    id,
    type: 'level',
    position: { x, y },
    ...sized(NODE_WIDTH, NODE_HEIGHT),
    handles: LEVEL_HANDLES,
    data: { facts, renaming: input.renaming === id, editable: input.editable },
    selected: input.selection.has(id),
    draggable: input.editable && !locked,
    connectable: input.editable,
    ariaLabel: input.spoken.level(facts),
    domAttributes: { 'aria-roledescription': input.spoken.role('level') },
  };
}

const ORIGIN: Place = { x: 0, y: 0, locked: false };

function attachedNodes(input: NodesInput): ReadonlyMap<string, readonly FlowNode[]> {
  const found = new Map<string, FlowNode[]>();
  const beside = new Map<string, number>();
  for (const { id, parent } of input.focal) {
    const nth = beside.get(parent) ?? 0;
    beside.set(parent, nth + 1);
    const position = focalPlace(input.placed.get(parent) ?? ORIGIN, { nth, room: roomBelow(input, parent) });
    const node: FocalFlow = {
      id,
      type: 'focal',
      position,
      ...sized(FOCAL_WIDTH, FOCAL_HEIGHT),
      ...fixed,
      handles: FOCAL_HANDLES,
      connectable: input.editable,
      data: { anchor: parent, name: input.focalNames.get(id) ?? null, editable: input.editable },
      selected: input.selection.has(id),
      ariaLabel: input.spoken.focal(input.focalNames.get(id)),
      domAttributes: { 'aria-roledescription': input.spoken.role('focal') },
    };
    found.set(parent, [...(found.get(parent) ?? []), node]);
  }
  for (const { id, information } of input.definition.nodes) {
    if (information.length === 0) continue;
    const note = noteNode(input, { anchor: id, names: information.map(({ name }) => name) });
    found.set(id, [...(found.get(id) ?? []), note]);
  }
  return found;
}

/** From a level down to the nearest of the groups it addresses. */
function roomBelow({ definition, placed }: NodesInput, parent: string): number {
  const bottom = (placed.get(parent)?.y ?? 0) + NODE_HEIGHT;
  const tops = definition.nodes.flatMap((node) =>
    node.parent === parent ? [placed.get(node.id)?.y ?? 0] : [],
  );
  return Math.min(...tops.filter((top) => top > bottom)) - bottom;
}

function noteNode(input: NodesInput, data: NoteFlow['data']): NoteFlow {
  const { x, y } = input.placed.get(data.anchor) ?? ORIGIN;
  return {
    id: `info/${data.anchor}`,
    type: 'note',
    position: { x, y: y + NODE_HEIGHT + NOTE_BELOW },
    ...sized(NOTE_WIDTH, NOTE_HEIGHT),
    ...fixed,
    data,
    selectable: false,
    focusable: false,
    ariaRole: 'note',
    ariaLabel: data.names.join(', '),
    domAttributes: { 'aria-roledescription': input.spoken.role('note') },
  };
}

function laneNode(input: NodesInput, { id, chain, width, height, x, y }: Lane): LaneFlow {
  return {
    id,
    type: 'lane',
    position: { x, y },
    ...sized(width, height),
    ...fixed,
    data: { chain },
    selectable: false,
    focusable: false,
    zIndex: -1,
    ariaRole: 'presentation',
    domAttributes: { 'aria-roledescription': input.spoken.role('lane') },
  };
}

/** The picture while some levels are being dragged: they and what is attached to them, nobody else. */
export function movedNodes(
  nodes: readonly FlowNode[],
  moving: ReadonlyMap<string, Point>,
  placed: ReadonlyMap<string, Point>,
): FlowNode[] {
  return nodes.map((node) => {
    const anchor = node.type === 'focal' || node.type === 'note' ? node.data.anchor : node.id;
    const to = moving.get(anchor);
    const from = placed.get(anchor);
    if (to === undefined || from === undefined) return node;
    const position = { x: node.position.x + to.x - from.x, y: node.position.y + to.y - from.y };
    return { ...node, position };
  });
}
