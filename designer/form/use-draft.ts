import { useEffect, useEffectEvent, useState } from 'react';
import type { Wrong } from './wrong.ts';

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: Wrong };

interface Typing<T> {
  readonly value: T;
  /** How the value is written while nobody types. */
  readonly shown: string;
  readonly read: (text: string) => Read<T>;
  readonly commit: (next: T) => void;
}

interface Draft<T> {
  readonly text: string;
  /** The value that stood there when this was typed. */
  readonly base: T;
  readonly wrong: Wrong | null;
}

/** The box that somebody types in, as the field shows it. */
export interface TypedText {
  readonly text: string;
  readonly wrong: Wrong | null;
  type(text: string): void;
  leave(): void;
  enter(): void;
  /** Back to what the drawing says; false where nothing was typed. */
  drop(): boolean;
}

const REST_MS = 500;

/**
 * What is being typed stays as typed; it is committed on leaving the field, on Enter or after a rest, and
 * only when it can be read. A value that changes from outside (undo) replaces what was typed.
 */
export function useDraft<T>({ value, shown, read, commit }: Typing<T>): TypedText {
  const [draft, setDraft] = useState<Draft<T> | null>(null);
  if (draft !== null && value !== draft.base) {
    const now = read(draft.text);
    setDraft(now.ok && now.value === value ? { ...draft, base: value } : null);
  }

  const settle = (): boolean => {
    if (draft === null) return true;
    const now = read(draft.text);
    if (!now.ok) {
      setDraft({ ...draft, wrong: now.wrong });
      return false;
    }
    if (now.value !== value) commit(now.value);
    return true;
  };
  const rest = useEffectEvent(() => {
    settle();
  });
  const typed = draft?.text;
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(rest, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // a click on the canvas takes the whole panel away before the field is left
  useEffect(() => () => rest(), []);

  return {
    text: draft?.text ?? shown,
    wrong: draft?.wrong ?? null,
    type: (text: string) => setDraft({ text, base: value, wrong: null }),
    leave: () => {
      if (settle()) setDraft(null);
    },
    enter: () => {
      settle();
    },
    drop: (): boolean => {
      setDraft(null);
      return draft !== null && draft.text !== shown;
    },
  };
}
