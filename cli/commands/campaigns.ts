import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import type { Client } from '../client.ts';
import { localInstant, print, sayIn, table } from '../output.ts';
import type { CampaignRow } from '../rows.ts';
import { UsageError } from '../settings.ts';
import { waitUntilClockRests } from '../wait.ts';
import type { WithClient } from '../with-client.ts';
import { countWord, statusWord } from '../words.ts';
import { instant, planned, type StartOptions, withStartOptions } from './campaign-inputs.ts';
import { type PlanSummary, planText } from './plan-table.ts';

export function campaignCommands(withClient: WithClient): Command {
  const campaigns = new Command('campaigns').description('chiến dịch / campaigns');
  campaigns.command('list').description('mới nhất trước / newest first').action(withClient(list));
  withStartOptions(campaigns.command('preview'))
    .description('xem kế hoạch, không bắt đầu / show the plan, start nothing')
    .action(withClient(preview));
  withStartOptions(campaigns.command('start'))
    .description('bắt đầu chiến dịch / start')
    .option('--rehearsal', 'diễn tập với đồng hồ riêng / rehearsal with its own clock')
    .option('--title <text>')
    .option('--idempotency-key <key>', 'để gọi lại an toàn / to repeat the call safely')
    .action(withClient(start));
  campaigns
    .command('state')
    .argument('<id>')
    .description('tình hình một chiến dịch / where a campaign stands')
    .action(withClient(state));
  campaigns
    .command('advance')
    .argument('<id>')
    .description(
      'chạy đồng hồ diễn tập và đợi mọi việc yên / move the rehearsal clock and wait until all is at rest',
    )
    .option('--to <instant>', 'đến thời điểm / to an instant: 2024-12-05T08:00')
    .option('--events <n>', 'qua n sự kiện tiếp theo / over the next n events')
    .option('--to-end', 'đến hết / until nothing is left to happen')
    .action(withClient(advance));
  campaigns
    .command('disseminate')
    .argument('<id>')
    .requiredOption('--unit <id>', 'đơn vị chuyển tiếp / unit that passes it on')
    .option('--period <key>', 'kỳ / period', 'once')
    .option('--subject <text>', 'trích yếu văn bản của mình / subject of its own letter')
    .description('chuyển tiếp xuống cấp dưới / pass it on')
    .action(withClient(disseminate));
  campaigns
    .command('export')
    .argument('<id>')
    .option('-o, --output <file>')
    .description('toàn bộ trạng thái, JSON chuẩn / canonical state as JSON')
    .action(withClient(exportState));
  for (const way of ['close', 'cancel'] as const) {
    campaigns
      .command(way)
      .argument('<id>')
      .option('--reason <text>', 'lý do / reason')
      .description(
        way === 'close'
          ? 'kết thúc; báo cáo đến sau là bổ sung / close; later reports are supplementary'
          : 'hủy; không ai còn phải làm gì / recall; nobody owes anything any more',
      )
      .action(
        withClient((client, id: string, options: { reason?: string }) =>
          end(client, { id, way, ...options }),
        ),
      );
  }
  return campaigns;
}

async function list(client: Client): Promise<void> {
  const rows = await client.all<CampaignRow>('/api/campaigns');
  const say = sayIn(client.settings);
  print(client.settings, { items: rows }, () =>
    table(
      [
        say('Mã', 'Id'),
        say('Tên', 'Title'),
        say('Loại', 'Kind'),
        say('Trạng thái', 'Status'),
        say('Lúc này', 'Now'),
      ],
      rows.map((row) => [
        row.id,
        row.title,
        statusWord(row.mode, say),
        statusWord(row.status, say),
        localInstant(row.now),
      ]),
    ),
  );
}

async function preview(client: Client, options: StartOptions): Promise<void> {
  const body = await planned(client, options);
  const plan = await client.call<PlanSummary>('/api/campaigns/preview', { method: 'POST', body });
  print(client.settings, plan, () => planText(plan, sayIn(client.settings)));
}

async function start(client: Client, options: StartOptions): Promise<void> {
  const campaign = await client.call<CampaignRow>('/api/campaigns', {
    method: 'POST',
    idempotencyKey: options.idempotencyKey,
    body: {
      ...(await planned(client, options)),
      mode: options.rehearsal === true ? 'rehearsal' : 'live',
      ...(options.title === undefined ? {} : { title: options.title }),
    },
  });
  const say = sayIn(client.settings);
  print(client.settings, campaign, () =>
    [
      `${say('Đã bắt đầu', 'Started')} ${campaign.title}: ${campaign.id}`,
      ...(campaign.warnings ?? []).map(({ vi, en }) => `! ${say(vi, en)}`),
    ].join('\n'),
  );
}

async function state(client: Client, id: string): Promise<void> {
  const campaign = await client.call<CampaignRow>(`/api/campaigns/${id}`);
  const say = sayIn(client.settings);
  print(client.settings, campaign, () => {
    const counts = Object.entries(campaign.counts ?? {}).map(([name, count]) => [
      countWord(name, say),
      String(count),
    ]);
    const [mode, status] = [campaign.mode, campaign.status].map((word) => statusWord(word, say));
    return [
      `${campaign.title} · ${mode} · ${status} · ${localInstant(campaign.now)}`,
      table([say('Đếm', 'Count'), say('Số', 'Number')], counts),
    ].join('\n');
  });
}

interface AdvanceOptions {
  readonly to?: string;
  readonly events?: string;
  readonly toEnd?: boolean;
}

async function advance(client: Client, id: string, { to, events, toEnd }: AdvanceOptions): Promise<void> {
  if ([to, events, toEnd].filter((way) => way !== undefined).length !== 1) {
    throw new UsageError('Chọn một trong --to, --events, --to-end / choose one of --to, --events, --to-end');
  }
  const further = events === undefined ? { toEnd: true } : { events: Number(events) };
  const body = to === undefined ? further : { to: instant(to) };
  await client.call(`/api/campaigns/${id}/clock`, { method: 'POST', body });
  const campaign = await waitUntilClockRests(client, id);
  const say = sayIn(client.settings);
  print(client.settings, campaign, () => `${say('Đồng hồ', 'Clock')}: ${localInstant(campaign.now)}`);
}

interface DisseminateOptions {
  readonly unit: string;
  readonly period: string;
  readonly subject?: string;
}

async function disseminate(client: Client, id: string, options: DisseminateOptions): Promise<void> {
  const { unit, period, subject } = options;
  const path = `/api/campaigns/${id}/periods/${encodeURIComponent(period)}/units/${encodeURIComponent(unit)}`;
  const body = subject === undefined ? {} : { letter: { subject } };
  const done = await client.call<{ obligations: number; actorTasks: number }>(`${path}/dissemination`, {
    method: 'POST',
    body,
  });
  const say = sayIn(client.settings);
  print(client.settings, done, () =>
    say(`Đã giao cho ${done.obligations} nơi.`, `Passed on to ${done.obligations}.`),
  );
}

async function exportState(client: Client, id: string, options: { output?: string }): Promise<void> {
  const text = JSON.stringify(await client.call(`/api/campaigns/${id}/state`), null, 2);
  if (options.output === undefined) console.log(text);
  else writeFileSync(options.output, `${text}\n`);
}

interface End {
  readonly id: string;
  readonly way: 'close' | 'cancel';
  readonly reason?: string;
}

async function end(client: Client, { id, way, reason }: End): Promise<void> {
  const body = reason === undefined ? {} : { reason };
  const result = await client.call<CampaignRow>(`/api/campaigns/${id}/${way}`, { method: 'POST', body });
  const say = sayIn(client.settings);
  print(client.settings, result, () => `${result.title}: ${statusWord(result.status, say)}.`);
}
