import { createStore, type StoreApi } from 'zustand/vanilla';
import { isRetriable, Refusal } from '../../api/client.ts';
import type { StoredDefinition } from '../../api/definitions.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { sameDrawing } from '../same.ts';

type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  /** Changed, to be sent in a moment. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** `again`: tried again without being asked. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: boolean }
  /** Somebody else saved first; nothing is sent until the designer has chosen. */
  | { readonly kind: 'conflict'; readonly theirs: StoredDefinition };

export interface SaverState {
  readonly save: SaveState;
  /** What the server has, as it knows it: the revision that the next save goes over. */
  readonly revision: number;
  /** Never shown to others before it is there. */
  readonly saved: Drawing;
}

export interface SaverOptions {
  readonly drawing: Drawing;
  readonly revision: number;
  readonly savedAt: string | null;
  readonly remote: {
    put(drawing: Drawing, expectedRevision: number): Promise<StoredDefinition>;
    read(): Promise<StoredDefinition>;
  };
  /** The copy on this machine, for a crash or a day without network. */
  readonly local: { keep(drawing: Drawing, revision: number): void; forget(): void };
}

export interface Saver {
  readonly store: StoreApi<SaverState>;
  changed(drawing: Drawing): void;
  /** Sends what is not saved, now. Resolves when the server has it or has refused. */
  flush(): Promise<SaverState>;
  /** The same for a key or a button, which wait for nothing. */
  save(): void;
  /** The designer's drawing goes over what the other saved. */
  keepMine(): Promise<SaverState>;
  /** `drawing` is what the server has at this revision. */
  adopt(drawing: Drawing, revision: number, at: string | null): void;
  /** Writes the copy on this machine now. */
  keep(): void;
  /** Nothing is sent by itself any more; what is not saved is kept on this machine. */
  stop(): void;
  start(): void;
}

const REST_MS = 900;
const KEEP_MS = 250;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];

/** Saves every change a moment after it, one request at a time, always over the revision it knows. */
export function createSaver(options: SaverOptions): Saver {
  const { remote, local } = options;
  const store = createStore<SaverState>(() => ({
    save: { kind: 'saved', at: options.savedAt },
    revision: options.revision,
    saved: options.drawing,
  }));
  let latest = options.drawing;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let savedAt = options.savedAt;
  const set = (save: SaveState) => store.setState({ save });
  const clean = () => latest === store.getState().saved;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(), ms);
  };
  const keep = () => {
    clearTimeout(keeping);
    keeping = undefined;
    if (!clean()) local.keep(latest, store.getState().revision);
  };
  const accept = (drawing: Drawing, revision: number, at: string | null) => {
    failures = 0;
    savedAt = at;
    store.setState({ saved: drawing, revision });
    if (clean()) {
      clearTimeout(keeping);
      local.forget();
      set({ kind: 'saved', at });
    } else {
      set({ kind: 'waiting' });
      later(REST_MS);
    }
  };
  const refused = async (sent: Drawing, error: unknown) => {
    const conflict = error instanceof Refusal && error.code === 'definition.conflict';
    if (conflict) {
      const theirs = await remote.read();
      const there: Drawing = { definition: theirs.draft, directive: theirs.directive };
      // an answer that was lost on its way: what is there is what was sent
      if (sameDrawing(there, sent)) accept(sent, theirs.draftRevision, theirs.updatedAt);
      else {
        keep();
        set({ kind: 'conflict', theirs });
      }
      return;
    }
    fail(error);
  };
  const fail = (error: unknown) => {
    const again = isRetriable(error);
    keep();
    set({ kind: 'failed', error, again });
    if (again) later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
    failures += 1;
  };

  function send(): Promise<void> {
    clearTimeout(timer);
    if (sending !== null) return sending;
    if (clean() || store.getState().save.kind === 'conflict') return Promise.resolve();
    const sent = latest;
    set({ kind: 'saving' });
    sending = remote
      .put(sent, store.getState().revision)
      .then(
        ({ draftRevision, updatedAt }) => accept(sent, draftRevision, updatedAt),
        (error: unknown) => refused(sent, error),
      )
      .catch(fail)
      .finally(() => {
        sending = null;
      });
    return sending;
  }

  const flush = async (): Promise<SaverState> => {
    await sending;
    if (!clean()) await send();
    return store.getState();
  };

  return {
    store,
    changed(drawing) {
      latest = drawing;
      if (clean()) {
        // undone back to what is saved
        clearTimeout(timer);
        clearTimeout(keeping);
        if (sending === null && store.getState().save.kind !== 'conflict') {
          local.forget();
          set({ kind: 'saved', at: savedAt });
        }
        return;
      }
      keeping ??= setTimeout(keep, KEEP_MS);
      if (store.getState().save.kind === 'conflict') return;
      if (sending === null) set({ kind: 'waiting' });
      later(REST_MS);
    },
    flush,
    save: () => void flush(),
    async keepMine() {
      const { save } = store.getState();
      if (save.kind !== 'conflict') return flush();
      store.setState({ revision: save.theirs.draftRevision, save: { kind: 'waiting' } });
      return flush();
    },
    adopt(drawing, revision, at) {
      latest = drawing;
      accept(drawing, revision, at);
    },
    keep,
    stop() {
      keep();
      stopped = true;
      clearTimeout(timer);
    },
    start() {
      stopped = false;
      if (!clean()) later(REST_MS);
    },
  };
}
