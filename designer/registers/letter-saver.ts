import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LetterText, Sources } from './api.ts';

type SaveState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  /** Nothing is sent until something changes or it is asked for again. */
  | { readonly kind: 'failed'; readonly error: unknown };

interface LetterSaverState {
  readonly save: SaveState;
  readonly revision: number;
  readonly sources: Sources;
}

interface Options {
  readonly text: LetterText;
  readonly revision: number;
  readonly sources: Sources;
  readonly put: (text: LetterText, expected: number) => Promise<{ revision: number; sources: Sources }>;
}

export interface LetterSaver {
  readonly store: StoreApi<LetterSaverState>;
  changed(text: LetterText): void;
  /** Sends what is not saved, now; the revision that the server has, or what kept it from being saved. */
  flush(): Promise<number>;
  /** No timer any more; what is not saved is sent once. */
  stop(): void;
}

const REST_MS = 900;

/** Saves what is typed a moment after it, one request at a time, always over the revision it knows. */
export function createLetterSaver({ text, revision, sources, put }: Options): LetterSaver {
  const store = createStore<LetterSaverState>(() => ({ save: { kind: 'saved' }, revision, sources }));
  let latest = text;
  let saved = text;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const set = (save: SaveState) => store.setState({ save });

  async function send(): Promise<void> {
    clearTimeout(timer);
    const sent = latest;
    set({ kind: 'saving' });
    try {
      const answer = await put(sent, store.getState().revision);
      saved = sent;
      store.setState(answer);
      set({ kind: latest === saved ? 'saved' : 'waiting' });
    } catch (error) {
      set({ kind: 'failed', error });
    }
  }
  const sendInTurn = async (): Promise<void> => {
    // asked and begun in one go: two who ask at once never send side by side
    while (sending !== null) await sending;
    if (latest === saved) return;
    sending = send().finally(() => {
      sending = null;
    });
    await sending;
    if (store.getState().save.kind === 'waiting') later();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sendInTurn(), REST_MS);
  };

  return {
    store,
    changed(next) {
      latest = next;
      if (sending === null) set({ kind: 'waiting' });
      later();
    },
    async flush() {
      await sendInTurn();
      const state = store.getState();
      if (state.save.kind === 'failed') throw state.save.error;
      return state.revision;
    },
    stop() {
      clearTimeout(timer);
      if (store.getState().save.kind === 'waiting') void sendInTurn();
    },
  };
}
