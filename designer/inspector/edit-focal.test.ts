import { expect, it } from 'vitest';
import { Definition } from '#model';
import { applied } from '../drawing/command.ts';
import { focalPointsOf } from '../drawing/layout.ts';
import { editFocal } from './edit-focal.ts';

const via = (unit: string) => ({ select: { kind: 'list', units: [unit] }, due: { kind: 'none' } });
const group = (id: string, ...collectors: string[]) => ({
  id,
  name: id,
  parent: 'goc',
  select: { kind: 'list', units: [] },
  obligations: collectors.map((unit, at) => ({ report: `r${at}`, due: { kind: 'none' }, via: via(unit) })),
});
const drawing = {
  directive: null,
  definition: Definition.parse({
    formatVersion: 1,
    key: 'd',
    title: 'Thử',
    nodes: [
      { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } },
      group('a', 'kinh-te', 'van-hoa'),
      group('b', 'kinh-te'),
    ],
  }),
};

it('a focal point changes in every obligation that goes through it, and in no other', () => {
  const [focal] = focalPointsOf(drawing.definition.nodes);
  const before = drawing.definition.nodes[1]?.obligations[0]?.via;
  if (focal === undefined || !before) throw new Error('no focal point');
  const after = { ...before, due: { kind: 'lead', workingDays: 1 } as const };
  const { nodes } = applied(drawing, editFocal({ focal, before, after })).definition;
  expect(nodes.map(({ obligations }) => obligations.map((rule) => rule.via?.due.kind))).toEqual([
    [],
    ['lead', 'none'],
    ['lead'],
  ]);
});
