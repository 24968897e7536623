import { describe, expect, it } from 'vitest';
import { ok, problem, refuse } from '#model';
import { itemsOf } from './lists.ts';

async function gather(items: AsyncIterable<string>, into: string[]): Promise<void> {
  for await (const item of items) into.push(item);
}

describe('all the items of a list that is read page by page', () => {
  it('come in their order, to the last page', async () => {
    const read = (cursor: string) => Promise.resolve(ok({ items: [cursor], nextCursor: null }));
    const got: string[] = [];
    await gather(itemsOf({ items: ['1', '2'], nextCursor: '3' }, read), got);
    expect(got).toEqual(['1', '2', '3']);
  });

  it('are not cut short in silence when a later page is refused', async () => {
    const read = () => Promise.resolve(refuse(problem('campaign.notFound')));
    const got: string[] = [];
    const all = gather(itemsOf({ items: ['1'], nextCursor: '2' }, read), got);
    await expect(all).rejects.toMatchObject({ status: 404 });
    expect(got).toEqual(['1']);
  });
});
