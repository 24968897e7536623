import { existsSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

const LARGE = 20 * 1024 * 1024;
const TAIL = 64 * 1024;

/** Size of a log, 0 while it does not exist. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** Keeps one earlier log when the present one has grown large. */
export function rotate(file: string): void {
  if (sizeOf(file) > LARGE) renameSync(file, `${file}.1`);
}

/** What was written after `from`, at most the last 64 KiB of it. */
export async function readSince(file: string, from: number): Promise<string> {
  if (!existsSync(file)) return '';
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const start = Math.max(from, size - TAIL);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8');
  } finally {
    await handle.close();
  }
}

/** The last lines written after `from`, for a message about a process that ended. */
export async function lastLines(file: string, from: number, count = 12): Promise<string> {
  return (await readSince(file, from)).trimEnd().split('\n').slice(-count).join('\n');
}
