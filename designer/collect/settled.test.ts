import { expect, it } from 'vitest';
import { isSettled, waitedFor } from './settled.ts';

const line = {
  revision: 1,
  drawnAt: '2024-12-05T01:00:00.000Z',
  signedAt: '2024-12-05T02:00:00.000Z',
  signedByName: null,
  signedOnBehalfOfName: null,
  owed: 8,
  accepted: 8,
  differences: 0,
};
const signed = {
  revision: 1,
  signedRevision: 1,
  differences: {},
  revisions: [{ ...line, state: 'signed' as const }],
};

it('calls the figures of now signed only while they are those of the last signature', () => {
  expect(isSettled(signed)).toBe(true);
  expect(isSettled({ ...signed, revision: 2 })).toBe(false);
  expect(
    isSettled({
      ...signed,
      differences: { r: [{ kind: 'unitAdded' as const, unitId: 'u', unitName: 'U' }] },
    }),
  ).toBe(false);
  expect(isSettled({ ...signed, signedRevision: 0, revisions: [{ ...line, state: 'draft' }] })).toBe(false);
});

it('waits for the first report once the day is over on which a revision was promised', () => {
  const cutoffAt = '2026-12-02T17:00:00.000Z';
  const at = (now: string, cutoff: string | null = cutoffAt) =>
    waitedFor({ cutoffAt: cutoff, campaign: { now } });
  expect(at('2026-12-02T16:59:59.999Z')).toBe('cutoff');
  expect(at(cutoffAt)).toBe('first');
  expect(at('2026-12-12T03:00:00.000Z', null)).toBe('all');
});
