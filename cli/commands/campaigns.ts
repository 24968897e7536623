import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Client } from '../client.ts';
import { localInstant, print, table } from '../output.ts';
import type { WithClient } from '../with-client.ts';
import type { CampaignRow } from '../rows.ts';
import { UsageError } from '../settings.ts';
import { waitUntilClockRests } from '../wait.ts';
import { definitionByKey } from './definitions.ts';
import { readJson } from '../files.ts';

interface StartOptions {
  readonly definition: string;
  readonly version?: string;
  readonly root: string;
  readonly rehearsal?: boolean;
  readonly startAt?: string;
  readonly title?: string;
  readonly parameter: readonly string[];
  readonly directive?: string;
  readonly override?: string;
  readonly idempotencyKey?: string;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export function campaignCommands(withClient: WithClient): Command {
  const campaigns = new Command('campaigns').description('chiến dịch / campaigns');
  campaigns.command('list').action(
    withClient(async (client) => {
      const rows = await client.all<CampaignRow>('/api/campaigns');
      print(client.settings, { items: rows }, () =>
        table(
          ['Mã', 'Tên', 'Loại', 'Trạng thái', 'Bắt đầu'],
          rows.map((row) => [
            row.id,
            row.title,
            row.mode === 'live' ? 'thật' : 'diễn tập',
            row.status,
            localInstant(row.startedAt),
          ]),
        ),
      );
    }),
  );
  for (const name of ['preview', 'start'] as const) {
    campaigns
      .command(name)
      .description(
        name === 'preview'
          ? 'xem kế hoạch, không bắt đầu / show the plan, start nothing'
          : 'bắt đầu chiến dịch / start',
      )
      .requiredOption('--definition <key>', 'khoá hoặc mã bản vẽ / key or id of the definition')
      .option('--version <n>', 'phiên bản đã ban hành; mặc định mới nhất / published version; default newest')
      .requiredOption('--root <unit>', 'đơn vị ban hành / unit that starts it')
      .option('--rehearsal', 'diễn tập với đồng hồ riêng / rehearsal with its own clock')
      .option('--start-at <instant>', 'thời điểm bắt đầu diễn tập, ISO 8601')
      .option('--title <text>')
      .option('--parameter <key=value>', 'tham số; lặp lại được / repeatable', collect, [])
      .option('--directive <file.json>', 'văn bản chỉ đạo / the letter')
      .option(
        '--override <reason>',
        'vẫn bắt đầu dù có nơi quá ít ngày; ghi lý do / start although too few days',
      )
      .option('--idempotency-key <key>', 'để gọi lại an toàn / to repeat the call safely')
      .action(
        withClient((client, options: StartOptions) =>
          name === 'preview' ? preview(client, options) : start(client, options),
        ),
      );
  }
  campaigns
    .command('state')
    .argument('<id>')
    .description('tình hình một chiến dịch / where a campaign stands')
    .action(
      withClient(async (client, id: string) => {
        const campaign = await client.call<CampaignRow & { counts?: Record<string, number> }>(
          `/api/campaigns/${id}`,
        );
        print(client.settings, campaign, () =>
          [
            `${campaign.title} · ${campaign.mode === 'live' ? 'thật' : 'diễn tập'} · ${campaign.status}`,
            campaign.mode === 'live' ? '' : `Đồng hồ ${localInstant(campaign.now)}`,
            ...Object.entries(campaign.counts ?? {}).map(([name, count]) => `${name}: ${count}`),
          ]
            .filter((line) => line !== '')
            .join('\n'),
        );
      }),
    );
  campaigns
    .command('advance')
    .argument('<id>')
    .description(
      'chạy đồng hồ diễn tập và đợi mọi việc yên / move the rehearsal clock and wait until all is at rest',
    )
    .option('--to <instant>', 'đến thời điểm, ISO 8601')
    .option('--events <n>', 'qua n sự kiện tiếp theo / over the next n events')
    .option('--to-end', 'đến hết / until nothing is left to happen')
    .action(withClient(advance));
  campaigns
    .command('export')
    .argument('<id>')
    .option('-o, --output <file>')
    .description('toàn bộ trạng thái, JSON chuẩn / canonical state as JSON')
    .action(
      withClient(async (client, id: string, options: { output?: string }) => {
        const text = JSON.stringify(await client.call(`/api/campaigns/${id}/state`), null, 2);
        if (options.output === undefined) console.log(text);
        else writeFileSync(options.output, `${text}\n`);
      }),
    );
  campaigns
    .command('close')
    .argument('<id>')
    .description('kết thúc; báo cáo đến sau là bổ sung / close; later reports are supplementary')
    .action(
      withClient(async (client, id: string) => {
        const result = await client.call<CampaignRow>(`/api/campaigns/${id}/close`, {
          method: 'POST',
          body: {},
        });
        print(client.settings, result, () => `Đã kết thúc ${result.title}.`);
      }),
    );
  return campaigns;
}

async function requestOf(client: Client, options: StartOptions): Promise<Record<string, unknown>> {
  const definition = await definitionByKey(client, options.definition);
  if (definition === null)
    throw new UsageError(
      `Không có bản vẽ ${options.definition} / no such definition: cascade definitions list`,
    );
  return {
    definitionId: definition.id,
    ...(options.version === undefined ? {} : { version: Number(options.version) }),
    rootUnitId: options.root,
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
    parameters: Object.fromEntries(options.parameter.map(parameterOf)),
  };
}

function parameterOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--parameter ${text}: viết khoá=giá trị / write key=value`);
  return [text.slice(0, at), text.slice(at + 1)];
}

async function preview(client: Client, options: StartOptions): Promise<void> {
  const plan = await client.call('/api/campaigns/preview', {
    method: 'POST',
    body: await requestOf(client, options),
  });
  print(client.settings, plan, () => JSON.stringify(plan, null, 2));
}

async function start(client: Client, options: StartOptions): Promise<void> {
  const campaign = await client.call<CampaignRow>('/api/campaigns', {
    method: 'POST',
    idempotencyKey: options.idempotencyKey,
    body: {
      ...(await requestOf(client, options)),
      mode: options.rehearsal === true ? 'rehearsal' : 'live',
      ...(options.title === undefined ? {} : { title: options.title }),
      ...(options.directive === undefined ? {} : { directive: readJson(options.directive) }),
      ...(options.override === undefined ? {} : { override: { reason: options.override } }),
    },
  });
  print(client.settings, campaign, () => `Đã bắt đầu ${campaign.title}: ${campaign.id}`);
}

async function advance(
  client: Client,
  id: string,
  options: { to?: string; events?: string; toEnd?: boolean },
): Promise<void> {
  const ways = [options.to, options.events, options.toEnd].filter((way) => way !== undefined);
  if (ways.length !== 1)
    throw new UsageError('Chọn một trong --to, --events, --to-end / choose one of --to, --events, --to-end');
  const body =
    options.to !== undefined
      ? { to: options.to }
      : options.events !== undefined
        ? { events: Number(options.events) }
        : { toEnd: true };
  await client.call(`/api/campaigns/${id}/clock`, { method: 'POST', body });
  const campaign = await waitUntilClockRests(client, id);
  print(client.settings, campaign, () => `Đồng hồ: ${localInstant(campaign.now)}`);
}
