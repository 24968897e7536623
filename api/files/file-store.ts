import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Files by content: `<folder>/<sha256>`. The same file sent by a thousand communes is kept once. */
export class FileStore {
  readonly folder: string;
  /** Placing and withdrawing of one content happen one after another. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'files');
  }

  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash');
    return join(this.folder, sha256);
  }

  /**
   * Puts a received file in place, then lets `register` write its row: a row never points to a file that is
   * not there. When the row is refused the file is withdrawn, unless its content was there before.
   */
  async keep<T extends { readonly ok: boolean }>(
    received: { path: string; sha256: string },
    register: () => Promise<T>,
  ): Promise<T> {
    return this.#inTurn(received.sha256, async () => {
      const place = this.path(received.sha256);
      await mkdir(this.folder, { recursive: true });
      const there = await access(place).then(
        () => true,
        () => false,
      );
      await (there ? rm(received.path) : rename(received.path, place));
      // an error leaves it unknown whether the row was written: an unused file is harmless, a missing one is not
      const result = await register();
      if (!result.ok && !there) await rm(place, { force: true });
      return result;
    });
  }

  /** Reads the file through once: what is served is what was received. */
  async isIntact(sha256: string): Promise<boolean> {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(this.path(sha256)), hash);
    } catch {
      return false;
    }
    return hash.digest('hex') === sha256;
  }

  async #inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const quiet = mine.catch(() => undefined);
    this.#turns.set(key, quiet);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(key) === quiet) this.#turns.delete(key);
    }
  }
}
