import { describe, expect, it } from 'vitest';
import { Definition, type DefinitionInput } from '#model';
import { applied } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { newObligation } from './new-obligation.ts';
import { oweForAll } from './owe-for-all.ts';

type Node = DefinitionInput['nodes'][number];
const owes = (due: object) => ({ obligations: [{ report: 'ket-qua', due, reminders: [] }] }) as Partial<Node>;
const drawing = (nodes: Record<string, Partial<Node>>, reports = ['ket-qua']): Drawing => ({
  directive: null,
  definition: Definition.parse({
    formatVersion: 1,
    key: 'd',
    title: 'Thử',
    reports: reports.map((id) => ({ id, title: id, kind: 'thematic' })),
    nodes: Object.entries(nodes).map(([id, given]) => ({
      id,
      name: id,
      parent: 'goc',
      select: id === 'goc' ? { kind: 'root' } : { kind: 'list', units: [] },
      ...given,
    })),
  }),
});

describe('a new obligation', () => {
  it('is the one that a sibling has', () => {
    const due = { kind: 'date', date: '2024-12-08', bound: 'before' };
    const open = drawing({ goc: { parent: null }, a: owes(due), b: {} });
    expect(newObligation(open, 'b')).toMatchObject({ report: 'ket-qua', due });
  });

  it('comes before the date of the level above', () => {
    const open = drawing({ goc: { parent: null }, a: owes({ kind: 'period' }), b: { parent: 'a' } });
    expect(newObligation(open, 'b')?.due).toEqual({ kind: 'lead', workingDays: 3 });
  });

  it('below the top leaves the date to the designer', () => {
    expect(newObligation(drawing({ goc: { parent: null }, a: {} }), 'a')?.due).toEqual({ kind: 'unknown' });
  });

  it('is about the report that is not owed yet', () => {
    const open = drawing({ goc: { parent: null }, a: owes({ kind: 'none' }) }, ['ket-qua', 'tien-do']);
    expect(newObligation(open, 'a')?.report).toBe('tien-do');
  });

  it('cannot be made without a report form', () => {
    expect(newObligation(drawing({ goc: { parent: null }, a: {} }, []), 'a')).toBeUndefined();
  });
});

describe('one obligation for several levels', () => {
  it('changes the date where the report is owed and adds it where it is not, never to the top', () => {
    const open = drawing({ goc: { parent: null }, a: owes({ kind: 'none' }), b: {}, c: {} });
    const due = { kind: 'lead', workingDays: 5 } as const;
    const { nodes } = applied(open, oweForAll(['goc', 'a', 'b'], { report: 'ket-qua', due })).definition;
    expect(nodes.map(({ obligations }) => obligations.map((rule) => rule.due))).toEqual([
      [],
      [due],
      [due],
      [],
    ]);
  });
});
