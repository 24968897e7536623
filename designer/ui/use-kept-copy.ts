import { useEffect, useEffectEvent, useState } from 'react';
import { forgetAt, holdCopy, keepAt, type KeptCopy, newestLeft, newKey } from './kept-copy.ts';

const REST_MS = 250;

interface KeptWork<T extends object> {
  /** Whose, and of what: officials share machines, and nobody is offered another's work. Null: nothing is kept. */
  readonly place: string | null;
  /** Not saved yet; null once it is. */
  readonly now: T | null;
  /** What was stored, or null where it is of another shape. */
  read(stored: unknown): T | null;
  /** What a page no longer open left behind; false where it is not wanted now and may wait. */
  found(copy: KeptCopy<T>): boolean;
}

/** Keeps unsaved work on this machine as long as it is unsaved, and gives back what is left there. Returns how to forget it. */
export function useKeptCopy<T extends object>({ place, now, read, found }: KeptWork<T>): () => void {
  const [key] = useState(() => (place === null ? null : newKey(place)));
  const take = useEffectEvent((copy: KeptCopy<T>) => {
    if (key === null || !found(copy)) return;
    forgetAt(copy.key);
    keepAt(key, copy);
  });
  const readStored = useEffectEvent(read);
  const keep = useEffectEvent(() => {
    if (key === null) return;
    if (now === null) forgetAt(key);
    else keepAt(key, now);
  });
  useEffect(() => {
    if (place === null || key === null) return undefined;
    let here = true;
    const release = holdCopy(key);
    void newestLeft(place, (stored) => readStored(stored)).then((copy) => {
      if (here && copy !== null) take(copy);
    });
    // a phone that is put away does not come back to finish
    const hide = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', keep);
    return () => {
      here = false;
      keep();
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', keep);
      release();
    };
  }, [place, key]);
  useEffect(() => {
    // a long text is not written out with every key; saved, it is gone at once
    const timer = setTimeout(() => keep(), now === null ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return () => {
    if (key !== null) forgetAt(key);
  };
}
