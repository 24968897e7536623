import { describe, expect, it } from 'vitest';
import type { TimelineStep } from '#db';
import { inGroups } from './timeline.ts';

const step = (unitId: string, depth: number, kind: TimelineStep['kind'] = 'passedOn'): TimelineStep => ({
  kind,
  at: '2026-11-23T00:00:00.000Z',
  periodKey: 'once',
  unitId,
  unitName: unitId,
  depth,
  revision: null,
  letterId: null,
  document: null,
  letter: null,
});

describe('the steps of a timeline', () => {
  it('are told one by one where they are few, and as one where a whole level did the same', () => {
    const provinces = Array.from({ length: 34 }, (_, n) => step(`province-${n}`, 1));
    const groups = inGroups([step('ministry', 0), ...provinces, step('a', 2), step('b', 2)]);
    expect(groups.map(({ length }) => length)).toEqual([1, 34, 1, 1]);
  });

  it('are not mixed: passing on is one thing, signing another', () => {
    const many = Array.from({ length: 6 }, (_, n) => [step(`p${n}`, 1), step(`p${n}`, 1, 'signed')]).flat();
    expect(inGroups(many).map((group) => new Set(group.map(({ kind }) => kind)).size)).toEqual([1, 1]);
  });
});
