import { describe, expect, it } from 'vitest';
import { createReuse } from './reuse.ts';

describe('what did not change', () => {
  it('stays the very same object, and so does the whole list', () => {
    const reuse = createReuse<{ id: string; at: { x: number } }>();
    const first = reuse([
      { id: 'a', at: { x: 1 } },
      { id: 'b', at: { x: 2 } },
    ]);
    const second = reuse([
      { id: 'a', at: { x: 1 } },
      { id: 'b', at: { x: 3 } },
    ]);
    expect(second[0]).toBe(first[0]);
    expect(second[1]).toEqual({ id: 'b', at: { x: 3 } });
    expect(reuse(second.map((each) => ({ ...each })))).toBe(second);
  });

  it('follows the new order and forgets what is gone', () => {
    const reuse = createReuse<{ id: string }>();
    const [a, b] = reuse([{ id: 'a' }, { id: 'b' }]);
    expect(reuse([{ id: 'b' }, { id: 'a' }])).toEqual([b, a]);
    expect(reuse([{ id: 'b' }])).toHaveLength(1);
  });
});
