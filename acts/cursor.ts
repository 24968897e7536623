/** Cursors are opaque to callers: base64url of a JSON list of strings (the sort key of the last row). */
export const encodeCursor = (key: readonly string[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** Undefined stays undefined; anything not made by `encodeCursor` with that many parts is `bad`. */
export function decodeCursor(cursor: string | undefined, parts: number): string[] | undefined | 'bad' {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string'))
      return key;
  } catch {
    // no JSON: said below
  }
  return 'bad';
}
