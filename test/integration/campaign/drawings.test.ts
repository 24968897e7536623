import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptReport,
  acknowledge,
  askExtension,
  canonicalState,
  confirmReceipt,
  declareEvent,
  decideExtension,
  disseminate,
  getCampaign,
  getObligation,
  listCampaigns,
  listObligations,
  moveClock,
  previewCampaign,
  startCampaign,
  submitReport,
} from '#acts';
import type { Principal } from '#model';
import { officialOf } from '../../harness/campaign-scene.ts';
import { publishDrawing } from '../../harness/drawing.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { sequentialDriver } from '../../harness/sequential-driver.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

const ROOT = '2025-province-01';
const START = '2025-09-01T01:00:00.000Z'; // Monday 08:00
const form = {
  id: 'so-lieu',
  title: 'Số liệu',
  kind: 'thematic',
  indicators: [{ id: 'so', label: 'Số', type: 'number', aggregate: 'sum' }],
};
const root = { id: 'tinh', name: 'Tỉnh', parent: null, select: { kind: 'root' } };
const task = { id: 'bao-cao', text: 'Báo cáo', proof: 'report' };
const input = { nil: false, values: { so: 1 }, sections: {}, attachments: [], note: '' };

let database: OwnDatabase;
let communes: readonly string[];
beforeAll(async () => {
  database = await seededDatabase('drawings');
  const found = await database.pool.query<{ id: string }>(
    `SELECT id FROM unit WHERE parent_id = $1 AND kind = 'commune' ORDER BY id LIMIT 3`,
    [ROOT],
  );
  communes = found.rows.map(({ id }) => id);
});
afterAll(() => database.drop());

const members = (
  obligation: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  id: 'xa',
  name: 'Xã',
  parent: 'tinh',
  select: { kind: 'list', units: communes },
  tasks: [task],
  obligations: [{ report: 'so-lieu', ...obligation }],
  ...more,
});

async function running(definition: Readonly<Record<string, unknown>>) {
  const { pool } = database;
  const ctx = { pool, principal: operator };
  const driver = sequentialDriver(pool, operator);
  const definitionId = await publishDrawing(pool, definition);
  const start = { definitionId, mode: 'rehearsal', rootUnitId: ROOT, startAt: START } as const;
  const campaignId = valueOf(await startCampaign(ctx, start)).id;
  await driver.settleAll();
  const owed = async (unitId: string, periodKey?: string) => {
    const { items } = valueOf(await listObligations(ctx, { campaignId, unitId, periodKey }));
    const [first] = items;
    if (first === undefined) throw new Error(`${unitId} owes nothing`);
    return first;
  };
  const as = (principal: Principal) => ({ pool, principal });
  return { ctx, as, driver, campaignId, owed, start };
}

describe('conditional reports and dates that hang on an event', () => {
  it('are owed by nobody until the event is declared, and due by its date', async () => {
    const due = { kind: 'event', event: 'le-hoi', offset: 2, days: 'working', time: null, bound: 'by' };
    const drawing = {
      key: 'su-kien',
      title: 'Theo sự kiện',
      events: [{ key: 'le-hoi', label: 'Lễ hội' }],
      reports: [form],
      nodes: [root, members({ due, onlyIf: 'le-hoi' })],
    };
    const { ctx, campaignId, driver, owed } = await running(drawing);
    const [first = '', second = ''] = communes;
    const report = async (unitId: string) => {
      const { items } = valueOf(await listObligations(ctx, { campaignId, unitId }));
      return items.find(({ kind }) => kind === 'report');
    };
    expect((await report(first))?.status).toBe('dormant');
    expect(
      codesOf(await submitReport(ctx, { obligationId: (await report(first))?.id ?? '', input })),
    ).toEqual(['obligation.dormant']);
    expect(codesOf(await declareEvent(ctx, { campaignId, event: 'khac', date: '2025-09-10' }))).toEqual([
      'campaign.eventUnknown',
    ]);

    valueOf(await declareEvent(ctx, { campaignId, event: 'le-hoi', date: '2025-09-12', unitId: first }));
    await driver.settleAll();
    // Friday 12/09 + 2 working days = Tuesday 16/09, inclusive
    expect(await report(first)).toMatchObject({
      status: 'open',
      dueAt: '2025-09-16T17:00:00.000Z',
      dueDate: '2025-09-16',
    });
    expect((await report(second))?.status).toBe('dormant');

    valueOf(await declareEvent(ctx, { campaignId, event: 'le-hoi', date: '2025-09-19' }));
    await driver.advance(campaignId, { toEnd: true });
    expect(await report(second)).toMatchObject({
      status: 'open',
      dueAt: '2025-09-23T17:00:00.000Z',
      overdueAt: '2025-09-23T17:00:00.000Z',
    });
    expect(await report(first)).toMatchObject({ overdueAt: '2025-09-16T17:00:00.000Z' });
    expect((await owed(first)).campaignId).toBe(campaignId);
  });
});

describe('an open-ended recurring report', () => {
  it('brings its next period as its time comes, and cannot be run to an end that it has not', async () => {
    const periods = { kind: 'rule', recurrence: { frequency: 'monthly', day: 20 }, bound: 'by' };
    const drawing = {
      key: 'hang-thang',
      title: 'Hằng tháng',
      reports: [{ ...form, periods }],
      nodes: [root, members({ due: { kind: 'period' } })],
    };
    const { ctx, campaignId, driver, owed } = await running(drawing);
    const [unitId = ''] = communes;
    expect(codesOf(await moveClock(ctx, { campaignId, toEnd: true }))).toEqual(['clock.openEnded']);
    await driver.advance(campaignId, { to: '2025-12-01T00:00:00.000Z' });
    const { items } = valueOf(await listObligations(ctx, { campaignId, unitId }));
    expect(items.map(({ periodKey, dueAt }) => `${periodKey} ${dueAt}`)).toEqual([
      '2025-09 2025-09-20T17:00:00.000Z',
      '2025-10 2025-10-20T17:00:00.000Z',
      '2025-11 2025-11-20T17:00:00.000Z',
      '2025-12 2025-12-20T17:00:00.000Z',
    ]);
    expect((await owed(unitId, '2025-12')).overdueAt).toBeNull();
    const state = valueOf(await canonicalState(ctx, campaignId));
    expect(state.obligations.filter(({ timeliness }) => timeliness === 'overdue')).toHaveLength(9);
  });
});

describe('an extension', () => {
  it('moves deadline, reminders and escalation, and is asked for once at a time', async () => {
    const obligation = {
      due: { kind: 'date', date: '2025-09-16', bound: 'before' },
      reminders: [{ unit: 'workingDays', offset: -2 }],
      escalation: { unit: 'workingDays', offset: 1 },
    };
    const drawing = { key: 'gia-han', title: 'Gia hạn', reports: [form], nodes: [root, members(obligation)] };
    const { as, ctx, campaignId, driver, owed } = await running(drawing);
    const [unitId = '', other = ''] = communes;
    const obligationId = (await owed(unitId)).id;
    const asking = { obligationId, date: '2025-09-22', reason: 'Mưa lũ' };
    const asked = valueOf(await askExtension(as(officialOf(unitId)), asking));
    expect(codesOf(await askExtension(as(officialOf(unitId)), asking))).toEqual(['extension.alreadyAsked']);
    expect(codesOf(await askExtension(as(officialOf(other)), asking))).toEqual(['obligation.notFound']);
    const grant = { extensionId: asked.id, decision: 'grant' } as const;
    expect(codesOf(await decideExtension(as(officialOf(other)), grant))).toEqual(['extension.notFound']);
    expect(codesOf(await decideExtension(as(officialOf(unitId)), grant))).toEqual(['api.forbidden']);
    valueOf(await decideExtension(as(officialOf(ROOT)), grant));
    expect(codesOf(await decideExtension(as(officialOf(ROOT)), grant))).toEqual(['extension.alreadyDecided']);
    await driver.advance(campaignId, { toEnd: true });
    const told = await database.pool.query<{ kind: string; at: string }>(
      `SELECT DISTINCT kind, at FROM notice WHERE obligation_id = $1 AND kind IN ('reminder', 'overdue', 'escalation') ORDER BY at`,
      [obligationId],
    );
    expect(told.rows).toEqual([
      { kind: 'reminder', at: '2025-09-18T01:00:00.000Z' },
      { kind: 'overdue', at: '2025-09-21T17:00:00.000Z' },
      { kind: 'escalation', at: '2025-09-23T01:00:00.000Z' },
    ]);
    const { dueWhy } = valueOf(await getObligation(ctx, obligationId));
    expect(dueWhy.map(({ rule, params }) => [rule, params['date']])).toEqual([
      ['date', '16/09/2025'],
      // as the last day that is on time
      ['extension', '21/09/2025'],
    ]);
  });
});

describe('a relay by an official', () => {
  it('opens what is below with its own letter and added tasks, and cannot be done twice', async () => {
    const due = { kind: 'date', date: '2025-09-15', bound: 'by' };
    const drawing = {
      key: 'chuyen-tiep',
      title: 'Chuyển tiếp',
      reports: [form],
      nodes: [{ ...root, dissemination: { mode: 'official' } }, members({ due })],
    };
    const { as, ctx, campaignId, driver } = await running(drawing);
    const where = { campaignId, periodKey: 'once', unitId: ROOT };
    const [unitId = ''] = communes;
    expect(valueOf(await listObligations(ctx, { campaignId })).items).toEqual([]);
    expect(codesOf(await disseminate(as(officialOf(unitId)), where))).toEqual(['dissemination.notFound']);
    const letter = { codeNumber: '12', codeNotation: 'UBND-KT', subject: 'triển khai' };
    expect(
      valueOf(await disseminate(as(officialOf(ROOT)), { ...where, letter, addedTasks: ['Kèm ảnh'] }))
        .obligations,
    ).toBe(3);
    expect(codesOf(await disseminate(as(officialOf(ROOT)), where))).toEqual(['dissemination.alreadyDone']);
    await driver.settleAll();
    const [first] = valueOf(await listObligations(ctx, { campaignId })).items;
    expect(valueOf(await getObligation(ctx, first?.id ?? '')).letter).toMatchObject({
      ...letter,
      addedTasks: ['Kèm ảnh'],
    });
  });
});

describe('who may see and do what', () => {
  it('shows a commune its own obligation and nobody else’s, and lets a superior read but not write', async () => {
    const due = { kind: 'date', date: '2025-09-15', bound: 'by' };
    const drawing = { key: 'pham-vi', title: 'Phạm vi', reports: [form], nodes: [root, members({ due })] };
    const { as, campaignId, owed, start } = await running(drawing);
    const [mine = '', other = ''] = communes;
    const official = as(officialOf(mine));
    const seen = valueOf(await listObligations(official, { campaignId })).items;
    expect(seen.map(({ unitId }) => unitId)).toEqual([mine]);
    const foreign = (await owed(other)).id;
    expect(codesOf(await getObligation(official, foreign))).toEqual(['obligation.notFound']);
    expect(codesOf(await submitReport(official, { obligationId: foreign, input }))).toEqual([
      'obligation.notFound',
    ]);
    expect(codesOf(await acknowledge(official, { obligationId: 'no-such-id' }))).toEqual([
      'obligation.notFound',
    ]);

    const superior = as(officialOf(ROOT));
    expect(valueOf(await getObligation(superior, foreign)).unitId).toBe(other);
    expect(codesOf(await submitReport(superior, { obligationId: foreign, input }))).toEqual([
      'api.forbidden',
    ]);
    const own = (await owed(mine)).id;
    valueOf(await submitReport(official, { obligationId: own, input }));
    expect(codesOf(await acceptReport(official, { obligationId: own, no: 1 }))).toEqual(['api.forbidden']);
    expect(codesOf(await acceptReport(as(officialOf(ROOT)), { obligationId: own, no: 1 }))).toEqual([]);

    const elsewhere = as(officialOf('2025-province-04'));
    expect(valueOf(await listCampaigns(elsewhere)).items.map(({ id }) => id)).not.toContain(campaignId);
    expect(codesOf(await getCampaign(elsewhere, campaignId))).toEqual(['campaign.notFound']);
    expect(codesOf(await startCampaign(elsewhere, start))).toEqual(['organisation.notFound']);
    expect(valueOf(await listCampaigns(official)).items.map(({ id }) => id)).toContain(campaignId);
    expect(codesOf(await moveClock(official, { campaignId, toEnd: true }))).toEqual(['api.forbidden']);
  });

  it('is complete only when every recipient of record has it', async () => {
    const recipients = { mode: 'all', units: [ROOT, '2025-province-04'] };
    const drawing = {
      key: 'hai-noi-nhan',
      title: 'Hai nơi nhận',
      reports: [form],
      nodes: [root, members({ due: { kind: 'none' }, recipients })],
    };
    const { as, ctx, owed } = await running(drawing);
    const [unitId = ''] = communes;
    const obligationId = (await owed(unitId)).id;
    valueOf(await submitReport(ctx, { obligationId, input }));
    valueOf(await acceptReport(ctx, { obligationId, no: 1 }));
    expect(valueOf(await getObligation(ctx, obligationId)).complete).toBe(false);
    const second = as(officialOf('2025-province-04'));
    expect(valueOf(await confirmReceipt(second, { obligationId, no: 1 }))).toHaveLength(1);
    expect(valueOf(await confirmReceipt(second, { obligationId, no: 1 }))).toHaveLength(1);
    expect(valueOf(await getObligation(ctx, obligationId)).complete).toBe(true);
    expect(codesOf(await confirmReceipt(as(officialOf(unitId)), { obligationId, no: 1 }))).toEqual([
      'obligation.notRecipient',
    ]);
  });

  it('previews a plan without writing anything', async () => {
    const due = { kind: 'date', date: '2025-09-15', bound: 'by' };
    const drawing = {
      key: 'xem-truoc',
      title: 'Xem trước',
      reports: [form],
      nodes: [root, members({ due, minimumWorkingDays: 30 })],
    };
    const { pool } = database;
    const ctx = { pool, principal: operator };
    const definitionId = await publishDrawing(pool, drawing);
    const campaigns = async () => (await pool.query('SELECT 1 FROM campaign')).rowCount;
    const before = await campaigns();
    const question = { definitionId, rootUnitId: ROOT, startAt: START };
    expect(codesOf(await previewCampaign(ctx, question))).toEqual(['plan.tooFewWorkingDays']);
    expect(codesOf(await startCampaign(ctx, { ...question, mode: 'rehearsal' }))).toEqual([
      'plan.tooFewWorkingDays',
    ]);
    const override = { reason: 'Khẩn' };
    const preview = valueOf(await previewCampaign(ctx, { ...question, override }));
    expect(preview.counts).toMatchObject({ units: 3, obligations: 3, nodes: 1 });
    expect(preview.periods[0]?.dues).toMatchObject([
      { dueKey: 'xa/so-lieu', units: 3, dueAt: '2025-09-15T17:00:00.000Z' },
    ]);
    expect(await campaigns()).toBe(before);
    expect(valueOf(await startCampaign(ctx, { ...question, mode: 'rehearsal', override })).override).toEqual(
      override,
    );
  });
});
