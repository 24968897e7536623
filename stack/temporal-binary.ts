import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf, type Say, StackError } from './messages.ts';
import { buildTemporal } from './temporal-build.ts';
import { downloadTemporal } from './temporal-download.ts';
import type { Fetch } from './temporal-fetch.ts';
import { inspectTemporal, isAlive, isExecutable, temporalPlaces } from './tools.mjs';

/** The version that is fetched or built; the last one that `go install` accepts (later ones carry a `replace`). */
const TEMPORAL_VERSION = 'v1.5.1';

interface Search {
  /** `auto`, one of the ways by name, or the path of a file. */
  readonly from: string;
  readonly cacheDir: string;
  readonly say: Say;
}

type Way = (search: Search) => Promise<string | undefined>;

const WAYS: Readonly<Record<string, Way>> = {
  path: async ({ say }) => firstGood(temporalPlaces(), say),
  cache: async ({ cacheDir, say }) => firstGood([cacheFile(cacheDir)], say),
  download: (search) => fetchOnce(search, downloadTemporal),
  build: (search) => fetchOnce(search, buildTemporal),
};

/** Finds, downloads or builds Temporal's command line, which carries the development server. */
export async function findTemporal(search: Search): Promise<string> {
  if (search.from.startsWith('/'))
    return (await firstGood([search.from], search.say)) ?? refuse([`${search.from}`]);
  const names = search.from === 'auto' ? Object.keys(WAYS) : [search.from];
  const failures: string[] = [];
  for (const name of names) {
    try {
      const file = await WAYS[name]?.(search);
      if (file !== undefined) return file;
    } catch (error) {
      failures.push(error instanceof StackError ? error.en : `${name}: ${reasonOf(error)}`);
      if (name === 'download' && names.includes('build')) {
        search.say(
          'Không tải được, sẽ biên dịch bằng Go',
          `No download (${reasonOf(error)}), building with Go`,
        );
      }
    }
  }
  return refuse(failures.length > 0 ? failures : [`CASCADE_TEMPORAL=${search.from}`]);
}

function refuse(failures: readonly string[]): never {
  const why = failures.join('; ');
  throw new StackError(
    `Không có máy chủ Temporal (${why}). Cách sửa: cài Go ≥ 1.25 (https://go.dev/dl) rồi chạy lại, hoặc đặt tệp “temporal” vào PATH, hoặc đặt TEMPORAL_ADDRESS.`,
    `There is no Temporal server (${why}). Remedy: install Go ≥ 1.25 (https://go.dev/dl) and run again, or put a “temporal” binary on PATH, or set TEMPORAL_ADDRESS.`,
  );
}

function cacheFile(cacheDir: string): string {
  return join(cacheDir, 'bin', 'temporal');
}

async function firstGood(files: readonly string[], say: Say): Promise<string | undefined> {
  for (const file of files.filter((path) => isExecutable(path))) {
    const found = inspectTemporal(file);
    if (found?.enough === true) return file;
    const what = found?.version ?? '?';
    say(
      `Bỏ qua ${file} (${what}): quá cũ hoặc không chạy được`,
      `Passing over ${file} (${what}): too old or broken`,
    );
  }
  return undefined;
}

/** Two starts at once must not build or download twice: the second waits for the first. */
async function fetchOnce({ cacheDir, say }: Search, fetch: Fetch): Promise<string | undefined> {
  const target = cacheFile(cacheDir);
  const lock = `${target}.lock`;
  await mkdir(dirname(target), { recursive: true });
  for (let told = false; !(await tryLock(lock)); told = true) {
    if (!told)
      say(
        'Một lần khởi động khác đang chuẩn bị Temporal, đang chờ…',
        'Another start is preparing Temporal, waiting…',
      );
    await sleep(500);
  }
  try {
    const present = await firstGood([target], () => undefined);
    if (present !== undefined) return present;
    await fetch({ target, version: TEMPORAL_VERSION, say });
    return await firstGood([target], say);
  } finally {
    await rm(lock, { force: true });
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
    // A start that was killed while it built leaves its lock; an empty one is just being written.
    if (owner > 0 && !isAlive(owner)) await rm(lock, { force: true });
    return false;
  }
}
