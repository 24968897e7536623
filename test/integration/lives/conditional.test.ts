import { beforeAll, describe, expect, it } from 'vitest';
import type { ScriptedAct } from '#engine';
import type { Definition } from '#model';
import { call, succeed } from '../../harness/api-client.ts';
import { FIGURES, importOrganisation, publish, simulated, twoLevels } from './drawing.ts';
import { listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { Consolidation, Notice, Obligation, ProblemDocument, State } from './shapes.ts';

const NAME = 'lv-conditional';
const HIT = `${NAME}-b0-m0`;
const SPARED = `${NAME}-b0-m1`;
const DAMAGE = { ...FIGURES, id: 'thiet-hai', title: 'Báo cáo thiệt hại (nếu có)' };

let its: Rehearsal;
let definition: Definition;
const acts: ScriptedAct[] = [];

const damageOf = async (unitId: string): Promise<Obligation> => {
  const all = await listAll<Obligation>(`/api/obligations?campaign=${its.id}&unit=${unitId}`);
  const found = all.find(({ reportId }) => reportId === DAMAGE.id);
  if (found === undefined) throw new Error(`${unitId} has no such obligation`);
  return found;
};
const submit = async (unitId: string) =>
  call<ProblemDocument & { late: boolean }>(
    'POST',
    `/api/obligations/${(await damageOf(unitId)).id}/reports`,
    {
      body: { values: { 'su-kien': 4 } },
    },
  );

beforeAll(async () => {
  await importOrganisation(NAME);
  const ifStorm = (offset: number) => ({
    report: DAMAGE.id,
    onlyIf: 'bao',
    acceptance: 'automatic' as const,
    due: { kind: 'event' as const, event: 'bao', offset, days: 'calendar' as const, bound: 'by' as const },
  });
  definition = twoLevels(NAME, {
    events: [{ key: 'bao', label: 'Bão đổ bộ' }],
    reports: [DAMAGE],
    teams: [ifStorm(4)],
    members: [ifStorm(2)],
  });
  const definitionId = await publish(definition);
  its = await startRehearsal({ definitionId, rootUnitId: NAME, startAt: '2026-03-02T01:00:00.000Z' });
});

describe('a report that is owed only if something happens', () => {
  it('sleeps: no deadline, nothing to hand in', async () => {
    expect(await damageOf(HIT)).toMatchObject({ status: 'dormant', timeliness: 'noDeadline', dueAt: null });
    const refused = await submit(HIT);
    expect([refused.status, refused.body.code]).toEqual([422, 'obligation.dormant']);
  });

  it('is refused an event that the drawing does not name', async () => {
    const answer = await its.post('events', { event: 'dong-dat', date: '2026-03-06' });
    expect([answer.status, answer.body.code, answer.body.problems[0]?.path]).toEqual([
      422,
      'campaign.eventUnknown',
      ['event'],
    ]);
  });

  it('wakes for the units that the event is declared for, with a date counted from it', async () => {
    const at = '2026-03-06T03:00:00.000Z';
    await its.moveTo(at);
    for (const unitId of [HIT, `${NAME}-b0`]) {
      acts.push({ at, act: 'declare', event: 'bao', date: '2026-03-06', unitId });
      expect((await its.post('events', { event: 'bao', date: '2026-03-06', unitId })).status).toBe(201);
    }
    await its.rest();
    // By 08/03 for the unit hit, by 10/03 for the team above it.
    expect(await damageOf(HIT)).toMatchObject({
      status: 'open',
      dueAt: '2026-03-08T17:00:00.000Z',
      dueDate: '2026-03-08',
    });
    expect(await damageOf(`${NAME}-b0`)).toMatchObject({ status: 'open', dueAt: '2026-03-10T17:00:00.000Z' });
    expect(await damageOf(SPARED)).toMatchObject({ status: 'dormant', dueAt: null });
  });

  it('is then judged like any other, and the others are never missing', async () => {
    const at = '2026-03-08T17:00:00.000Z';
    await its.moveTo(at);
    acts.push({ at, act: 'report', periodKey: 'once', unitId: HIT, report: { values: { 'su-kien': 4 } } });
    const handedIn = await submit(HIT);
    expect([handedIn.status, handedIn.body.late]).toEqual([201, true]);
    await its.moveToEnd();
    const path = `/api/campaigns/${its.id}/periods/once/units`;
    const { coverage } = await succeed<Consolidation>('GET', `${path}/${NAME}-b0/consolidations/1`);
    expect(coverage).toMatchObject({ owed: 1, accepted: 1, missing: [] });
    const overdue = await listAll<Notice>(`/api/notices?campaign=${its.id}&kind=overdue`);
    expect(overdue.map(({ unitId }) => unitId)).toEqual([HIT]);
    expect(await damageOf(SPARED)).toMatchObject({ status: 'dormant', timeliness: 'noDeadline' });
  });

  it('ends where the simulator ends', async () => {
    const state = await succeed<State>('GET', `/api/campaigns/${its.id}/state`);
    expect(state).toEqual(await simulated(its.id, { definition, acts }));
  });
});
