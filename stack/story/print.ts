import { z } from 'zod';
import type { Caller } from '../caller.ts';
import type { Campaign } from './play.ts';
import type { Story } from './story.ts';
import { type Happening, Notice, StreamedEvent, timeline } from './timeline.ts';

const Owed = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
  firstCompleteAt: z.string().nullable(),
});
type Owed = z.infer<typeof Owed>;

const Figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: z.string() }),
  z.object({ kind: z.literal('ratio'), numerator: z.string(), denominator: z.string() }),
]);
const Signed = z.object({
  signedAt: z.string().nullable(),
  revision: z.number(),
  coverage: z.object({ deep: z.object({ owed: z.number(), accepted: z.number() }) }),
  reports: z.record(
    z.string(),
    z.object({ indicators: z.record(z.string(), z.object({ value: Figure.nullable() })) }),
  ),
});
const Details = z.object({
  reports: z.array(
    z.object({
      id: z.string(),
      indicators: z.array(z.object({ id: z.string(), label: z.string(), unit: z.string().nullish() })),
    }),
  ),
});

export interface Shown {
  readonly caller: Caller;
  readonly story: Story;
  readonly campaign: Campaign;
  readonly rootUnitId: string;
}

/** What happened when, who was in time, and the signed totals: everything read back through the API. */
export async function describe({ caller, story, campaign, rootUnitId }: Shown): Promise<string> {
  const at = `/api/campaigns/${campaign.id}`;
  const owed = await caller.all(`/api/obligations?campaign=${campaign.id}&`, Owed);
  const root = await caller.get(`/api/units/${rootUnitId}`, z.object({ name: z.string() }));
  const { items: events } = await caller.get(
    `${at}/events?limit=1000`,
    z.object({ items: z.array(StreamedEvent) }),
  );
  const notices = await caller.all(`/api/notices?campaign=${campaign.id}&`, Notice);
  const names = new Map([[rootUnitId, root.name], ...owed.map((row) => [row.unitId, row.unitName] as const)]);
  const owing = new Map(owed.map(({ id, unitId }) => [id, unitId]));
  const place = `${at}/periods/${story.period}/units/${rootUnitId}/consolidations`;
  const signed = await caller.get(`${place}/1`, Signed);
  const details = await caller.get(at, Details);
  return [
    ...timeline({ events, notices, owing }).map((row) => lineOf(row, names)),
    '',
    ...resultOf(owed),
    '',
    ...totalsOf(story, details, signed),
  ].join('\n');
}

const WHAT = 46;
const WHO = 76;

function lineOf({ at, what, count, units }: Happening, names: ReadonlyMap<string, string>): string {
  const who = units.map((unit) => names.get(unit) ?? unit).join(', ');
  const cut = who.length > WHO ? `${who.slice(0, WHO)}…` : who;
  return `  ${localTime(at)}  ${what.padEnd(WHAT)} ${String(count).padStart(3)}  ${cut}`;
}

function resultOf(owed: readonly Owed[]): string[] {
  const reports = owed.filter(({ kind }) => kind === 'report');
  const received = reports.filter(({ firstCompleteAt }) => firstCompleteAt !== null);
  const of = (timeliness: Owed['timeliness']) => received.filter((row) => row.timeliness === timeliness);
  const missing = reports.filter(({ firstCompleteAt }) => firstCompleteAt === null);
  const named = (rows: readonly Owed[]) =>
    rows.length === 0 ? '' : ` (${rows.map(({ unitName }) => unitName).join(', ')})`;
  return [
    `  Phải báo cáo / owed          ${reports.length}`,
    `  Đúng hạn / on time           ${of('inTime').length}`,
    `  Muộn / late                  ${of('overdue').length}${named(of('overdue'))}`,
    `  Không có hạn / no deadline   ${of('noDeadline').length}${named(of('noDeadline'))}`,
    `  Chưa nộp / missing           ${missing.length}${named(missing)}`,
  ];
}

function totalsOf(story: Story, details: z.infer<typeof Details>, signed: z.infer<typeof Signed>): string[] {
  const { owed, accepted } = signed.coverage.deep;
  const form = details.reports.find(({ id }) => id === story.reportId);
  const indicators = signed.reports[story.reportId]?.indicators ?? {};
  const rows = (form?.indicators ?? []).map(({ id, label, unit }): [string, string] => [
    label,
    figure(indicators[id]?.value ?? null, unit ?? ''),
  ]);
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    `  Tổng hợp đã ký / signed ${localTime(signed.signedAt ?? '')}, bản / revision ${signed.revision}, ${accepted}/${owed} đơn vị / units`,
    ...rows.map(([label, value]) => `    ${label.padEnd(width)}  ${value}`),
  ];
}

function figure(value: z.infer<typeof Figure> | null, unit: string): string {
  if (value === null) return '–';
  if (value.kind === 'number') return `${vietnamese(value.value)} ${unit}`;
  const { numerator, denominator } = value;
  const percent = vietnamese(((100 * Number(numerator)) / Number(denominator)).toFixed(1));
  return `${percent} % (${vietnamese(numerator)} / ${vietnamese(denominator)} ${unit})`;
}

const vietnamese = (decimal: string) =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }).format(Number(decimal));

/** `dd/MM/yyyy HH:mm` in Vietnam. */
export function localTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}
