import { describe, expect, it } from 'vitest';
import { Unit } from '#model';
import { bestFirst, figuresOf, findUnits } from './unit-index.ts';

const units = [
  { id: 'tp', name: 'UBND thành phố Bắc Kạn', kind: 'district' },
  { id: 'p1', name: 'Phường Đức Xuân', kind: 'commune', parentId: 'tp' },
  { id: 'p2', name: 'Xã Xuất Hóa', kind: 'commune', parentId: 'tp', attributes: { 'has-kitchen': true } },
  { id: 'mt', name: 'Mặt trận phường Đức Xuân', kind: 'front', chain: 'front' },
].map((each) => Unit.parse({ code: each.id, ...each }));

describe('looking up a unit', () => {
  it('finds names without accents, those that begin with the words first', () => {
    expect(findUnits(units, 'phuong duc', 9).map(({ id }) => id)).toEqual(['p1', 'mt']);
    expect(findUnits(units, 'ĐỨC', 9).map(({ id }) => id)).toEqual(['p1', 'mt']);
    expect(findUnits(units, 'uc', 9)).toEqual([]);
  });

  it('puts the unit that is called so before those whose names go on', () => {
    const called = ['Mặt trận Việt Nam', 'Việt Nam Airlines', 'Việt Nam'].map((name) => ({ name }));
    const found = bestFirst(called, { words: 'viet nam', nameOf: ({ name }) => name });
    expect(found.map(({ name }) => name)).toEqual(['Việt Nam', 'Việt Nam Airlines', 'Mặt trận Việt Nam']);
  });

  it('says what a unit stands below, and stops at the limit', () => {
    expect(findUnits(units, 'xa', 9)).toEqual([
      { id: 'p2', name: 'Xã Xuất Hóa', above: 'UBND thành phố Bắc Kạn' },
    ]);
    expect(findUnits(units, '', 2)).toHaveLength(2);
  });
});

describe('figures of units', () => {
  it('name kinds by how often they occur, chains and attributes with their values', () => {
    const { kinds, chains, attributes } = figuresOf(units);
    expect(kinds[0]).toBe('commune');
    expect(chains).toEqual(['front', 'state']);
    expect([...attributes]).toEqual([['has-kitchen', [true]]]);
  });
});
