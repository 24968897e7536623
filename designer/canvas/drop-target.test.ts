import { describe, expect, it } from 'vitest';
import { dropTarget } from './drop-target.ts';
import { drawn } from './fixtures.ts';

const definition = drawn();
const drop = (under: Partial<Parameters<typeof dropTarget>[1]>) =>
  dropTarget(definition, { node: null, edge: null, selection: new Set(), ...under });

describe('a level dropped from the palette', () => {
  it('hangs below the level it is dropped on', () => {
    expect(drop({ node: 'district' })).toEqual({ kind: 'child', parent: 'district', here: false });
  });

  it('comes between the two levels of a way down', () => {
    expect(drop({ edge: 'down-commune' })).toEqual({ kind: 'between', above: 'district', below: 'commune' });
  });

  it('hangs where it is dropped below the one selected level, else below the top', () => {
    expect(drop({})).toEqual({ kind: 'child', parent: 'top', here: true });
    expect(drop({ selection: new Set(['front']) })).toEqual({ kind: 'child', parent: 'front', here: true });
    expect(drop({ selection: new Set(['front', 'top']), edge: 'up-commune' })).toEqual({
      kind: 'child',
      parent: 'top',
      here: true,
    });
  });
});
