import { describe, expect, it } from 'vitest';
import type { Selector, Unit } from '#model';
import { tree, unit } from './fixtures.ts';
import { organisationOn, satisfies, selectorResolver } from './select.ts';

const units = [
  ...tree([2, 2, 2]),
  unit('r-0-x', 'commune', 'r-0'),
  unit('mt', 'front', { parentId: 'r-0', chain: 'front' }),
  unit('mt-0', 'front-commune', { parentId: 'mt', chain: 'front' }),
  unit('het', 'district', { parentId: 'r-0', validTo: '2025-06-30' }),
  unit('het-0', 'commune', { parentId: 'het', validTo: '2025-06-30' }),
];
const organisation = organisationOn('2026-01-12', units);
const select = selectorResolver(organisation, { noi: 'r-1' });
const parent = organisation.get('r-0') as Unit;
const ids = (selector: Selector, chain = 'state') =>
  select(selector, { parent, root: organisation.get('r') as Unit, chain }, []).units.map(({ id }) => id);

describe('a selector', () => {
  it('takes the nearest units of a kind on each branch, whatever levels lie between', () => {
    expect(ids({ kind: 'ofKind', unitKinds: ['commune'], within: 'parent', where: [] })).toEqual([
      'r-0-0-0',
      'r-0-0-1',
      'r-0-1-0',
      'r-0-1-1',
      'r-0-x',
    ]);
    expect(ids({ kind: 'ofKind', unitKinds: ['commune', 'district'], within: 'parent', where: [] })).toEqual([
      'r-0-0',
      'r-0-1',
      'r-0-x',
    ]);
  });

  it('stays inside its chain, crossing over only where the chain hangs', () => {
    expect(ids({ kind: 'ofKind', unitKinds: ['front'], within: 'parent', where: [] }, 'front')).toEqual([
      'mt',
    ]);
    expect(ids({ kind: 'ofKind', unitKinds: ['front'], within: 'parent', where: [] })).toEqual([]);
    expect(
      ids({ kind: 'ofKind', unitKinds: ['front-commune'], within: 'parent', chain: 'front', where: [] }),
    ).toEqual(['mt-0']);
  });

  it('by criterion looks in every chain, and only at units valid on the day', () => {
    expect(
      ids({
        kind: 'criterion',
        within: 'parent',
        where: [{ attribute: '$kind', op: 'in', value: ['front', 'district'] }],
      }),
    ).toEqual(['mt', 'r-0-0', 'r-0-1']);
    expect(organisationOn('2025-06-30', units).get('het')?.id).toBe('het');
  });

  it('can look below a unit that is asked at the start', () => {
    expect(ids({ kind: 'ofKind', unitKinds: ['district'], within: { parameter: 'noi' }, where: [] })).toEqual(
      ['r-1-0', 'r-1-1'],
    );
  });

  it('names a place to look in that is not there', () => {
    const selection = select(
      { kind: 'ofKind', unitKinds: ['x'], within: 'het' as never, where: [] },
      { parent, root: parent, chain: 'state' },
      ['p'],
    );
    expect(selection.problems).toMatchObject([
      { code: 'plan.unitNotValid', path: ['p', 'within'], params: { date: '2026-01-12' } },
    ]);
  });

  it('ends where units form a loop', () => {
    const loop = organisationOn('2026-01-12', [unit('a', 'x', 'b'), unit('b', 'x', 'a')]);
    const found = selectorResolver(loop, {})(
      { kind: 'criterion', within: 'a' as never, where: [{ attribute: '$kind', op: 'exists' }] },
      { parent: loop.get('a') as Unit, root: loop.get('a') as Unit, chain: 'state' },
      [],
    );
    expect(found.units.map(({ id }) => id)).toEqual(['b']);
    expect(loop.pathOf('a')).toEqual(['b', 'a']);
  });
});

describe('a condition', () => {
  const school = unit('t', 'school', {
    parentId: null,
    code: '07',
    type: 'Mầm non',
    attributes: { pupils: 250, kitchen: true },
  });
  it.each([
    [{ attribute: 'pupils', op: 'gte', value: 250 }, true],
    [{ attribute: 'pupils', op: 'lte', value: 249 }, false],
    [{ attribute: 'pupils', op: 'gte', value: '1' }, false],
    [{ attribute: 'kitchen', op: 'eq', value: true }, true],
    [{ attribute: 'kitchen', op: 'ne', value: true }, false],
    [{ attribute: 'canteen', op: 'ne', value: true }, false],
    [{ attribute: 'canteen', op: 'exists' }, false],
    [{ attribute: '$type', op: 'eq', value: 'Mầm non' }, true],
    [{ attribute: '$code', op: 'in', value: ['07', '08'] }, true],
  ] as const)('%j on a school is %s', (condition, expected) => {
    expect(
      satisfies(school, [
        { ...condition, value: 'value' in condition ? (condition.value as string) : undefined },
      ]),
    ).toBe(expected);
  });
});
