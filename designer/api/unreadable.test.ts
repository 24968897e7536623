import { describe, expect, it } from 'vitest';
import { Refusal } from './client.ts';
import { isUnreadable } from './unreadable.ts';

const read = (data: unknown, error: unknown) =>
  isUnreadable({ data, error, isLoadingError: error !== null && data === undefined });
const lineIsBroken = new TypeError('Failed to fetch');

describe('what was read', () => {
  it.each([
    ['while the line is broken', lineIsBroken],
    ['while the server fails', new Refusal(503, {})],
    ['after the session has ended: what is typed is not thrown away', new Refusal(401, {})],
  ])('stays %s', (_, error) => {
    expect(read({}, error)).toBe(false);
  });
  it('goes when it is refused: gone, or no longer this reader’s', () => {
    expect(read({}, new Refusal(404, {}))).toBe(true);
    expect(read({}, new Refusal(403, {}))).toBe(true);
  });
});

describe('what was never read', () => {
  it.each([lineIsBroken, new Refusal(401, {}), new Refusal(404, {})])('is said so: %s', (error) => {
    expect(read(undefined, error)).toBe(true);
  });
  it('is not yet refused while it is on its way', () => {
    expect(read(undefined, null)).toBe(false);
  });
});
