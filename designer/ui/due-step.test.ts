import { describe, expect, it } from 'vitest';
import { type DueInput, resolveDue, workingCalendar } from '#engine';
import { Calendar, type DueStep } from '#model';
import { vi } from '../locales/vi.ts';
import { wordsOf } from './due-step.ts';

const calendar = workingCalendar(
  Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Lịch',
    weekdays: [1, 2, 3, 4, 5],
    years: { from: 2024, to: 2024 },
    days: [],
  }),
);
const input: Omit<DueInput, 'rule' | 'base'> = {
  period: { date: '2024-12-08', time: null, bound: 'by', from: 'recurrence' },
  calendar,
  onDayOff: 'rollBack',
  parameters: {},
  events: {},
  reminders: [],
  escalation: null,
  path: [],
};
const due = (rule: DueInput['rule'], base: DueInput['base'] = null) => {
  const found = resolveDue({ ...input, rule, base });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};
const sentences: Readonly<Record<string, string>> = vi.due;
const missing = (step: DueStep) =>
  [...(sentences[step.rule] ?? '').matchAll(/\{(\w+)[,}]/g)]
    .map(([, name = '']) => name)
    .filter((name) => !(name in wordsOf(step)));

describe('the reasons of a deadline', () => {
  const sunday = due({ kind: 'date', date: '2024-12-08', time: null, bound: 'by' });

  it('name the day that a deadline was moved to', () => {
    expect(sunday.why.map((step) => [step.rule, wordsOf(step)['date']])).toEqual([
      ['date', '08/12/2024'],
      ['rolled', '06/12/2024'],
    ]);
  });

  it('name the moment that a lead in hours arrives at', () => {
    const before = due({ kind: 'leadHours', hours: 24 }, sunday).why.at(-1);
    expect(before && wordsOf(before)['date']).toBe('06/12/2024 00:00');
  });

  it('leave no place of their sentence empty', () => {
    const steps = [
      ...sunday.why,
      ...due({ kind: 'none' }).why,
      ...due({ kind: 'period' }).why,
      ...due({ kind: 'lead', workingDays: 2 }, sunday).why,
      ...due({ kind: 'leadHours', hours: 24 }, sunday).why,
      ...due({ kind: 'event', event: 'a', offset: 2, days: 'working', time: null, bound: 'by' }).why,
    ];
    expect(steps.flatMap(missing)).toEqual([]);
  });
});
