import { readFileSync } from 'node:fs';
import { UsageError } from './settings.ts';

/** A text file, or one sentence naming it. */
export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`Không đọc được tệp ${file} / cannot read the file ${file}`);
  }
}

export function readJson(file: string): unknown {
  const text = read(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${file}: không phải JSON / not JSON (${error instanceof Error ? error.message : ''})`,
    );
  }
}
