import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeCampaign, startCampaign, verifyAudit } from '#acts';
import type { ScriptedAct } from '#engine';
import { nodeWorkflowId } from '#model/contract';
import { waitFor } from '../harness/wait-for.ts';
import { must } from '../replay/acting.ts';
import { twoLevels, twoLevelsDefinition } from '../replay/cascades.ts';
import { seeded, startChaos } from './chaos.ts';
import { insist, type Installation, installation } from './installation.ts';
import { expectedState } from './oracle.ts';

const SEED = Number(process.env['CASCADE_FAULT_SEED'] ?? 20_260_310);
const START = '2026-03-02T01:00:00.000Z';
const CLOSE = '2026-03-20T01:00:00.000Z';
const BELOW = { date: '2026-03-10', time: '17:00', reminders: ['08:00', '12:00'], escalation: '18:00' };
const ABOVE = { date: '2026-03-12', time: '17:00', reminders: ['08:00'], escalation: '18:00' };

type Report = Extract<ScriptedAct, { act: 'report' }>;

/** Most report in time, some late, some never, each at an instant of its own. */
function script(unitIds: readonly string[], random: () => number): Report[] {
  const acts = unitIds.flatMap((unitId, n): Report[] => {
    const fate = random();
    if (fate < 0.15) return [];
    const [day, hours] = fate < 0.3 ? ['2026-03-11T00:00:00.000Z', 20] : ['2026-03-03T00:00:00.000Z', 160];
    const at = new Date(Date.parse(day) + Math.floor(random() * hours * 3600) * 1000 + n).toISOString();
    return [{ at, act: 'report', periodKey: 'once', unitId, report: { values: { events: n + 1 } } }];
  });
  return acts.sort((a, b) => a.at.localeCompare(b.at));
}

describe(`a rehearsal while worker, Temporal and PostgreSQL are killed at random (seed ${SEED})`, () => {
  let its: Installation;
  beforeAll(async () => {
    // Nothing cached: every step replays its history from the start, on top of what the kills cause.
    its = await installation('chaos', { CASCADE_CACHED_WORKFLOWS: '0' });
  });
  afterAll(() => its.remove());

  it('ends as the engine says, nothing lost, nothing doubled', { timeout: 600_000 }, async () => {
    const { desk, stack } = its;
    const random = seeded(SEED);
    const { rootUnitId, csv, unitIds } = twoLevels('chaos', 3, 6);
    const definition = twoLevelsDefinition('chaos', BELOW, ABOVE);
    await desk.importUnits(csv);
    const definitionId = await desk.publish(definition);
    const acts = script(unitIds, random);

    const chaos = startChaos(stack, random);
    const start = {
      definitionId,
      mode: 'rehearsal',
      rootUnitId,
      startAt: START,
      idempotencyKey: 'chaos',
    } as const;
    const { id } = await insist(async () => must(await startCampaign(desk.ctx, start)), 'the start');
    const clock = (to: string) => insist(() => desk.clock(id, { to }), `the clock to reach ${to}`);
    await clock(acts[0]?.at ?? START);
    const rows = await insist(() => desk.obligations(id), 'the obligations');
    const owed = new Map(rows.map((row): [string, string] => [row.unitId, row.id]));
    for (const { at, unitId, report } of acts) {
      await clock(at);
      await its.report(owed.get(unitId) ?? '', Number(report.values?.['events']));
    }
    await clock(CLOSE);
    await chaos.stop();

    must(await closeCampaign(desk.ctx, { campaignId: id }));
    await clock(CLOSE);
    const closing: ScriptedAct = { at: CLOSE, act: 'close' };
    const expected = await expectedState(desk, {
      definition,
      rootUnitId,
      startAt: START,
      acts: [...acts, closing],
      until: CLOSE,
    });
    expect(await desk.state(id)).toEqual(expected);
    expect(must(await verifyAudit(desk.ctx))).toMatchObject({ intact: true });

    // Not trivially green: it really was killed, each of the three, and really went on.
    const killed = new Set(chaos.kills.flatMap(({ what }) => what));
    expect(killed.size).toBe(3);
    expect(chaos.kills.length).toBeGreaterThanOrEqual(5);
    const nodes = [rootUnitId, ...new Set(unitIds.map((unitId) => unitId.replace(/-m\d+$/, '')))];
    for (const unitId of nodes) {
      const workflowId = nodeWorkflowId({ campaignId: id, periodKey: 'once', unitId });
      // At rest in the rows comes a moment before the end that Temporal has written down.
      const ended = async () => (await its.statusOf(workflowId)) === 'COMPLETED';
      await waitFor(ended, { what: `the end of ${workflowId}` });
    }
    expect(await its.alarmsInLogs()).toEqual([]);
  });
});
