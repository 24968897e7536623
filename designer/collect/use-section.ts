import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Refusal } from '../api/client.ts';
import { type Desk, type Narrative, narrativeKey, saveNarrative, type Section } from './api.ts';
import { edits, type Working, working } from './paragraphs.ts';

interface Mine {
  /** Revision that it was written upon. */
  readonly base: number;
  readonly paragraphs: readonly Working[];
}

export interface SectionWork {
  readonly paragraphs: readonly Working[];
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed';
  readonly error: unknown;
  /** Somebody else has saved since. */
  readonly conflict: boolean;
  /** Always the same function: a paragraph that did not change is not drawn again. */
  write(change: (paragraphs: readonly Working[]) => readonly Working[]): void;
  saveAgain(): void;
  /** What is typed here goes on top of what the other has saved. */
  overwrite(): void;
  /** The other's text instead of one's own. */
  giveUp(): void;
}

const REST_MS = 1_000;

/** One section as it is worked on: saved a moment after the last word, on top of the revision that was read. */
export function useSection(desk: Desk, section: Section, narrative: Narrative): SectionWork {
  const queries = useQueryClient();
  const [mine, setMine] = useState<Mine | null>(null);
  const key = narrativeKey(desk, section);
  /** What this page has saved itself: what is typed meanwhile goes upon it. */
  const own = useRef(0);
  const save = useMutation({
    // one after the other, also when the tab is left while one is on its way
    scope: { id: key.join('/') },
    mutationFn: ({ base, paragraphs }: Mine) =>
      saveNarrative(desk, section, {
        expectedRevision: Math.max(base, own.current),
        paragraphs: edits(paragraphs),
      }),
    onSuccess: (saved, sent) => {
      own.current = saved.revision;
      queries.setQueryData(key, saved);
      // what was typed while this was on its way stays, upon what is saved now
      setMine((now) => (now === null || now === sent ? null : { ...now, base: saved.revision }));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const { mutate, isPending, isError } = save;
  const send = useEffectEvent(() => {
    if (mine !== null && !isPending && !isError) mutate(mine);
  });
  useEffect(() => {
    if (mine === null || isPending) return undefined;
    const timer = setTimeout(send, REST_MS);
    return () => clearTimeout(timer);
  }, [mine, isPending]);
  // leaving the tab within that moment, or while a save without the last words is on its way
  const leave = useEffectEvent(() => {
    if (mine !== null && !isError && mine !== save.variables) mutate(mine);
  });
  useEffect(() => () => leave(), []);
  const read = useMemo(() => working(narrative), [narrative]);
  const write = useCallback(
    (change: (paragraphs: readonly Working[]) => readonly Working[]) =>
      setMine((now) => ({
        base: now?.base ?? narrative.revision,
        paragraphs: change(now?.paragraphs ?? read),
      })),
    [narrative.revision, read],
  );
  const conflict = save.error instanceof Refusal && save.error.code === 'narrative.conflict';
  return {
    paragraphs: mine?.paragraphs ?? read,
    state: isPending ? 'saving' : isError ? 'failed' : mine === null ? 'saved' : 'unsaved',
    error: save.error,
    conflict,
    write,
    saveAgain: () => {
      if (mine !== null) mutate(mine);
    },
    overwrite: () => {
      if (mine === null) return;
      const upon = { ...mine, base: narrative.revision };
      setMine(upon);
      mutate(upon);
    },
    giveUp: () => {
      save.reset();
      setMine(null);
    },
  };
}
