/** A whole text or drawing that could not be saved, kept on this machine: survives a crash, a closed lid, a lost session. */
export type KeptCopy<T> = T & { readonly key: string; readonly at: string };

/** One opening never overwrites what another keeps. */
export const newKey = (place: string): string => `${place}/${crypto.randomUUID()}`;

/** False where the machine has no room: then only the server keeps the work. */
export function keepAt(key: string, work: object): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ ...work, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export const forgetAt = (key: string): void => localStorage.removeItem(key);

/** As long as it is held, the copy belongs to a page that is open. Without the lock API copies are always offered. */
export function holdCopy(key: string): () => void {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  if ('locks' in navigator) void navigator.locks.request(key, () => until);
  return () => release();
}

async function heldKeys(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

/** The newest copy that a page no longer open left at this place; one that cannot be read is none. */
export async function newestLeft<T extends object>(
  place: string,
  read: (stored: unknown) => T | null,
): Promise<KeptCopy<T> | null> {
  const held = await heldKeys();
  const copies = Object.keys(localStorage)
    .filter((key) => key.startsWith(`${place}/`) && !held.has(key))
    .flatMap((key) => readAt(key, read) ?? []);
  return copies.sort((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null;
}

function readAt<T extends object>(key: string, read: (stored: unknown) => T | null): KeptCopy<T> | null {
  try {
    // checked by the reader: what lies in the browser's storage is somebody else's word
    const stored = JSON.parse(localStorage.getItem(key) ?? '') as { readonly at: string };
    const work = read(stored);
    return work === null || Number.isNaN(Date.parse(stored.at)) ? null : { ...work, key, at: stored.at };
  } catch {
    return null;
  }
}
