import { setTimeout as sleep } from 'node:timers/promises';
import { startCampaign, submitReport } from '#acts';
import { ReportInput } from '#model';
import { waitFor } from '../test/harness/wait-for.ts';
import { must } from '../test/replay/acting.ts';
import { twoLevels, twoLevelsDefinition } from '../test/replay/cascades.ts';
import { type Cost, costOf } from './histories.ts';
import type { Installation } from './installation.ts';
import { median, rateOf, timed } from './measure.ts';
import { AT_ONCE } from './reports.ts';
import { in60Days } from './timing.ts';

const BOARDS = 5;
const MEMBERS = 20;
const RUNS = 5;
const LOOK_MS = 10;
const NAME = 'bench-latency';
const ROOT = `test-${NAME}`;

export interface Latency {
  /** Median, milliseconds. */
  readonly oneLevel: number;
  readonly twoLevels: number;
  readonly units: number;
  readonly cost: Cost;
}

/** A live campaign of two levels; after all have reported, a member's correction makes a revision on each. */
export async function measureLatency({ desk, client }: Installation): Promise<Latency> {
  const { rootUnitId, csv, unitIds } = twoLevels(NAME, BOARDS, MEMBERS);
  await desk.importUnits(csv);
  const timing = in60Days();
  const above = { ...timing, time: '20:00', reminders: ['09:00'], escalation: '21:00' };
  const definitionId = await desk.publish(twoLevelsDefinition(NAME, timing, above));
  const { id } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
  const units = BOARDS + BOARDS * MEMBERS;
  const opened = async () => (await desk.campaign(id)).counts.opened === units;
  await waitFor(opened, { what: 'all obligations', forMs: 60_000 });
  const byUnit = new Map((await desk.obligations(id)).map((row) => [String(row.unitId), row.id]));

  const report = async (unitId: string, events: number): Promise<void> => {
    const input = ReportInput.parse({ values: { events } });
    must(await submitReport(desk.ctx, { obligationId: byUnit.get(unitId) ?? '', input }));
  };
  /** The newest signed revision, asked of the table: cheap enough to be asked often. */
  const signed = async (unit: string): Promise<number> => {
    const asked = `SELECT coalesce(max(revision), 0)::int AS revision FROM consolidation WHERE campaign_id = $1 AND unit_id = $2 AND state = 'signed'`;
    const { rows } = await desk.pool.query<{ revision: number }>(asked, [id, unit]);
    return rows[0]?.revision ?? 0;
  };
  const until = (unit: string, revision: number) =>
    waitFor(async () => (await signed(unit)) >= revision, {
      what: `revision ${revision} of ${unit}`,
      everyMs: LOOK_MS,
    });

  await rateOf({ items: unitIds, atOnce: AT_ONCE }, (unitId) => report(unitId, 1));
  await waitFor(async () => (await total(desk, id)) === unitIds.length, { what: 'the first total' });
  const member = unitIds[0] ?? '';
  const board = `${rootUnitId}-b0`;
  const first: number[] = [];
  const second: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    // As far apart as reports of different officials are: a live node is woken at most once a second.
    await sleep(1_500);
    const [below, above] = [await signed(board), await signed(rootUnitId)];
    await report(member, 1 + run);
    const began = performance.now();
    first.push(await timed(() => until(board, below + 1)));
    await until(rootUnitId, above + 1);
    second.push(performance.now() - began);
  }
  const sum = await total(desk, id);
  if (sum !== unitIds.length + RUNS) throw new Error(`the last total is ${sum}`);
  return { oneLevel: median(first), twoLevels: median(second), units, cost: await costOf(client, id) };
}

/** Of the root, in its newest revision. */
async function total(desk: Installation['desk'], campaignId: string): Promise<number> {
  const { consolidations } = await desk.state(campaignId);
  const newest = consolidations.filter((each) => each.unit === ROOT).at(-1);
  const value = newest?.totals['figures']?.['events'];
  return value?.kind === 'number' ? Number(value.value) : 0;
}
