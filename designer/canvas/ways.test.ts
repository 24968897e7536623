import { Position } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import type { WayEdge } from './flow-edges.ts';
import type { FlowNode } from './flow-nodes.ts';
import { drawnOf, familiesOf } from './ways.ts';

const handles = [
  { id: 'in', type: 'target', position: Position.Top, x: 49.5, y: 0, width: 1, height: 1 },
  { id: 'out', type: 'source', position: Position.Bottom, x: 49.5, y: 39, width: 1, height: 1 },
] as const;
const boxes = (places: Record<string, readonly [number, number]>): ReadonlyMap<string, FlowNode> =>
  new Map(
    Object.entries(places).map(([id, [x, y]]) => [
      id,
      { id, type: 'lane', position: { x, y }, handles: [...handles], data: { chain: '' } },
    ]),
  );
const down = (target: string, source = 'top'): WayEdge => ({
  id: `down-${target}`,
  source,
  target,
  sourceHandle: 'out',
  targetHandle: 'in',
  data: { way: 'down', bend: { end: 'source', by: 30 } },
});

describe('lines that meet at one box', () => {
  it('belong together', () => {
    const families = familiesOf([down('a'), down('b'), down('c', 'a')]);
    expect(families.map(({ edges }) => edges.map(({ id }) => id))).toEqual([
      ['down-a', 'down-b'],
      ['down-c'],
    ]);
    expect([...(families[0]?.members ?? [])]).toEqual(['top', 'a', 'b']);
  });

  it('share one stem and one crossbar', () => {
    const [family] = familiesOf([down('a'), down('b'), down('c')]);
    const at = boxes({ top: [200, 0], a: [0, 200], b: [200, 200], c: [400, 200] });
    expect(family === undefined ? null : drawnOf(family, at)).toEqual({
      lines: 'M250 40V70M50 70H450M50 70V200M250 70V200M450 70V200',
      heads: 'M44.5 190h11L50 200ZM244.5 190h11L250 200ZM444.5 190h11L450 200Z',
    });
  });

  it('find their own way to a box above or close below', () => {
    const [family] = familiesOf([down('a')]);
    const lines = (y: number) =>
      family === undefined ? '' : drawnOf(family, boxes({ top: [0, 0], a: [300, y] })).lines;
    for (const y of [-200, 50]) expect(lines(y)).toMatch(/^M50 ?,?40.*350/);
    expect(lines(200)).toContain('H350');
  });

  it('are left out where an end is missing', () => {
    const [family] = familiesOf([down('a')]);
    expect(family === undefined ? null : drawnOf(family, boxes({ top: [0, 0] }))).toEqual({
      lines: '',
      heads: '',
    });
  });
});
