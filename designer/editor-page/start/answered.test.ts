import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { Refusal } from '../../api/client.ts';
import { asksForReason, defaultsOf, unanswered } from './answered.ts';

const definition = Definition.parse({
  formatVersion: 1,
  key: 'a',
  title: 'A',
  parameters: [
    { key: 'han', label: 'Hạn', kind: 'date', default: '2026-12-08' },
    { key: 'muc', label: 'Mức', kind: 'number' },
  ],
  nodes: [{ id: 'top', name: 'Bộ', parent: null, select: { kind: 'root' } }],
});

describe('the questions of a drawing', () => {
  it('begin with what it proposes; the others stay open until answered', () => {
    const values = defaultsOf(definition);
    expect(values).toEqual({ han: '2026-12-08' });
    expect(unanswered(definition, values).map(({ key }) => key)).toEqual(['muc']);
    expect(unanswered(definition, { ...values, muc: 0 })).toEqual([]);
  });
});

describe('a reason to start anyway', () => {
  const refusal = (...codes: string[]) =>
    new Refusal(422, {
      problems: codes.map((code) => ({ code, severity: 'error', path: [], params: {}, vi: 'x', en: 'x' })),
    });

  it('is asked for only where it would help', () => {
    expect(asksForReason(refusal('plan.tooFewWorkingDays'))).toBe(true);
    expect(asksForReason(refusal('plan.tooFewWorkingDays', 'plan.dueInPast'))).toBe(false);
    expect(asksForReason(refusal())).toBe(false);
    expect(asksForReason(new TypeError('network'))).toBe(false);
  });
});
