import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Say, StackError } from './messages.ts';
import { ROOT } from './tools.mjs';

/** Everything the page is made of; a change in any of it makes the built page stale. */
const SOURCES = ['designer', 'model', 'engine'];
const NOT_SOURCES = new Set(['dist', 'node_modules']);

const DIST = join(ROOT, 'designer', 'dist');

/** Builds the web page when it is missing or older than its sources; answers where it lies. */
export async function buildDesigner(say: Say): Promise<string> {
  const mark = join(DIST, '.sources');
  const hash = await hashOfSources();
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === hash) return DIST;
  say('Đang dựng trang web…', 'Building the web page…');
  await runVite();
  await writeFile(mark, hash);
  return DIST;
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = [join(ROOT, 'package-lock.json')];
  for (const folder of SOURCES) files.push(...(await filesUnder(join(ROOT, folder))));
  for (const file of files) hash.update(file.slice(ROOT.length)).update(await readFile(file));
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inner = entries
    .filter(({ name }) => !NOT_SOURCES.has(name) && !/\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
  return (await Promise.all(inner)).flat();
}

async function runVite(): Promise<void> {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', 'designer', '--logLevel', 'warn', '--emptyOutDir'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const stop = () => child.kill();
  process.once('exit', stop);
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.off('exit', stop);
  if (code === 0) return;
  throw new StackError(
    'Không dựng được trang web (npm run build).',
    `The web page cannot be built (npm run build):\n${output}`,
  );
}
