import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { awaitEnding, runCommand } from './ending.ts';
import { type Stack, startStack } from './index.ts';
import { sayToTerminal as say } from './messages.ts';
import { readSettings, type Settings } from './settings.ts';

/** `npm start`: everything up, one address to open, everything down on Ctrl+C. */
async function main(): Promise<void> {
  const began = Date.now();
  const { values } = parseArgs({ options: { 'once-ready': { type: 'boolean', default: false } } });
  const { signal, ended } = awaitEnding(say);
  const stack = await startStack({ say, signal });
  try {
    await Promise.race([showFirstCampaign(stack), ended]);
    if (!signal.aborted) announce(stack, Date.now() - began);
    if (!values['once-ready']) await ended;
  } finally {
    await stack.stop();
  }
  say('Đã dừng, dữ liệu còn nguyên.', 'Stopped; the data is kept.');
}

/** On a fresh data folder the page opens on a living rehearsal. Never in a database of somebody's own. */
async function showFirstCampaign({ apiUrl, serviceKey, dataDir }: Stack): Promise<void> {
  const mark = join(dataDir, 'showcase-done');
  const ownDatabase = readSettings().databaseUrl !== undefined;
  if (ownDatabase || existsSync(mark) || serviceKey === undefined) return;
  say('Đang chuẩn bị một đợt diễn tập để xem thử…', 'Preparing a rehearsal to look at…');
  const { showcase } = await import('./showcase.ts');
  const key = await showcase({ apiUrl, serviceKey }, dataDir);
  await writeFile(mark, '');
  await key.revoke();
}

function announce({ apiUrl, dataDir }: Stack, ms: number): void {
  const seconds = (ms / 1000).toFixed(1);
  const people = signInOf(readSettings());
  process.stdout.write(`
  Cascade đã sẵn sàng sau ${seconds} giây / is ready after ${seconds} s

    Mở / open           ${apiUrl}
    Đăng nhập / sign in ${people[0]} / ${people[1]}
    API                 ${apiUrl}/api/docs
    Dữ liệu / data      ${dataDir}
    Dừng / stop         Ctrl+C
`);
}

/** Example officials are for a base of our own only: nobody signs in to somebody's base without a password. */
function signInOf({ ownSignIn, databaseUrl }: Settings): readonly [vi: string, en: string] {
  if (ownSignIn) return ['theo nhà cung cấp danh tính của cơ quan', 'at your identity provider'];
  if (databaseUrl !== undefined)
    return ['cần đặt OIDC_ISSUER; API dùng được bằng khoá', 'set OIDC_ISSUER; keys work'];
  return ['chọn một cán bộ mẫu, không cần mật khẩu', 'choose an example official, no password'];
}

runCommand(main);
