import { describe, expect, it } from 'vitest';
import { schedule } from '#engine';
import type { Calendar, Definition, DrawingNode } from '#model';
import { dayCounter, dueLineOf } from './due-line.ts';
import { drawn } from './fixtures.ts';

const vn: Calendar = {
  id: 'vn',
  name: 'Lịch làm việc',
  version: 1,
  years: { from: 2024, to: 2024 },
  weekdays: [1, 2, 3, 4, 5],
  days: [],
  unitDays: [],
} as unknown as Calendar; // the fields that counting reads

const START = '2024-11-20';
const owing = (due: unknown, more: Partial<DrawingNode['obligations'][number]> = {}) =>
  drawn(({ nodes }) => {
    for (const node of nodes)
      if (node.id === 'front') node.obligations = [{ report: 'r', due, ...more } as never]; // parsed by the schema
  });
const lineOf = (definition: Definition, scheduled = true) => {
  const dates = schedule({ definition, calendars: [vn], startAt: '2024-11-20T01:00:00Z', parameters: {} });
  const node = definition.nodes.find(({ id }) => id === 'front');
  if (node === undefined) throw new Error('no such level');
  return dueLineOf(node, {
    definition,
    schedule: scheduled && dates.ok ? dates.value : null,
    startOn: START,
    daysUntil: dayCounter([vn], START),
  });
};

describe('the date on a level', () => {
  it('is the day of the letter with the working days up to the last day on time', () => {
    // before Sunday 08/12: on time until Saturday, twelve working days after 20/11
    expect(lineOf(owing({ kind: 'date', date: '2024-12-08', bound: 'before' }))).toEqual({
      kind: 'before',
      date: '2024-12-08',
      time: null,
      left: 12,
    });
  });

  it('names the hour where the letter does', () => {
    const due = { kind: 'date', date: '2024-12-06', bound: 'by', time: '15:00' };
    expect(lineOf(owing(due))).toMatchObject({ kind: 'by', time: '15:00' });
  });

  it('says what the drawing says while no date can be worked out', () => {
    expect(lineOf(owing({ kind: 'lead', workingDays: 3 }), false)).toEqual({ kind: 'lead', count: 3 });
    expect(lineOf(owing({ kind: 'unknown' }), false)).toEqual({ kind: 'unknown' });
    const asked = { kind: 'date', date: { parameter: 'han' }, bound: 'by' };
    expect(lineOf(owing(asked), false)).toEqual({ kind: 'asked' });
    const written = { kind: 'date', date: '2025-12-08', bound: 'before' };
    expect(lineOf(owing(written), false)).toMatchObject({ date: '2025-12-08', left: null });
  });

  it('is absent on top and an acknowledgement where nothing is owed', () => {
    const context = { definition: drawn(), schedule: null, startOn: START, daysUntil: () => null };
    const of = (id: string) => context.definition.nodes.find((node) => node.id === id);
    const [top, cells] = [of('top'), of('cells')];
    expect(top && dueLineOf(top, context)).toBeNull();
    expect(cells && dueLineOf(cells, context)).toEqual({ kind: 'acknowledge' });
  });
});
