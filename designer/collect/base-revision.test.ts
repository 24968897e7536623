import { expect, it } from 'vitest';
import { baseOf } from './base-revision.ts';

it('differences are counted from the last signed revision, else from the draft before', () => {
  const lines = (['draft', 'draft', 'signed', 'draft', 'signed'] as const).map((state, at) => ({
    revision: at + 1,
    state,
  }));
  expect(lines.map(({ revision }) => baseOf(revision, lines))).toEqual([null, 1, 2, 3, 3]);
});
