import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { reasonOf, type Say, StackError } from './messages.ts';
import type { Fetch } from './temporal-fetch.ts';
import { inspectTemporal } from './tools.mjs';

const SERVICE = 'https://temporal.download/cli';
const ASK_TIMEOUT_MS = 15_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const SPEAK_EVERY_MS = 3_000;

/** What the download service answers, as Temporal's own SDKs read it. */
const Answer = z.object({ archiveUrl: z.url({ protocol: /^https$/ }), fileToExtract: z.string().min(1) });

/** Downloads Temporal's command line from the publisher, as the SDK's test server does. */
export const downloadTemporal: Fetch = async ({ target, version, say }) => {
  const { archiveUrl, fileToExtract } = await askService(version);
  const folder = await mkdtemp(join(dirname(target), 'download-'));
  try {
    const archive = join(folder, 'archive.tar.gz');
    await fetchTo(archiveUrl, archive, say);
    await extract(archive, folder, fileToExtract);
    const binary = join(folder, fileToExtract);
    // Cut short, for another processor or something else altogether: it does not say who it is.
    if (inspectTemporal(binary) === undefined)
      throw new Error(`${archiveUrl} holds no working Temporal binary`);
    await rename(binary, target);
    say('Đã tải xong Temporal', `Downloaded: ${target}`);
  } catch (error) {
    throw new StackError(`tải về không thành: ${reasonOf(error)}`, `the download failed: ${reasonOf(error)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function askService(version: string): Promise<z.infer<typeof Answer>> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (arch === undefined)
    throw new StackError(`không có bản tải cho ${process.arch}`, `no download for ${process.arch}`);
  const platform = process.platform === 'darwin' ? 'darwin' : 'linux';
  const query = new URLSearchParams({ arch, platform, format: 'tar.gz' });
  try {
    const response = await fetch(`${SERVICE}/${version}?${query}`, {
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return Answer.parse(await response.json());
  } catch (error) {
    throw new StackError(
      `không tới được temporal.download: ${reasonOf(error)}`,
      `temporal.download cannot be reached: ${reasonOf(error)}`,
    );
  }
}

async function fetchTo(url: string, file: string, say: Say): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
  if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status} ${url}`);
  const expected = Number(response.headers.get('content-length') ?? 0);
  let received = 0;
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(0);
  const speak = setInterval(() => {
    const line = `${megabytes(received)}/${megabytes(expected)} MB`;
    say(`đang tải Temporal ${line}`, `downloading Temporal ${line}`);
  }, SPEAK_EVERY_MS);
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(response.body), count, createWriteStream(file));
  } finally {
    clearInterval(speak);
  }
  if (expected > 0 && received !== expected) throw new Error(`${received} of ${expected} bytes arrived`);
}

/** Every system that runs this has `tar`; it also checks the archive's own checksum. */
function extract(archive: string, folder: string, file: string): Promise<void> {
  const child = spawn('tar', ['-xzf', archive, '-C', folder, '--', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))));
  });
}
