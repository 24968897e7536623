import type { Migration } from './migration.ts';

/** One entry per format that was ever published, oldest first; each has a test. Format 1 is the first. */
export const migrations: readonly Migration[] = [];
