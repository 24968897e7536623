import { Definition, Directive } from '#model';
import type { Drawing } from '../../drawing/drawing.ts';

/** What could not be saved yet, kept on this machine: survives a crash, a closed lid, a lost session. */
export interface LocalCopy {
  readonly key: string;
  readonly drawing: Drawing;
  /** The revision that was edited. */
  readonly revision: number;
  readonly at: string;
}

const PREFIX = 'cascade.unsaved';

export interface Owner {
  readonly definitionId: string;
  /** Officials share machines: nobody is offered another's work. */
  readonly personId: string;
}

const prefixOf = ({ definitionId, personId }: Owner): string => `${PREFIX}/${personId}/${definitionId}/`;

/** One opening of a drawing never overwrites what another keeps. */
export const copyKey = (owner: Owner): string => prefixOf(owner) + crypto.randomUUID();

/** False where the machine has no room: then only the server keeps the work. */
export function keepCopy(key: string, drawing: Drawing, revision: number): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ drawing, revision, at: new Date().toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export const forgetCopy = (key: string): void => localStorage.removeItem(key);

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

/** The newest copy that a page no longer open left behind; one that cannot be read is none. */
export async function copyLeft(owner: Owner): Promise<LocalCopy | null> {
  const prefix = prefixOf(owner);
  const held = await heldKeys();
  const copies = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix) && !held.has(key))
    .flatMap((key) => readCopy(key) ?? []);
  return copies.sort((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null;
}

function readCopy(key: string): LocalCopy | null {
  try {
    // checked below: what lies in the browser's storage is somebody else's word
    const { drawing, revision, at } = JSON.parse(localStorage.getItem(key) ?? '') as Omit<LocalCopy, 'key'>;
    const definition = Definition.parse(drawing.definition);
    const directive = Directive.nullable().parse(drawing.directive);
    if (!Number.isInteger(revision) || Number.isNaN(Date.parse(at))) return null;
    return { key, drawing: { definition, directive }, revision, at };
  } catch {
    return null;
  }
}
