import { expect, it } from 'vitest';
import { isSettled } from './settled.ts';

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
