import Elk from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { arrangeWith } from './arrange.ts';
import { overlap, rectOf, roomsOf } from './room.ts';

const elk = new Elk();

interface Wanted {
  /** The level above each one: its place among those before it. */
  readonly parents: readonly number[];
  /** Those that report through a focal point of the level above. */
  readonly via?: ReadonlySet<number>;
  readonly locked?: ReadonlyMap<number, { x: number; y: number }>;
}

function drawn({ parents, via = new Set(), locked = new Map() }: Wanted): Definition {
  const due = { kind: 'none' as const };
  return Definition.parse({
    formatVersion: 1,
    key: 'thu',
    title: 'Thử',
    nodes: [
      { id: 'n0', name: 'Đơn vị khởi động', parent: null, select: { kind: 'root' } },
      ...parents.map((above, index) => ({
        id: `n${index + 1}`,
        name: `Cấp ${index + 1}`,
        parent: `n${above % (index + 1)}`,
        select: { kind: 'list', units: [] },
        obligations: [
          {
            report: 'bao-cao',
            due,
            via: via.has(index + 1) ? { select: { kind: 'list', units: [`dau-moi-${index}`] }, due } : null,
          },
        ],
      })),
    ],
    layout: {
      nodes: Object.fromEntries(
        [...Array(parents.length + 1).keys()].map((index) => {
          const at = locked.get(index);
          return [`n${index}`, { x: at?.x ?? 0, y: at?.y ?? 0, locked: at !== undefined }];
        }),
      ),
    },
  });
}

function coveredIn(definition: Definition, places: ReadonlyMap<string, { x: number; y: number }>): string[] {
  const rooms = roomsOf(definition);
  const rects = definition.nodes.map(({ id }) => {
    const [at, room] = [places.get(id), rooms.get(id)];
    if (at === undefined || room === undefined) throw new Error(`${id} has no place`);
    return { id, locked: definition.layout.nodes[id]?.locked === true, rect: rectOf(at, room) };
  });
  return rects.flatMap((a, index) =>
    rects
      .slice(index + 1)
      .filter((b) => !(a.locked && b.locked) && overlap(a.rect, b.rect))
      .map((b) => `${a.id} ${b.id}`),
  );
}

const drawings = fc
  .record({
    parents: fc.array(fc.nat(60), { minLength: 1, maxLength: 40 }),
    via: fc.array(fc.nat(40), { maxLength: 6 }),
    locked: fc.array(
      fc.tuple(
        fc.nat(40),
        fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -600, max: 900 }) }),
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ parents, via, locked }) =>
    drawn({
      parents,
      via: new Set(via.filter((index) => index > 0)),
      locked: new Map(locked.filter(([index]) => index <= parents.length)),
    }),
  );

describe('the automatic layout', () => {
  it('covers nothing and leaves locked levels to the pixel', async () => {
    await fc.assert(
      fc.asyncProperty(drawings, async (definition) => {
        const places = await arrangeWith(elk, definition);
        expect(places.size).toBe(definition.nodes.length);
        expect(coveredIn(definition, places)).toEqual([]);
        for (const [id, { x, y, locked }] of Object.entries(definition.layout.nodes)) {
          if (locked) expect(places.get(id)).toEqual({ x, y });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts every depth in one row, groups in the order of the drawing, the level above over their middle', async () => {
    const places = await arrangeWith(elk, drawn({ parents: [0, 0, 0, 1] }));
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;
    const y = (id: string) => places.get(id)?.y ?? Number.NaN;
    expect([y('n1'), y('n2')]).toEqual([y('n3'), y('n3')]);
    expect(y('n0')).toBeLessThan(y('n1'));
    expect(x('n1')).toBeLessThan(x('n2'));
    expect(x('n2')).toBeLessThan(x('n3'));
    expect(x('n0')).toBeCloseTo((x('n1') + x('n3')) / 2, -1);
    expect(x('n4')).toBeCloseTo(x('n1'), -1);
  });

  it('keeps the top where it is when nothing is locked', async () => {
    const definition = drawn({ parents: [0, 0] });
    definition.layout.nodes['n0'] = { x: 500, y: 300, locked: false };
    expect((await arrangeWith(elk, definition)).get('n0')).toEqual({ x: 500, y: 300 });
  });

  it('lets what hangs on a locked level come along', async () => {
    const definition = drawn({ parents: [0, 0, 1], locked: new Map([[1, { x: 3000, y: 900 }]]) });
    const places = await arrangeWith(elk, definition);
    expect(places.get('n3')?.x).toBeCloseTo(3000, -1);
    expect(places.get('n3')?.y).toBeGreaterThan(900);
  });

  it('draws a damaged drawing with a loop all the same', async () => {
    const definition = drawn({ parents: [0, 1] });
    const [, second] = definition.nodes;
    if (second !== undefined) second.parent = 'n2';
    expect((await arrangeWith(elk, definition)).size).toBe(3);
  });
});
