import type { DraftChange, DraftContent } from '#model';
import { applyChange, fieldsOf, joinChanges } from '#engine/draft';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isRetriable, Refusal } from '../../api/client.ts';
import { isSignedOut } from '../../api/session.ts';
import type { Draft, Replaced } from '../api.ts';

type SaveState =
  | { readonly kind: 'saved' }
  /** Changed, to be sent in a moment. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** The line is down: kept on this machine, sent when it is back. */
  | { readonly kind: 'offline' }
  /** Somebody handed the report in meanwhile; nothing is sent until the writer has chosen. */
  | { readonly kind: 'overtaken'; readonly error: Refusal }
  | { readonly kind: 'refused'; readonly error: unknown };

interface KeeperState {
  /** What stands on the screen: the server's draft with what is not saved yet over it. */
  readonly content: DraftContent;
  readonly server: Draft;
  readonly save: SaveState;
  /** What others had written in fields that were saved over, until it was looked at. */
  readonly replaced: readonly Replaced[];
}

/** What lies on this machine, unsent. */
export interface Kept {
  readonly change: DraftChange;
  readonly basedOn: number;
}

export interface KeeperOptions {
  readonly draft: Draft;
  readonly put: (
    change: DraftChange & { readonly basedOn: number; readonly seenRevision: number },
  ) => Promise<Draft & { readonly replaced: readonly Replaced[] }>;
  readonly local: { read(): Kept | null; keep(kept: Kept): void; forget(): void };
}

export interface Keeper {
  readonly store: StoreApi<KeeperState>;
  change(change: DraftChange): void;
  /** Sends what is not saved, now. Resolves when the server has it or has refused. */
  flush(): Promise<void>;
  /** The server's draft as it is now; what is not saved here stays over it. */
  read(draft: Draft): void;
  /** After somebody else handed in: goes on writing over what is there now. */
  goOn(draft: Draft): void;
  /** Forgets what is not saved: it was handed in, or given up. */
  drop(): void;
  look(field: string): void;
  start(): void;
  stop(): void;
}

const REST_MS = 800;
const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
const AGAIN_MS = 15_000;
const isEmpty = (change: DraftChange): boolean => fieldsOf(change).length === 0;

/** Saves field by field a moment after each change, one request at a time; nothing typed is ever lost. */
export function createKeeper({ draft, put, local }: KeeperOptions): Keeper {
  const left = local.read();
  let unsent: DraftChange = left?.change ?? {};
  /** On its way; part of what is not saved until the answer is there. */
  let sent: DraftChange = {};
  let basedOn = left?.basedOn ?? draft.basedOn;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = true;
  const pending = () => joinChanges(sent, unsent);
  const store = createStore<KeeperState>(() => ({
    content: applyChange(draft.content, unsent),
    server: draft,
    save: { kind: isEmpty(unsent) ? 'saved' : 'waiting' },
    replaced: [],
  }));
  const set = (save: SaveState) => store.setState({ save });
  const keep = () => (isEmpty(pending()) ? local.forget() : local.keep({ change: pending(), basedOn }));
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void send(), ms);
  };
  const show = (server: Draft) => store.setState({ server, content: applyChange(server.content, pending()) });

  function failed(error: unknown): void {
    unsent = pending();
    sent = {};
    keep();
    if (error instanceof Refusal && error.code === 'obligation.submittedConflict') {
      set({ kind: 'overtaken', error });
    } else if (isRetriable(error)) {
      set({ kind: 'offline' });
      later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
      failures += 1;
    } else {
      set({ kind: 'refused', error });
      // the writer signs in again in another window
      if (isSignedOut(error)) later(AGAIN_MS);
    }
  }

  function send(): Promise<void> {
    clearTimeout(timer);
    if (sending !== null) return sending;
    if (isEmpty(unsent) || store.getState().save.kind === 'overtaken') return Promise.resolve();
    [sent, unsent] = [unsent, {}];
    set({ kind: 'saving' });
    const { revision } = store.getState().server;
    sending = put({ ...sent, basedOn, seenRevision: revision })
      .then(({ replaced, ...server }) => {
        failures = 0;
        sent = {};
        show(server);
        if (replaced.length > 0) {
          const fields = new Set(replaced.map(({ field }) => field));
          const others = store.getState().replaced.filter(({ field }) => !fields.has(field));
          store.setState({ replaced: [...others, ...replaced] });
        }
        keep();
        set({ kind: isEmpty(unsent) ? 'saved' : 'waiting' });
        if (!isEmpty(unsent)) later(REST_MS);
      }, failed)
      .finally(() => {
        sending = null;
      });
    return sending;
  }

  return {
    store,
    change(change) {
      unsent = joinChanges(unsent, change);
      store.setState(({ content }) => ({ content: applyChange(content, change) }));
      // at once: a phone that is put away does not come back to finish
      keep();
      if (store.getState().save.kind === 'overtaken') return;
      if (sending === null) set({ kind: 'waiting' });
      later(REST_MS);
    },
    async flush() {
      await sending;
      await send();
    },
    read(server) {
      if (server.basedOn !== basedOn || sending !== null) return;
      if (server.revision >= store.getState().server.revision) show(server);
    },
    goOn(server) {
      ({ basedOn } = server);
      show(server);
      keep();
      set({ kind: isEmpty(unsent) ? 'saved' : 'waiting' });
      later(0);
    },
    drop() {
      clearTimeout(timer);
      unsent = {};
      sent = {};
      local.forget();
      store.setState(({ server }) => ({ content: server.content, save: { kind: 'saved' } }));
    },
    look: (field) =>
      store.setState(({ replaced }) => ({ replaced: replaced.filter((each) => each.field !== field) })),
    start() {
      stopped = false;
      if (!isEmpty(unsent)) later(0);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
