import { z } from 'zod';
import type { Result } from '#model';
import { RequestRefused, statusOf } from './problems.ts';
import type { Page } from './shapes.ts';

/** Query of every list: an opaque cursor from the page before, and how many rows. */
export const page = {
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
};

/** `?overdue=true`: the two words only, so that `?overdue=no` is refused instead of meaning yes. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');

/** Every item of a list, for a file. A page that is refused breaks the answer off: a part is not taken for the whole. */
export async function* itemsOf<T>(
  first: Page<T>,
  more: (cursor: string) => Promise<Result<Page<T>>>,
): AsyncIterable<T> {
  for (let page = first; ; ) {
    yield* page.items;
    if (page.nextCursor === null) return;
    const next = await more(page.nextCursor);
    if (!next.ok) throw new RequestRefused(statusOf(next.problems[0]?.code ?? ''), next.problems);
    page = next.value;
  }
}
