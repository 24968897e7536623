import { describe, expect, it } from 'vitest';
import { NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import { placedOf } from '../drawing/places.ts';
import { drawn } from './fixtures.ts';
import { lanesOf } from './lanes.ts';

describe('the band of a parallel chain', () => {
  it('lies around all levels of the chain below one level of the state', () => {
    const definition = drawn();
    const placed = placedOf(definition);
    const lanes = lanesOf(definition.nodes, placed);
    expect(lanes.map(({ id, chain }) => [id, chain])).toEqual([['lane/front/top', 'front']]);
    for (const id of ['front', 'cells']) {
      const at = placed.get(id) ?? { x: Number.NaN, y: 0 };
      const [lane] = lanes;
      expect(at.x).toBeGreaterThan(lane?.x ?? 0);
      expect(at.y + NODE_HEIGHT).toBeLessThan((lane?.y ?? 0) + (lane?.height ?? 0));
      expect(at.x + NODE_WIDTH).toBeLessThan((lane?.x ?? 0) + (lane?.width ?? 0));
    }
  });

  it('is one band per level where a level of the state stands among them', () => {
    const { nodes } = drawn();
    const placed = new Map([
      ['top', { x: 0, y: 0 }],
      ['front', { x: 0, y: 300 }],
      ['district', { x: 300, y: 300 }],
      ['commune', { x: 300, y: 600 }],
      ['cells', { x: 300, y: 900 }],
    ]);
    expect(lanesOf(nodes, placed).map(({ id }) => id)).toEqual(['lane/front/top/0', 'lane/front/top/1']);
  });

  it('is split only where it has to be', () => {
    const { nodes } = drawn((input) => {
      input.nodes.push({
        id: 'youth',
        name: 'Đoàn',
        parent: 'front',
        chain: 'front',
        select: { kind: 'ofKind', unitKinds: ['front'] },
      });
    });
    const placed = new Map([
      ['top', { x: 0, y: 0 }],
      ['front', { x: 0, y: 300 }],
      ['district', { x: 300, y: 300 }],
      ['commune', { x: 300, y: 600 }],
      ['cells', { x: 0, y: 600 }],
      ['youth', { x: 300, y: 900 }],
    ]);
    expect(lanesOf(nodes, placed)).toMatchObject([
      { y: 262, width: 268, height: 464 },
      { x: 286, y: 862 },
    ]);
  });

  it('is one for neighbouring branches that leave the state’s line at different levels', () => {
    const { nodes } = drawn((input) => {
      for (const node of input.nodes) if (node.id === 'cells') node.parent = 'commune';
    });
    const placed = new Map([
      ['top', { x: 300, y: 0 }],
      ['district', { x: 300, y: 300 }],
      ['commune', { x: 300, y: 600 }],
      ['front', { x: 0, y: 300 }],
      ['cells', { x: 0, y: 480 }],
    ]);
    expect(lanesOf(nodes, placed).map(({ id }) => id)).toEqual(['lane/front/top']);
    placed.set('cells', { x: 0, y: 900 });
    expect(lanesOf(nodes, placed)).toHaveLength(2);
  });

  it('is absent where everything is the state’s own line', () => {
    const definition = drawn((input) => {
      for (const node of input.nodes) node.chain = 'state';
    });
    expect(lanesOf(definition.nodes, placedOf(definition))).toEqual([]);
  });
});
