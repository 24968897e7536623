import { z } from 'zod';

/** Query of every list: an opaque cursor from the page before, and how many rows. */
export const page = {
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
};

export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).readonly(), nextCursor: z.string().nullable() });

/** `?overdue=true`: the two words only, so that `?overdue=no` is refused instead of meaning yes. */
export const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
