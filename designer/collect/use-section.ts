import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { isRetriable, Refusal } from '../api/client.ts';
import { isSignedOut, useMe } from '../api/session.ts';
import { useKeptCopy } from '../ui/use-kept-copy.ts';
import {
  type Desk,
  type Narrative,
  narrativeKey,
  readNarrative,
  saveNarrative,
  type Section,
} from './api.ts';
import { edits, type Working, working } from './paragraphs.ts';
import { isSaved, placeOf, type Unsaved, unsavedText } from './unsaved-text.ts';

export interface SectionWork {
  readonly paragraphs: readonly Working[];
  readonly state: 'saved' | 'unsaved' | 'saving' | 'failed';
  readonly error: unknown;
  /** Somebody else has saved since. */
  readonly conflict: boolean;
  /** What stands here was typed then, and had not been saved when its page was closed. */
  readonly takenBackAt: string | null;
  /** Always the same function: a paragraph that did not change is not drawn again. */
  write(change: (paragraphs: readonly Working[]) => readonly Working[]): void;
  saveAgain(): void;
  /** What is typed here goes on top of what the other has saved. */
  overwrite(): void;
  /** The other's text instead of one's own. */
  giveUp(): void;
}

interface SectionDesk {
  readonly desk: Desk;
  readonly section: Section;
  readonly mayWrite: boolean;
}

const REST_MS = 1_000;
const AGAIN_MS = 10_000;

/**
 * One section as it is worked on: saved a moment after the last word, on top of the revision that was read. Until the
 * server has it, it is kept on this machine, too, and taken back by the next page that opens the section.
 */
export function useSection({ desk, section, mayWrite }: SectionDesk, narrative: Narrative): SectionWork {
  const queries = useQueryClient();
  const me = useMe().data;
  const [mine, setMine] = useState<Unsaved | null>(null);
  const [takenBackAt, setTakenBackAt] = useState<string | null>(null);
  const key = narrativeKey(desk, section);
  /** What this page has saved itself: what is typed meanwhile goes upon it. */
  const own = useRef(0);
  const latest = useRef<Unsaved | null>(null);
  const save = useMutation({
    // one after the other, also when the tab is left while one is on its way
    scope: { id: key.join('/') },
    mutationFn: async (text: Unsaved) => {
      const expectedRevision = Math.max(text.base, own.current);
      try {
        return await saveNarrative(desk, section, { expectedRevision, paragraphs: edits(text.paragraphs) });
      } catch (refused) {
        if (!isConflict(refused)) throw refused;
        // it had arrived, and only the answer was lost
        const there = await queries.fetchQuery({ ...readNarrative(desk, section), staleTime: 0 });
        if (isSaved(text, there)) return there;
        throw refused;
      }
    },
    onSuccess: (saved, sent) => {
      own.current = saved.revision;
      queries.setQueryData(key, saved);
      // the tab may have been left meanwhile
      if (latest.current === sent) forget();
      // what was typed while this was on its way stays, upon what is saved now
      setMine((now) => (now === null || now === sent ? null : { ...now, base: saved.revision }));
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  });
  const { mutate, isPending, isError, error } = save;
  const forget = useKeptCopy<Unsaved>({
    place: me === undefined || !mayWrite ? null : placeOf(me, key),
    now: mine,
    read: unsavedText,
    found: (copy) => {
      if (mine !== null) return false;
      setMine({ base: copy.base, paragraphs: copy.paragraphs });
      setTakenBackAt(copy.at);
      return true;
    },
  });
  useEffect(() => {
    latest.current = mine;
  }, [mine]);
  const send = useEffectEvent(() => {
    if (mine !== null && !isPending && !isError) mutate(mine);
  });
  useEffect(() => {
    if (mine === null || isPending) return undefined;
    const timer = setTimeout(send, REST_MS);
    return () => clearTimeout(timer);
  }, [mine, isPending]);
  // only the line, or the session, was lost
  const waits = isError && mine !== null && (isRetriable(error) || isSignedOut(error));
  const again = useEffectEvent(() => {
    if (mine !== null) mutate(mine);
  });
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [waits]);
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
  return {
    paragraphs: mine?.paragraphs ?? read,
    state: isPending ? 'saving' : isError ? 'failed' : mine === null ? 'saved' : 'unsaved',
    error,
    conflict: isConflict(error),
    takenBackAt,
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
      setTakenBackAt(null);
    },
  };
}

const isConflict = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'narrative.conflict';
