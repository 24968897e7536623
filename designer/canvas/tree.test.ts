import { describe, expect, it } from 'vitest';
import { placedOf } from '../drawing/places.ts';
import { drawn } from './fixtures.ts';
import { neighbour, treeOrder } from './tree.ts';

const { nodes, layout } = drawn();
const placed = placedOf({ nodes, layout });
const from = (id: string, to: 'up' | 'down' | 'left' | 'right') => neighbour(nodes, placed, { id, to });

describe('walking the levels with the keys', () => {
  it('goes from each level to what it addresses, siblings from left to right', () => {
    expect(treeOrder(nodes, placed)).toEqual(['top', 'district', 'commune', 'front', 'cells']);
  });

  it('follows where levels stand, not when they were drawn', () => {
    const swapped = new Map<string, { x: number; y: number }>(placed).set('front', { x: -999, y: 0 });
    expect(treeOrder(nodes, swapped)).toEqual(['top', 'front', 'cells', 'district', 'commune']);
    expect(neighbour(nodes, swapped, { id: 'top', to: 'down' })).toBe('front');
  });

  it('leads up to the level above, down to the first below, sideways to siblings', () => {
    expect([
      from('commune', 'up'),
      from('top', 'down'),
      from('district', 'right'),
      from('front', 'left'),
    ]).toEqual(['district', 'district', 'front', 'district']);
  });

  it('stays where there is nobody', () => {
    expect([from('top', 'up'), from('cells', 'down'), from('front', 'right'), from('nobody', 'up')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves nobody out of a damaged drawing', () => {
    const loop = [
      { id: 'a', parent: 'b' },
      { id: 'b', parent: 'a' },
      { id: 'top', parent: null },
    ];
    expect(treeOrder(loop, new Map())).toEqual(['top', 'a', 'b']);
  });
});
