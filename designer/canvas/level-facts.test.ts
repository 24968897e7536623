import { describe, expect, it } from 'vitest';
import { problem, warning } from '#model/problem';
import { drawn } from './fixtures.ts';
import { type FactsInput, factsOf, selected } from './level-facts.ts';

const facts = (more: Partial<FactsInput> = {}) =>
  factsOf({
    definition: drawn(),
    overlay: { kind: 'none' },
    problems: [],
    groups: new Map(),
    schedule: null,
    startOn: '2024-11-20',
    daysUntil: () => null,
    ...more,
  });

describe('what a level shows', () => {
  it('counts the problems of its own place, errors apart from warnings', () => {
    const found = facts({
      problems: [
        problem('definition.emptyList', ['definition', 'nodes', 2, 'select', 'units']),
        warning('definition.unitListedTwice', ['definition', 'nodes', 2, 'select']),
        problem('definition.noRoot', ['definition', 'nodes']),
        problem('directive.noSubject', ['directive', 'subject']),
      ],
    });
    expect(found.get('front')).toMatchObject({ errors: 1, warnings: 1 });
    expect(found.get('top')).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('names the only unit of a group and counts several', () => {
    const groups = new Map([
      ['front', { count: 1, units: [{ id: 'u', name: 'Mặt trận tỉnh' }] }],
      ['district', { count: 8, units: [] }],
    ]);
    const found = facts({ groups });
    expect(found.get('front')?.who).toMatchObject({ count: 1, only: 'Mặt trận tỉnh' });
    expect(found.get('district')?.who).toMatchObject({
      kind: 'kinds',
      kinds: ['district'],
      count: 8,
      only: null,
    });
    expect(found.get('commune')?.who.count).toBeNull();
  });

  it('counts the tasks that its members have, those that the level above gives to all included', () => {
    const definition = drawn(({ nodes }) => {
      for (const node of nodes) {
        if (node.id === 'top') node.sharedTasks = [{ id: 'all', text: 'Treo cờ' }];
        if (node.id === 'front') node.tasks = [{ id: 'own', text: 'Tuyên truyền' }];
      }
    });
    const found = facts({ definition });
    expect([found.get('front')?.tasks, found.get('district')?.tasks, found.get('commune')?.tasks]).toEqual([
      2, 1, 0,
    ]);
  });

  it('shows live counts or the marks of a comparison in their place', () => {
    const count = { nodeId: 'front', units: 3, waiting: 1, done: 2, late: 0 };
    const counts = facts({
      overlay: { kind: 'counts', counts: new Map([['front', count]]), focal: new Map() },
    });
    expect([counts.get('front')?.counts, counts.get('cells')?.counts]).toEqual([count, 'none']);
    const marks = facts({ overlay: { kind: 'diff', marks: new Map([['front', 'changed']]) } });
    expect([marks.get('front')?.mark, marks.get('front')?.counts]).toEqual(['changed', null]);
  });

  it('reads a criterion on the kind alone as kinds', () => {
    const where = [{ attribute: '$kind', op: 'in' as const, value: ['village', 'market'] }];
    expect(selected({ kind: 'criterion', where, within: 'parent' })).toMatchObject({
      kind: 'kinds',
      kinds: ['village', 'market'],
    });
    expect(selected({ kind: 'criterion', where: [], within: 'parent' }).kind).toBe('criterion');
  });
});
