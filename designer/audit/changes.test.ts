import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';

describe('what an entry of the trail changed', () => {
  it('is told field by field, instants and days as people read them', () => {
    const before = { status: 'open', dueAt: '2024-12-07T17:00:00.000Z', version: 0 };
    const after = { status: 'submitted', dueAt: '2024-12-07T17:00:00.000Z', day: '2024-12-08' };
    expect(changesOf(before, after)).toEqual([
      { name: 'status', before: 'open', after: 'submitted' },
      { name: 'version', before: '0', after: '–' },
      { name: 'day', before: '–', after: '08/12/2024' },
    ]);
    expect(changesOf({ dueAt: '2024-12-07T17:00:00.000Z' }, null)).toEqual([
      { name: 'dueAt', before: '08/12/2024 00:00', after: '–' },
    ]);
  });

  it('is nothing where nothing is said', () => {
    expect(changesOf(null, undefined)).toEqual([]);
  });
});
