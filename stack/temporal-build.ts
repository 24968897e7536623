import { spawn } from 'node:child_process';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { StackError } from './messages.ts';
import type { Fetch } from './temporal-fetch.ts';
import { findGo } from './tools.mjs';

const SPEAK_EVERY_MS = 5_000;
/** Packages in this version, counted; a compiler cache that has some already makes it fewer. */
const PACKAGES = 640;

/** Builds Temporal's command line with Go: 3 to 5 minutes on two cores, once. */
export const buildTemporal: Fetch = async ({ target, version, say }) => {
  const go = findGo();
  if (go?.enough !== true) {
    const found = go === undefined ? 'Go is not installed' : `Go ${go.version} is too old`;
    throw new StackError(`biên dịch cần Go ≥ 1.25 (${found})`, `building needs Go ≥ 1.25 (${found})`);
  }
  say(
    'Đang biên dịch Temporal bằng Go: khoảng 3–5 phút, chỉ một lần',
    `Building Temporal ${version} with Go ${go.version}: 3–5 minutes, once`,
  );
  const folder = await mkdtemp(join(dirname(target), 'build-'));
  try {
    const started = Date.now();
    const progress = { packages: 0, latest: 'tải mã nguồn / fetching sources' };
    const speak = setInterval(() => {
      const line = `${clock(Date.now() - started)} · ${progress.packages}/≈${PACKAGES}`;
      say(`biên dịch Temporal ${line} gói`, `building Temporal ${line} packages · ${progress.latest}`);
    }, SPEAK_EVERY_MS);
    try {
      await goInstall({ go: go.file, folder, version, progress });
    } finally {
      clearInterval(speak);
    }
    await rename(join(folder, 'temporal'), target);
    say(`Đã biên dịch xong sau ${clock(Date.now() - started)}`, `Built: ${target}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface Build {
  readonly go: string;
  readonly folder: string;
  readonly version: string;
  readonly progress: { packages: number; latest: string };
}

function goInstall({ go, folder, version, progress }: Build): Promise<void> {
  const target = `github.com/temporalio/cli/cmd/temporal@${version}`;
  // Outside any module, whatever folder the person is in; GOOS and GOARCH for another machine must not apply.
  const env = {
    ...process.env,
    GOBIN: folder,
    GOOS: '',
    GOARCH: '',
    GOFLAGS: '-buildvcs=false',
    CGO_ENABLED: '0',
  };
  const child = spawn(go, ['install', '-v', target], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^[\w.~/-]+$/.test(line)) progress.packages += 1;
    progress.latest = line;
    last.push(line);
    if (last.length > 5) last.shift();
  });
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const why = last.join(' · ');
      reject(new StackError(`biên dịch bằng Go không thành: ${why}`, `the Go build failed: ${why}`));
    });
  }).finally(() => process.off('exit', stop));
}
