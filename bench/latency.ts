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

export interface Latency {
  /** Median, milliseconds. */
  readonly oneLevel: number;
  readonly twoLevels: number;
  readonly units: number;
  readonly cost: Cost;
}

/** A live campaign of two levels; after all have reported, a member's correction makes a revision on each. */
export async function measureLatency({ desk, client }: Installation): Promise<Latency> {
  const { rootUnitId, csv, unitIds } = twoLevels('bench-latency', BOARDS, MEMBERS);
  await desk.importUnits(csv);
  const timing = in60Days();
  const above = { ...timing, time: '20:00', reminders: ['09:00'], escalation: '21:00' };
  const definitionId = await desk.publish(twoLevelsDefinition('bench-latency', timing, above));
  const { id } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
  const units = BOARDS + BOARDS * MEMBERS;
  const opened = async () => (await desk.campaign(id)).counts.opened === units;
  await waitFor(opened, { what: 'all obligations', forMs: 60_000 });
  const byUnit = new Map((await desk.obligations(id)).map((row) => [String(row.unitId), row.id]));

  const report = async (unitId: string, events: number): Promise<void> => {
    const input = ReportInput.parse({ values: { events } });
    must(await submitReport(desk.ctx, { obligationId: byUnit.get(unitId) ?? '', input }));
  };
  const total = async (unit: string): Promise<string | undefined> => {
    const drawn = (await desk.state(id)).consolidations.filter((each) => each.unit === unit);
    const value = drawn.at(-1)?.totals['figures']?.['events'];
    return value?.kind === 'number' ? value.value : undefined;
  };
  const until = (unit: string, sum: number) =>
    waitFor(async () => (await total(unit)) === String(sum), {
      what: `the total of ${unit}`,
      everyMs: LOOK_MS,
    });

  await rateOf({ items: unitIds, atOnce: AT_ONCE }, (unitId) => report(unitId, 1));
  await until(rootUnitId, unitIds.length);
  const member = unitIds[0] ?? '';
  const board = `${rootUnitId}-b0`;
  const first: number[] = [];
  const second: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    // As far apart as reports of different officials are: a live node is woken at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await report(member, 1 + run);
    const began = performance.now();
    first.push(await timed(() => until(board, MEMBERS + run)));
    await until(rootUnitId, unitIds.length + run);
    second.push(performance.now() - began);
  }
  return { oneLevel: median(first), twoLevels: median(second), units, cost: await costOf(client, id) };
}
