import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import {
  acceptReport,
  closeCampaign,
  consolidations,
  listDefinitions,
  signConsolidation,
  startCampaign,
  submitReport,
} from '#acts';
import { ReportInput } from '#model';
import { TEMPLATES } from '#templates';
import { installation } from '../faults/installation.ts';
import { waitFor } from '../harness/wait-for.ts';
import { type Acting, must } from './acting.ts';
import { fanOut, fanOutDefinition } from './cascades.ts';
import { writeHistory } from './stored-history.ts';

/**
 * Runs campaigns on the real server and stores the histories of their workflows beside this file:
 * `npx tsx test/replay/record.ts`. To be run again only when workflow code changes on purpose; what
 * older code recorded must go on replaying (`patched`), so keep old files next to new ones then.
 */
const HISTORIES = fileURLToPath(new URL('./histories', import.meta.url));

async function main(): Promise<void> {
  const its = await installation('record');
  try {
    await rm(HISTORIES, { recursive: true, force: true });
    await mkdir(HISTORIES, { recursive: true });
    const live = await liveWithTimers(its.desk);
    const city = await wholeCascade(its.desk);
    const schools = await threePeriods(its.desk);
    const connection = await Connection.connect({ address: its.stack.temporalAddress });
    const client = new Client({ connection, namespace: its.stack.namespace });
    for (const [name, campaignId] of Object.entries({ live, city, schools }))
      await store(client, name, campaignId);
    await connection.close();
  } finally {
    await its.remove();
  }
}

/** Every run of every workflow of a campaign; of nodes that went the same way only the first. */
async function store(client: Client, name: string, campaignId: string): Promise<void> {
  const seen = new Set<string>();
  let runs = 0;
  for await (const { workflowId, runId, type } of client.workflow.list({
    query: `CampaignId = "${campaignId}"`,
  })) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const way = (history.events ?? []).map(({ eventType }) => eventType).join();
    if (type === 'nodeWorkflow' && seen.has(way)) continue;
    seen.add(way);
    runs += 1;
    const kind = type === 'nodeWorkflow' ? 'node' : 'campaign';
    await writeFile(join(HISTORIES, `${kind}-${name}-${runs}.json`), writeHistory(history));
  }
}

/** Real timers: a reminder, the deadline and an escalation within three minutes. */
async function liveWithTimers(desk: Acting): Promise<string> {
  const { rootUnitId, csv, unitIds } = fanOut('record', 3);
  const hanoi = (minutes: number) => new Date(Date.now() + (7 * 60 + minutes) * 60_000).toISOString();
  const time = (minutes: number) => hanoi(minutes).slice(11, 16);
  const timing = { date: hanoi(2).slice(0, 10), time: time(2), reminders: [time(1)], escalation: time(3) };
  await desk.importUnits(csv);
  const definitionId = await desk.publish(fanOutDefinition('record', timing));
  const { id } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
  const rows = await waitFor(async () => orNothing(await desk.obligations(id)), { what: 'obligations' });
  const report = async (unitId: string | undefined): Promise<void> => {
    const row = rows.find((one) => one.unitId === unitId);
    const input = ReportInput.parse({ values: { events: 3 } });
    must(await submitReport(desk.ctx, { obligationId: row?.id ?? '', input }));
  };
  await report(unitIds[0]);
  await waitFor(async () => (await desk.state(id)).consolidations.length > 0, {
    what: 'the cut-off',
    forMs: 180_000,
  });
  await report(unitIds[1]);
  await waitFor(async () => (await desk.state(id)).consolidations.length > 1, { what: 'the revision' });
  await waitFor(async () => (await desk.state(id)).obligations.some(escalated), {
    what: 'the escalation',
    forMs: 90_000,
  });
  must(await closeCampaign(desk.ctx, { campaignId: id }));
  return id;
}

/** Document 001: relays, the via-consolidator, official signatures, nil reports. */
async function wholeCascade(desk: Acting): Promise<string> {
  const { id, nodes } = await rehearse(desk, { key: 'bac-kan-2024', startAt: '2024-11-20T01:00:00.000Z' });
  await desk.clock(id, { to: '2024-12-02T01:00:00.000Z' });
  for (let round = 0; round < 4; round += 1) {
    for (const row of await desk.obligations(id)) {
      if (row.reportId === null || row.status === 'accepted') continue;
      const input = ReportInput.parse({ nil: true });
      if (!row.consolidates) must(await submitReport(desk.ctx, { obligationId: row.id, input }));
      const version = row.consolidates ? row.version : 1;
      if (version > 0) must(await acceptReport(desk.ctx, { obligationId: row.id, no: version }));
    }
    await desk.clock(id, { events: 1 });
    for (const unitId of nodes) await sign(desk, { campaignId: id, periodKey: 'once', unitId });
    await desk.clock(id, { to: (await desk.campaign(id)).now });
  }
  await desk.clock(id, { toEnd: true });
  must(await closeCampaign(desk.ctx, { campaignId: id }));
  await desk.clock(id, { to: (await desk.campaign(id)).now });
  return id;
}

/** Document 004: three periods, one run of the campaign's workflow each; nobody reports. */
async function threePeriods(desk: Acting): Promise<string> {
  const { id } = await rehearse(desk, { key: 'quan-7-2023', startAt: '2023-09-05T01:00:00.000Z' });
  await desk.clock(id, { toEnd: true });
  must(await closeCampaign(desk.ctx, { campaignId: id }));
  await desk.clock(id, { to: (await desk.campaign(id)).now });
  return id;
}

async function rehearse(desk: Acting, { key, startAt }: { key: string; startAt: string }) {
  const rootUnitId = TEMPLATES.find((template) => template.key === key)?.rootUnitId ?? '';
  const { items } = must(await listDefinitions(desk.ctx, { limit: 200 }));
  const definitionId = items.find((definition) => definition.key === key)?.id ?? '';
  const { id } = must(
    await startCampaign(desk.ctx, { definitionId, mode: 'rehearsal', rootUnitId, startAt }),
  );
  await desk.clock(id, { to: startAt });
  const rows = await desk.obligations(id);
  const nodes = new Set(rows.flatMap((row) => (row.collectorUnitId === null ? [] : [row.collectorUnitId])));
  return { id, nodes };
}

async function sign(
  desk: Acting,
  ref: { campaignId: string; periodKey: string; unitId: string },
): Promise<void> {
  const drafts = must(await consolidations(desk.ctx, ref)).filter(({ state }) => state === 'draft');
  const latest = Math.max(0, ...drafts.map(({ revision }) => revision));
  if (latest > 0) must(await signConsolidation(desk.ctx, { ...ref, revision: latest }));
}

const orNothing = <T>(rows: readonly T[]): readonly T[] | undefined => (rows.length > 0 ? rows : undefined);
const escalated = ({ notices }: { readonly notices: readonly { readonly kind: string }[] }): boolean =>
  notices.some(({ kind }) => kind === 'escalation');

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
