import { z } from 'zod';

/** What a board counts: written with their conditions in db/board.ts. */
export const Figure = z.enum([
  'expected',
  'received',
  'onTime',
  'late',
  'missing',
  'waiting',
  'returned',
  'done',
  'unopened',
]);

const count = z.int();
export const Figures = {
  expected: count,
  received: count,
  onTime: count,
  late: count,
  missing: count,
  waiting: count,
  returned: count,
  done: count,
  unopened: count,
} satisfies Readonly<Record<z.infer<typeof Figure>, z.ZodType>>;
