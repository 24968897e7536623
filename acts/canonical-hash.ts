import { createHash } from 'node:crypto';

/** JSON with sorted keys and without undefined members: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : item,
  );
}

/** sha256 (hex) of the canonical JSON. */
export function contentHash(value: unknown): string {
  return sha256(canonicalJson(value)).toString('hex');
}

export function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}
