import { getSmoothStepPath, Position } from '@xyflow/react';
import { LINE_OFFSET, type WayEdge } from './flow-edges.ts';
import type { FlowNode } from './flow-nodes.ts';

/**
 * All lines of one way that meet at one box. They share their stem and their crossbar, so they are drawn
 * together: line by line, the same pixels would be painted once per group, and painting is what panning costs.
 */
export interface Family {
  readonly id: string;
  readonly way: 'down' | 'up';
  readonly edges: readonly WayEdge[];
  /** Everyone whose moving moves a line of it. */
  readonly members: ReadonlySet<string>;
}

export function familiesOf(edges: readonly WayEdge[]): readonly Family[] {
  const found = new Map<string, WayEdge[]>();
  for (const edge of edges) {
    const id = edge.data?.way === 'up' ? `up ${edge.target} ${edge.targetHandle}` : `down ${edge.source}`;
    const known = found.get(id);
    if (known === undefined) found.set(id, [edge]);
    else known.push(edge);
  }
  return [...found].map(([id, all]) => ({
    id,
    way: all[0]?.data?.way ?? 'down',
    edges: all,
    members: new Set(all.flatMap(({ source, target }) => [source, target])),
  }));
}

/** `d` of the lines, and of the heads at their ends. */
export interface Drawn {
  readonly lines: string;
  readonly heads: string;
}

export function drawnOf({ way, edges }: Family, boxes: ReadonlyMap<string, FlowNode>): Drawn {
  const stems = new Map<number, Span>();
  const bars = new Map<number, Span>();
  const others: string[] = [];
  let heads = '';
  for (const edge of edges) {
    const ends = endsOf(edge, boxes);
    if (ends === null) continue;
    const { hub, member } =
      way === 'down' ? { hub: ends.from, member: ends.to } : { hub: ends.to, member: ends.from };
    const y = bendOf(edge, ends);
    if (y === null) others.push(aroundOf(ends, way));
    else {
      widen(stems, hub.x, [hub.y, y]);
      widen(bars, y, [hub.x, member.x]);
      others.push(`M${member.x} ${y}V${member.y}`);
    }
    heads += headAt(ends.to, way);
  }
  const lines = [
    ...[...stems].map(([x, [from, to]]) => `M${x} ${from}V${to}`),
    ...[...bars].flatMap(([y, [from, to]]) => (from === to ? [] : [`M${from} ${y}H${to}`])),
    ...others,
  ];
  // reports meet at one point: one head is enough
  return {
    lines: lines.join(''),
    heads: way === 'up' && edges.length > 1 ? heads.slice(0, heads.indexOf('Z') + 1) : heads,
  };
}

type Span = readonly [number, number];
interface Point {
  readonly x: number;
  readonly y: number;
}
interface Ends {
  readonly from: Point;
  readonly to: Point;
}

/** All spans of a family at one place begin at its stem, so together they are one. */
function widen(spans: Map<number, Span>, at: number, values: readonly number[]): void {
  const all = [...(spans.get(at) ?? []), ...values];
  spans.set(at, [Math.min(...all), Math.max(...all)]);
}

/** Where the line turns sideways; null without the room for that. */
export function bendOf(
  { data }: { readonly data?: WayEdge['data'] | undefined },
  { from, to }: Ends,
): number | null {
  if (data === undefined) return null;
  const { way, bend } = data;
  const ahead = way === 'down' ? 1 : -1;
  if ((to.y - from.y) * ahead < bend.by + LINE_OFFSET * 2) return null;
  return bend.end === 'source' ? from.y + ahead * bend.by : to.y - ahead * bend.by;
}

/** A group close to the level that addresses it, beside or above it: React Flow's own way around. */
function aroundOf({ from, to }: Ends, way: Family['way']): string {
  const downwards = way === 'down';
  const [path] = getSmoothStepPath({
    sourceX: from.x,
    sourceY: from.y,
    targetX: to.x,
    targetY: to.y,
    sourcePosition: downwards ? Position.Bottom : Position.Top,
    targetPosition: downwards ? Position.Top : Position.Bottom,
    borderRadius: 0,
    offset: LINE_OFFSET,
  });
  return path;
}

function endsOf(edge: WayEdge, boxes: ReadonlyMap<string, FlowNode>): Ends | null {
  const from = dotOf(boxes.get(edge.source), edge.sourceHandle);
  const to = dotOf(boxes.get(edge.target), edge.targetHandle);
  return from === null || to === null ? null : { from, to };
}

function dotOf(node: FlowNode | undefined, id: string | null | undefined): Point | null {
  const dot = node?.handles?.find((each) => each.id === id);
  if (node === undefined || dot === undefined) return null;
  const below = dot.position === Position.Bottom;
  return {
    x: node.position.x + dot.x + (dot.width ?? 0) / 2,
    y: node.position.y + dot.y + (below ? (dot.height ?? 0) : 0),
  };
}

const headAt = ({ x, y }: Point, way: 'down' | 'up'): string => {
  const back = way === 'down' ? -10 : 10;
  return `M${x - 5.5} ${y + back}h11L${x} ${y}Z`;
};
