/** As many pages as anybody has open at a time, several times over; a system watches many campaigns at once. */
const MOST = { person: 60, service: 1_000 } as const;

/** Counts the streams that each caller holds open in this process: a line costs memory and a question every few seconds. */
export class OpenStreams {
  readonly #open = new Map<string, number>();

  /** Gives what to call when the stream has ended; null where the caller has as many as anybody may. */
  take({ id, kind }: { readonly id: string; readonly kind: keyof typeof MOST }): (() => void) | null {
    const open = this.#open.get(id) ?? 0;
    if (open >= MOST[kind]) return null;
    this.#open.set(id, open + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.#open.get(id) ?? 1) - 1;
      if (left === 0) this.#open.delete(id);
      else this.#open.set(id, left);
    };
  }
}
