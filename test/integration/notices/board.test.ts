import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  boardUnits,
  campaignBoard,
  campaignLevels,
  campaignTimeline,
  campaignTree,
  getCampaign,
  listCampaigns,
  listNotices,
  listObligations,
  markNoticesSeen,
  returnReport,
  searchAll,
  submitReport,
  unseenNotices,
} from '#acts';
import { FIGURES, insertNotice, inTransaction, type Transaction } from '#db';
import {
  bacKan,
  type CampaignScene,
  CITY,
  CONSOLIDATOR,
  officialOf,
  PERIOD,
  reportInput,
} from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let its: CampaignScene;
let units: readonly string[];
beforeAll(async () => {
  database = await seededDatabase('board');
  its = await bacKan(database.pool);
  units = await its.reporters();
  // six in time, one of them returned; then the deadline passes, and one more comes late
  for (const unitId of units.slice(0, 6)) await its.report(unitId);
  await its.accept(units[0] ?? '');
  const returned = await its.owed(units[1] ?? '');
  valueOf(
    await returnReport(its.ctx, {
      obligationId: returned.id,
      no: 1,
      reason: 'Thiếu chữ ký',
      reworkDueAt: '2024-12-20T17:00:00.000Z',
    }),
  );
  await its.driver.advance(its.campaignId, { to: '2024-12-09T01:00:00.000Z' });
  await its.report(units[6] ?? '');
});
afterAll(() => database.drop());

const board = async (ctx = its.ctx) =>
  valueOf(await campaignBoard(ctx, { campaignId: its.campaignId, periodKey: PERIOD }));
const place = () => ({ campaignId: its.campaignId, periodKey: PERIOD });
const sum = (rows: readonly Readonly<Record<string, unknown>>[], name: string): number =>
  rows.reduce((total, row) => total + Number(row[name]), 0);

describe('the board', () => {
  it('counts what listing the obligations gives', async () => {
    const { items } = valueOf(await listObligations(its.ctx, { campaignId: its.campaignId, limit: 200 }));
    const outstanding = items.filter(
      ({ status, kind }) => status === 'open' || (kind === 'report' && status === 'acknowledged'),
    );
    const late = items.filter(
      ({ countedAt, countedAgainst }) =>
        countedAt !== null && countedAgainst !== null && countedAt >= countedAgainst,
    );
    const received = items.filter(({ countedAt }) => countedAt !== null);
    const [period] = (await board()).periods;
    expect(period).toMatchObject({
      key: PERIOD,
      expected: items.length,
      received: received.length,
      late: late.length,
      onTime: received.length - late.length,
      missing: outstanding.filter(({ overdueAt }) => overdueAt !== null).length,
      returned: items.filter(({ status }) => status === 'returned').length,
      done: items.filter(({ done }) => done).length,
    });
    expect(period).toMatchObject({ received: 7, late: 1, onTime: 6, returned: 1, done: 1 });
    expect(period?.missing).toBeGreaterThan(5);
  });

  it('says what the campaign, its levels and its tree say', async () => {
    const { periods, levels, branches } = await board();
    const { counts } = valueOf(await getCampaign(its.ctx, its.campaignId));
    expect(periods[0]).toMatchObject({ expected: counts.opened, missing: counts.overdue, done: counts.done });
    for (const level of valueOf(await campaignLevels(its.ctx, its.campaignId, PERIOD))) {
      const same = levels.find(({ nodeId }) => nodeId === level.nodeId);
      expect(same).toMatchObject({ expected: level.waiting + level.done, done: level.done });
      expect((same?.missing ?? 0) + (same?.late ?? 0)).toBe(level.late);
    }
    const tree = valueOf(await campaignTree(its.ctx, place()));
    const below = tree.parent?.node?.below;
    expect(sum(branches, 'expected')).toBe(below?.opened);
    expect(sum(branches, 'missing')).toBe(below?.overdue);
    expect(sum(branches, 'done')).toBe(below?.done);
  });

  it('adds up: expected is received, missing and waiting; branches make the whole', async () => {
    const { periods, levels, branches } = await board();
    for (const row of [...periods, ...levels, ...branches]) {
      expect(row.received + row.missing + row.waiting).toBe(row.expected);
      expect(row.onTime + row.late).toBe(row.received);
    }
    for (const figure of FIGURES)
      expect([figure, sum(branches, figure)]).toEqual([figure, sum(periods, figure)]);
  });

  it('names exactly those whom a number counts, and finds one without accents', async () => {
    const { levels, branches } = await board();
    for (const figure of FIGURES) {
      for (const { nodeId, [figure]: counted } of levels) {
        const { items } = valueOf(await boardUnits(its.ctx, { ...place(), figure, nodeId, limit: 200 }));
        expect([figure, nodeId, items.length]).toEqual([figure, nodeId, counted]);
      }
      for (const { unitId: branch, [figure]: counted } of branches) {
        const { items } = valueOf(await boardUnits(its.ctx, { ...place(), figure, branch, limit: 200 }));
        expect(items).toHaveLength(counted);
      }
    }
    const found = valueOf(await boardUnits(its.ctx, { ...place(), figure: 'expected', q: 'duc xuan' }));
    expect(found.items.map(({ unitId }) => unitId)).toEqual(['2024-commune-01840']);
  });

  it('goes page by page, and refuses a cursor that is none', async () => {
    const first = valueOf(await boardUnits(its.ctx, { ...place(), figure: 'expected', limit: 10 }));
    const second = valueOf(
      await boardUnits(its.ctx, {
        ...place(),
        figure: 'expected',
        limit: 10,
        cursor: first.nextCursor ?? '',
      }),
    );
    const names = [...first.items, ...second.items].map(({ seq }) => seq);
    expect([names.length, new Set(names).size, second.nextCursor]).toEqual([15, 15, null]);
    expect(codesOf(await boardUnits(its.ctx, { ...place(), figure: 'late', cursor: 'x' }))).toEqual([
      'api.badCursor',
    ]);
  });

  it('keeps the rate in time when a report that came in time is returned', async () => {
    const before = (await board()).periods[0];
    const { id } = await its.owed(units[2] ?? '');
    valueOf(
      await returnReport(its.ctx, {
        obligationId: id,
        no: 1,
        reason: 'Sai số liệu',
        reworkDueAt: '2024-12-20T17:00:00.000Z',
      }),
    );
    const after = (await board()).periods[0];
    expect(after).toMatchObject({ onTime: before?.onTime, late: before?.late, received: before?.received });
    expect(after?.returned).toBe((before?.returned ?? 0) + 1);
    valueOf(await submitReport(its.ctx, { obligationId: id, input: reportInput() }));
    expect((await board()).periods[0]).toMatchObject({ onTime: before?.onTime, late: before?.late });
  });

  it('counts what was not handed in again by its date as missing, like the campaign does', async () => {
    const before = (await board()).periods[0];
    await its.driver.advance(its.campaignId, { to: '2024-12-23T01:00:00.000Z' });
    const { counts } = valueOf(await getCampaign(its.ctx, its.campaignId));
    const after = (await board()).periods[0];
    expect(after?.missing).toBe(counts.overdue);
    expect(after?.missing).toBe((before?.missing ?? 0) + 1);
    expect((after?.received ?? 0) + (after?.missing ?? 0) + (after?.waiting ?? 0)).toBe(after?.expected);
  });

  it('shows a ward itself only, and nothing of the others', async () => {
    const ward = { ...its.ctx, principal: officialOf('2024-commune-01840') };
    const { periods, branches } = await board(ward);
    expect(periods[0]?.expected).toBe(1);
    expect(branches.map(({ unitId }) => unitId)).toEqual(['2024-commune-01840']);
    expect(codesOf(await campaignBoard(ward, { ...place(), parentUnitId: CONSOLIDATOR }))).toEqual([
      'organisation.notFound',
    ]);
  });
});

describe('the timeline', () => {
  it('goes from the first letter on, with what it is based on', async () => {
    const { entries, basis, documentCode } = valueOf(await campaignTimeline(its.ctx, its.campaignId));
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['started', 'passedOn']));
    const times = entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(basis.length).toBeGreaterThan(0);
    expect(documentCode === null || documentCode.includes('/')).toBe(true);
  });
});

describe('searching', () => {
  /** How often it is found, how often listed, and whether it opens. */
  const sees = async (ctx: typeof its.ctx) => [
    valueOf(await searchAll(ctx, 'nhan dien hang viet')).campaigns.length,
    valueOf(await listCampaigns(ctx)).items.length,
    (await getCampaign(ctx, its.campaignId)).ok,
  ];

  it('finds a unit with and without accents, with the campaigns in which it has something to do', async () => {
    for (const q of ['Đức Xuân', 'duc xuan']) {
      const { units: found } = valueOf(await searchAll(its.ctx, q));
      const ward = found.find(({ id }) => id === '2024-commune-01840');
      expect(ward?.campaigns.map(({ id }) => id)).toEqual([its.campaignId]);
    }
  });

  it('finds a campaign by the subject of its letter, whatever it is called itself', async () => {
    await database.pool.query("UPDATE campaign SET title = 'Đợt cuối năm' WHERE id = $1", [its.campaignId]);
    for (const q of ['huong ung chuong trinh nhan dien', 'dot cuoi nam']) {
      const { campaigns } = valueOf(await searchAll(its.ctx, q));
      expect(campaigns.map(({ id }) => id)).toEqual([its.campaignId]);
    }
  });

  it('finds a campaign by its code, signs of searching taken for themselves', async () => {
    await database.pool.query(
      `UPDATE campaign SET directive = directive || '{"codeNumber": "77", "codeNotation": "QĐ-KH&ĐT"}' WHERE id = $1`,
      [its.campaignId],
    );
    for (const q of ['77/QĐ-KH&ĐT', '77/qd-kh&dt', 'QĐ-KH&ĐT']) {
      const { campaigns } = valueOf(await searchAll(its.ctx, q));
      expect(campaigns.map(({ id }) => id)).toEqual([its.campaignId]);
    }
    for (const q of ['77/QĐ-KH%ĐT', '__', "'; --"])
      expect(valueOf(await searchAll(its.ctx, q)).campaigns).toEqual([]);
  });

  it('shows a secret letter to those who have received it, an ordinary one to whoever the drawing names', async () => {
    // the Front has not passed it on yet
    const ward = { ...its.ctx, principal: officialOf('bk-mttq-01840') };
    const front = { ...its.ctx, principal: officialOf('bk-mttq-tp') };
    expect(await sees(ward)).toEqual([1, 1, true]);
    const mark = (secrecy: string) =>
      database.pool.query(`UPDATE campaign SET directive = directive ${secrecy} WHERE id = $1`, [
        its.campaignId,
      ]);
    await mark(`|| '{"confidentiality": "secret"}'`);
    expect(await sees(ward)).toEqual([0, 0, false]);
    for (const ctx of [front, its.ctx]) expect(await sees(ctx)).toEqual([1, 1, true]);
    await mark(`- 'confidentiality'`);
  });

  it('shows a letter to the office that it tasks beside its addressees, and to whoever is told of it', async () => {
    const office = { ...its.ctx, principal: officialOf('hp-bql-van-phong') };
    const told = { ...its.ctx, principal: officialOf('hp-so-cong-thuong') };
    for (const ctx of [office, told]) expect(await sees(ctx)).toEqual([0, 0, false]);
    await database.pool.query(
      `INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
       VALUES ($1, 'once', 'hp-bql-van-phong', 'Văn phòng', $2, 'treo-co', '2024-11-20T01:00:00Z')`,
      [its.campaignId, CITY],
    );
    await inTransaction(database.pool, (tx) =>
      insertNotice(tx, {
        key: 'told',
        campaignId: its.campaignId,
        obligationId: null,
        unitId: 'hp-so-cong-thuong',
        kind: 'information',
        at: '2024-11-20T01:00:00.000Z',
        body: { from: CITY },
      }),
    );
    for (const ctx of [office, told]) expect(await sees(ctx)).toEqual([1, 1, true]);
  });

  it('shows nobody what lies outside their subtree', async () => {
    const stranger = { ...its.ctx, principal: officialOf('2024-province-01') };
    const found = valueOf(await searchAll(stranger, 'duc xuan'));
    expect([found.campaigns, found.letters, found.units]).toEqual([[], [], []]);
  });
});

describe('notices', () => {
  it('are sentences with the way to what they tell of', async () => {
    const { items } = valueOf(await listNotices(its.ctx, { campaignId: its.campaignId, limit: 200 }));
    const kinds = new Set(items.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['opened', 'overdue', 'returned']));
    for (const { vi, en, path } of items) {
      expect(vi).not.toMatch(/undefined|null|có thông báo mới|, hạn\.|: \./i);
      expect(en).not.toBe(vi);
      expect(path).toMatch(/^\/(tasks|campaigns|letters)\//);
    }
    const returned = items.find(({ kind }) => kind === 'returned');
    expect(returned?.vi).toBe(
      'Báo cáo bản 1 bị trả lại: Sai số liệu. Nộp lại chậm nhất hết ngày 20/12/2024.',
    );
    expect(returned?.path).toBe(`/tasks/${returned?.obligationId}`);
  });

  it('are seen once by each person, for each unit apart, and never unseen again', async () => {
    const ward = officialOf('2024-commune-01840');
    const principal = { ...ward, id: 'person:vd-can-bo-duc-xuan' };
    const mine = { ...its.ctx, principal };
    const colleague = { ...its.ctx, principal: { ...ward, id: 'person:vd-cong-chuc-duc-xuan' } };
    const first = valueOf(await unseenNotices(mine));
    expect(first.count).toBeGreaterThan(0);
    const fresh = async (ctx = mine) =>
      valueOf(await listNotices(ctx, { unitId: ward.unitId ?? '', limit: 200 })).items.filter(
        (one) => one.fresh,
      ).length;
    expect(await fresh()).toBe(first.count);
    expect(valueOf(await markNoticesSeen(mine, { upTo: first.latest }))).toMatchObject({ count: 0 });
    expect(valueOf(await markNoticesSeen(mine, { upTo: 1 }))).toMatchObject({ count: 0, seen: first.latest });
    expect([await fresh(), await fresh(colleague)]).toEqual([0, first.count]);
    expect(valueOf(await unseenNotices(colleague)).count).toBe(first.count);
    const elsewhere = { ...mine, principal: { ...principal, unitId: CITY } };
    expect(valueOf(await unseenNotices(elsewhere)).seen).toBe(0);
    expect(codesOf(await markNoticesSeen(its.ctx, { upTo: 1 }))).toEqual(['notice.personForbidden']);
    expect(codesOf(await markNoticesSeen(mine, { upTo: 1, asOf: '9:1:' }))).toEqual(['api.badCursor']);
  });

  it('are new though numbered before the last that was seen, where they were committed after it', async () => {
    const ward = officialOf('2024-commune-01840');
    const mine = { ...its.ctx, principal: { ...ward, id: 'person:vd-can-bo-duc-xuan' } };
    const told = (tx: Transaction, key: string) =>
      insertNotice(tx, {
        key,
        campaignId: its.campaignId,
        obligationId: null,
        unitId: '2024-commune-01840',
        kind: 'urged',
        at: new Date().toISOString(),
      });
    const open = await database.pool.connect();
    try {
      await open.query('BEGIN');
      // the type is a proof of BEGIN, given on the line above
      await told(open as unknown as Transaction, 'late');
      await inTransaction(database.pool, (tx) => told(tx, 'early'));
      const before = valueOf(await unseenNotices(mine));
      await open.query('COMMIT');
      // what the page showed was read before the late one was there
      expect(valueOf(await markNoticesSeen(mine, { upTo: before.latest, asOf: before.asOf })).count).toBe(1);
      const { items } = valueOf(await listNotices(mine, { kind: 'urged' }));
      expect(items.map(({ fresh }) => fresh)).toEqual([false, true]);
      const now = valueOf(await unseenNotices(mine));
      expect(now.latest).toBe(before.latest);
      expect(valueOf(await markNoticesSeen(mine, { upTo: now.latest, asOf: now.asOf })).count).toBe(0);
      // a page left open since does not make it new again
      expect(valueOf(await markNoticesSeen(mine, { upTo: before.latest, asOf: before.asOf })).count).toBe(0);
    } finally {
      open.release();
    }
  });
});
