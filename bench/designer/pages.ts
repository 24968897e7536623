import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serve } from './serve.ts';

export interface Pages {
  readonly url: string;
}

/** The benchmark's pages, built as the product's own are, on loopback for as long as `work` takes. */
export async function withPages<T>(
  answers: Readonly<Record<string, string>>,
  work: (pages: Pages) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cascade-bench-'));
  const configFile = fileURLToPath(new URL('./pages/vite.config.ts', import.meta.url));
  await forProduction(() =>
    build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } }),
  );
  const server = await serve(folder, answers);
  try {
    return await work({ url: server.url });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Vite reads NODE_ENV of its process; the installation measured afterwards, a child of this one, is none of production. */
async function forProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
