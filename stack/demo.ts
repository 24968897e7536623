import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TEMPLATES } from '#templates';
import { z } from 'zod';
import { type Address, callerOf } from './caller.ts';
import { awaitEnding, runCommand } from './ending.ts';
import { type Stack, startStack } from './index.ts';
import { sayToTerminal as say, StackError } from './messages.ts';
import { rehearsalKey } from './rehearsal-key.ts';
import { readSettings } from './settings.ts';
import { AFTER_THAT, BAC_KAN, BEFORE_THE_DEADLINE } from './story/bac-kan.ts';
import { play } from './story/play.ts';
import { describe, localTime } from './story/print.ts';

/** `npm run demo`: document 001 from the first letter to the signed consolidation, then what happened when. */
async function main(): Promise<void> {
  const { signal, ended } = awaitEnding(say);
  const running = await findRunning();
  if (running !== undefined) {
    say(`Dùng hệ thống đang chạy tại ${running.apiUrl}`, 'using the one that is running');
    await Promise.race([tell(running, signal), ended]);
    return;
  }
  const stack = await startStack({ say, signal });
  try {
    await Promise.race([tell(withKey(stack), signal), ended]);
    if (signal.aborted) return;
    process.stdout.write('  Dừng / stop: Ctrl+C\n');
    await ended;
  } finally {
    await stack.stop();
  }
}

async function tell(address: Address, signal: AbortSignal): Promise<void> {
  const began = Date.now();
  const story = { ...BAC_KAN, moments: [...BEFORE_THE_DEADLINE, ...AFTER_THAT] };
  const rootUnitId = TEMPLATES.find(({ key }) => key === story.template)?.rootUnitId ?? '';
  say('Diễn tập văn bản 001: từ 20/11 đến 10/12/2024…', 'Rehearsing document 001: three weeks…');
  const key = await rehearsalKey(address);
  const caller = callerOf(key.address);
  const campaign = await play({
    caller,
    story,
    keys: `demo-${randomUUID()}`,
    title: `Trình diễn ${localTime(new Date().toISOString())}: hưởng ứng Chương trình nhận diện hàng Việt Nam 2024`,
    onMoment: (moment) => {
      const done = `${story.moments.indexOf(moment) + 1}/${story.moments.length}`;
      say(localTime(moment.at), done);
    },
  });
  const table = await describe({ caller, story, campaign, rootUnitId });
  await key.revoke();
  if (signal.aborted) return;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`\n${table}\n
  Ba tuần trong ${seconds} giây / three weeks in ${seconds} s. Xem tại / to look at:
    ${address.apiUrl}/campaigns/${campaign.id}\n`);
}

/** An installation on the person's data folder that answers, and takes the key of that folder. */
async function findRunning(): Promise<Address | undefined> {
  const { dataDir, port } = readSettings();
  const file = join(dataDir, 'service-key');
  if (!existsSync(file)) return undefined;
  const address = { apiUrl: `http://127.0.0.1:${port}`, serviceKey: (await readFile(file, 'utf8')).trim() };
  try {
    await callerOf(address).get('/api/me', z.object({ kind: z.literal('service') }));
    return address;
  } catch {
    // Nobody there, or another installation: starting says which.
    return undefined;
  }
}

function withKey({ apiUrl, serviceKey }: Stack): Address {
  if (serviceKey !== undefined) return { apiUrl, serviceKey };
  throw new StackError(
    'Thư mục dữ liệu không có khoá dịch vụ (service-key) của cơ sở dữ liệu này.',
    'The data folder has no service key (service-key) of this database.',
  );
}

runCommand(main);
