import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { ScriptedAct } from '#engine';
import type { Definition } from '#model';
import { type Answer, call, succeed } from '../../harness/api-client.ts';
import { keyFor } from '../api/principals.ts';
import { importOrganisation, publish, simulated, twoLevels } from './drawing.ts';
import { listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { Extension, Notice, Obligation, ProblemDocument, State } from './shapes.ts';

const NAME = 'lv-extensions';
const ASKED_AT = '2026-03-05T02:00:00.000Z';
const member = (id: string): string => `${NAME}-${id}`;

let its: Rehearsal;
let definition: Definition;
const acts: ScriptedAct[] = [];

type Decision = Extension & ProblemDocument & { readonly status: number | string };

const ask = async (unitId: string, date: string, more: object = {}): Promise<Answer<Decision>> =>
  call('POST', `/api/obligations/${(await its.owed(unitId)).id}/extensions`, {
    body: { date, reason: 'Mưa lũ', ...more },
  });
const decideOn = async (
  asked: Answer<Decision>,
  decision: object,
  key?: string,
): Promise<Answer<Decision>> => {
  const path = `/api/obligations/${asked.body.obligationId}`;
  const { revision: expectedRevision } = await succeed<Obligation>('GET', path);
  const body = { expectedRevision, ...decision };
  return call('POST', `/api/extensions/${asked.body.id}/decision`, {
    body,
    ...(key === undefined ? {} : { key }),
  });
};
const extended = (unitId: string, date: string, beyondParent = false): void => {
  acts.push({ at: ASKED_AT, act: 'extend', periodKey: 'once', unitId, date, beyondParent });
};

beforeAll(async () => {
  await importOrganisation(NAME);
  definition = twoLevels(NAME, {
    teams: [{ report: 'so-lieu', due: { kind: 'date', date: '2026-03-13', bound: 'by' } }],
    members: [
      {
        report: 'so-lieu',
        due: { kind: 'date', date: '2026-03-10', bound: 'before' },
        reminders: [{ unit: 'workingDays', offset: -1 }],
      },
    ],
  });
  const definitionId = await publish(definition);
  its = await startRehearsal({ definitionId, rootUnitId: NAME, startAt: '2026-03-02T01:00:00.000Z' });
  await its.moveTo(ASKED_AT);
});

describe('an extension', () => {
  it('moves the deadline, its reminder and the reason shown when it is granted', async () => {
    const asked = await ask(member('b0-m0'), '2026-03-12');
    expect([asked.status, asked.body.state]).toEqual([201, 'asked']);
    const granted = await decideOn(asked, { decision: 'grant' });
    expect(granted.body).toMatchObject({
      state: 'granted',
      grantedDueAt: '2026-03-11T17:00:00.000Z',
      beyondParent: false,
    });
    extended(member('b0-m0'), '2026-03-12');
    // One working day before Thursday the 12th, at eight.
    expect(await its.owed(member('b0-m0'))).toMatchObject({
      dueAt: '2026-03-11T17:00:00.000Z',
      dueDate: '2026-03-12',
      remindAt: ['2026-03-11T01:00:00.000Z'],
    });
  });

  it('leaves everything as it was when it is refused, and may then be asked again', async () => {
    const before = await its.owed(member('b0-m1'));
    const asked = await ask(member('b0-m1'), '2026-03-12');
    const twice = await ask(member('b0-m1'), '2026-03-11');
    expect([twice.status, twice.body.code]).toEqual([422, 'extension.alreadyAsked']);
    const refused = await decideOn(asked, { decision: 'refuse', reason: 'Đã đủ thời gian' });
    expect(refused.body.state).toBe('refused');
    expect(await its.owed(member('b0-m1'))).toEqual(before);
    const again = await decideOn(asked, { decision: 'grant' });
    expect([again.status, again.body.code]).toEqual([422, 'extension.alreadyDecided']);
    expect((await ask(member('b0-m1'), '2026-03-11')).status).toBe(201);
  });

  it('beyond the date of the unit above is granted only where that is said', async () => {
    const asked = await ask(member('b1-m0'), '2026-03-20');
    const unsaid = await decideOn(asked, { decision: 'grant' });
    expect([unsaid.status, unsaid.body.code]).toEqual([422, 'obligation.extensionBeyondParent']);
    expect(unsaid.body.problems[0]?.path).toEqual(['beyondParent']);
    expect(await its.owed(member('b1-m0'))).toMatchObject({ dueAt: '2026-03-09T17:00:00.000Z' });
    const said = await decideOn(asked, { decision: 'grant', beyondParent: true });
    expect(said.body).toMatchObject({
      state: 'granted',
      grantedDueAt: '2026-03-19T17:00:00.000Z',
      beyondParent: true,
    });
    extended(member('b1-m0'), '2026-03-20', true);
  });

  it('may be answered with another date', async () => {
    const asked = await ask(member('b0-m2'), '2026-03-20');
    const dateless = await decideOn(asked, { decision: 'counter' });
    expect([dateless.status, dateless.body.code]).toEqual([422, 'extension.dateRequired']);
    const countered = await decideOn(asked, { decision: 'counter', date: '2026-03-11' });
    expect(countered.body).toMatchObject({
      state: 'countered',
      askedDate: '2026-03-20',
      grantedDueAt: '2026-03-10T17:00:00.000Z',
    });
    extended(member('b0-m2'), '2026-03-11');
  });

  it('to an earlier date, without a reason, or to a date that does not exist is refused where it is asked', async () => {
    const earlier = await ask(member('b1-m1'), '2026-03-09');
    expect([earlier.status, earlier.body.code]).toEqual([422, 'obligation.extensionNotLater']);
    const unexplained = await ask(member('b1-m1'), '2026-03-12', { reason: '  ' });
    expect([unexplained.status, unexplained.body.code]).toEqual([422, 'obligation.reasonRequired']);
    const impossible = await ask(member('b1-m1'), '2026-02-30');
    expect([impossible.status, impossible.body.problems[0]?.path]).toEqual([400, ['date']]);
    expect((await its.details(member('b1-m1'))).extensions).toEqual([]);
  });

  it('is decided by somebody who has seen how the obligation stands', async () => {
    const asked = await ask(member('b1-m1'), '2026-03-11');
    const { revision } = await its.owed(member('b1-m1'));
    const stale = await decideOn(asked, { decision: 'refuse', expectedRevision: revision + 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'obligation.conflict']);
    const unseen = await decideOn(asked, { decision: 'refuse', expectedRevision: undefined });
    expect([unseen.status, unseen.body.problems[0]?.path]).toEqual([400, ['expectedRevision']]);
    expect((await decideOn(asked, { decision: 'refuse' })).body.state).toBe('refused');
  });

  it('is decided by the unit that collects: a sister unit does not know it, the asking one may not', async () => {
    const { databaseUrl } = inject('stack');
    const asked = await ask(member('b1-m2'), '2026-03-12');
    const sister = await keyFor(databaseUrl, member('b0'), ['read', 'reports:decide']);
    expect((await decideOn(asked, { decision: 'grant' }, sister)).status).toBe(404);
    const own = await keyFor(databaseUrl, member('b1-m2'), ['read', 'reports:write', 'reports:decide']);
    expect((await decideOn(asked, { decision: 'grant' }, own)).status).toBe(403);
    const collector = await keyFor(databaseUrl, member('b1'), ['read', 'reports:decide']);
    expect((await decideOn(asked, { decision: 'refuse' }, collector)).status).toBe(200);
  });

  it('decides when each unit is reminded and overdue; in the end all is as the simulator says', async () => {
    await its.moveToEnd();
    const told = async (kind: string) =>
      (await listAll<Notice>(`/api/notices?campaign=${its.id}&kind=${kind}`))
        .map(({ unitId, at }) => `${unitId.replace(`${NAME}-`, '')} ${at}`)
        .sort();
    expect(await told('overdue')).toEqual(
      [
        'b0-m0 2026-03-11T17:00:00.000Z',
        'b0-m1 2026-03-09T17:00:00.000Z',
        'b0-m2 2026-03-10T17:00:00.000Z',
        'b0 2026-03-13T17:00:00.000Z',
        'b1-m0 2026-03-19T17:00:00.000Z',
        'b1-m1 2026-03-09T17:00:00.000Z',
        'b1-m2 2026-03-09T17:00:00.000Z',
        'b1 2026-03-13T17:00:00.000Z',
      ].sort(),
    );
    expect(await told('reminder')).toEqual([
      'b0-m0 2026-03-11T01:00:00.000Z',
      'b0-m1 2026-03-09T01:00:00.000Z',
      'b0-m2 2026-03-10T01:00:00.000Z',
      'b1-m0 2026-03-19T01:00:00.000Z',
      'b1-m1 2026-03-09T01:00:00.000Z',
      'b1-m2 2026-03-09T01:00:00.000Z',
    ]);
    const state = await succeed<State>('GET', `/api/campaigns/${its.id}/state`);
    expect(state).toEqual(await simulated(its.id, { definition, acts }));
  });
});
