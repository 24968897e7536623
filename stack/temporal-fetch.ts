import type { Say } from './messages.ts';

/** One way of getting the binary: it writes it to `target` and returns only when it is whole. */
export type Fetch = (options: { target: string; version: string; say: Say }) => Promise<void>;
