import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Stack, startStack } from './index.ts';
import { reasonOf, sayToTerminal as say, StackError } from './messages.ts';
import { readSettings } from './settings.ts';
import { parentOf } from './tools.mjs';

const PARENT_LOOK_MS = 1_000;

/** `npm start`: everything up, one address to open, everything down on Ctrl+C. */
async function main(): Promise<void> {
  const began = Date.now();
  const { values } = parseArgs({ options: { 'once-ready': { type: 'boolean', default: false } } });
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      if (!ending.signal.aborted) say('Đang dừng…', 'Stopping…');
      ending.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    endWithParent(end);
  });
  const stack = await startStack({ say, signal: ending.signal });
  try {
    await Promise.race([showFirstCampaign(stack), ended]);
    if (!ending.signal.aborted) announce(stack, Date.now() - began);
    if (!values['once-ready']) await ended;
  } finally {
    await stack.stop();
  }
  say('Đã dừng, dữ liệu còn nguyên.', 'Stopped; the data is kept.');
}

/**
 * npm, when it is killed, ends without a word to the shell it started, nor that shell to this process: whoever
 * loses its parent is given another one.
 */
function endWithParent(end: () => void): void {
  const parents = () => {
    const shell = process.ppid;
    const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : parentOf(shell);
    return `${shell} ${npm}`;
  };
  const atFirst = parents();
  setInterval(() => {
    if (parents() !== atFirst) end();
  }, PARENT_LOOK_MS).unref();
}

/** On a fresh data folder the page opens on a living rehearsal. Never in a database of somebody's own. */
async function showFirstCampaign({ apiUrl, serviceKey, dataDir }: Stack): Promise<void> {
  const mark = join(dataDir, 'showcase-done');
  const ownDatabase = readSettings().databaseUrl !== undefined;
  if (ownDatabase || existsSync(mark) || serviceKey === undefined) return;
  say('Đang chuẩn bị một đợt diễn tập để xem thử…', 'Preparing a rehearsal to look at…');
  const { showcase } = await import('./showcase.ts');
  await showcase({ apiUrl, serviceKey });
  await writeFile(mark, '');
}

function announce({ apiUrl, dataDir }: Stack, ms: number): void {
  const seconds = (ms / 1000).toFixed(1);
  const people = readSettings().ownSignIn
    ? ['theo nhà cung cấp danh tính của cơ quan', 'at your identity provider']
    : ['chọn một cán bộ mẫu, không cần mật khẩu', 'choose an example official, no password'];
  process.stdout.write(`
  Cascade đã sẵn sàng sau ${seconds} giây / is ready after ${seconds} s

    Mở / open           ${apiUrl}
    Đăng nhập / sign in ${people[0]} / ${people[1]}
    API                 ${apiUrl}/api/docs
    Dữ liệu / data      ${dataDir}
    Dừng / stop         Ctrl+C
`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const text =
      error instanceof StackError ? error.message : `Lỗi không lường trước / unexpected: ${reasonOf(error)}`;
    process.stderr.write(`\n${text}\n`);
    if (!(error instanceof StackError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
