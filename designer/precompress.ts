import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts and pictures are compressed by their own formats. */
const TEXTS = new Set(['.js', '.css', '.svg']);
/** What fits into one packet gains nothing. */
const WORTH_IT = 1000;
/** The best one takes twice as long for two percent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

const brotlied = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Lays `<file>.br` and `<file>.gz` beside each text below /assets; api/http/web.ts sends them as they lie. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const assets = join(dir, 'assets');
      const texts = (await readdir(assets)).filter((name) => TEXTS.has(extname(name)));
      await Promise.all(texts.map((name) => layBeside(join(assets, name))));
    },
  };
}

async function layBeside(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < WORTH_IT) return;
  const [br, gz] = await Promise.all([brotlied(text, BROTLI), zipped(text, { level: 9 })]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}
