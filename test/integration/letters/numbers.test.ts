import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ActContext,
  draftLetter,
  getLetter,
  listOutgoing,
  putOffice,
  registerIncoming,
  writeOpinion,
} from '#acts';
import { scopedPool } from '#db';
import { Office, type Principal, problem, refuse } from '#model';
import { bacKan, type CampaignScene, CITY, CONSOLIDATOR, PERIOD } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import { codesOf, drafted, issue, official, plainRender, submitted, WARD, WARD_LEADER } from './house.ts';

let database: OwnDatabase;
let scene: CampaignScene;
let clerk: { pool: OwnDatabase['pool']; principal: Principal };

const office = (notation: string) =>
  Office.parse({
    ...{ notation, place: 'Bắc Kạn', approval: { steps: [], selfApproval: true } },
    ...{ signatureTitles: ['TRƯỞNG PHÒNG'], signerName: 'Ví dụ: Lê Văn A' },
  });

beforeAll(async () => {
  database = await seededDatabase('letter_numbers');
  scene = await bacKan(database.pool);
  clerk = { pool: database.pool, principal: await official(database.pool, 'vd-chuyen-vien-kinh-te') };
  valueOf(await putOffice(clerk, { office: office('PKT'), expectedRevision: 0 }));
});

afterAll(() => database.drop());

const chase = { kind: 'chase', periodKey: PERIOD } as const;

/** Letters of one body that wait for their number. */
async function waiting(count: number): Promise<{ id: string; revision: number }[]> {
  // those of before are given up: nobody is urged by another letter while one is on its way
  await database.pool.query(`UPDATE letter SET state = 'withdrawn' WHERE state IN ('submitted', 'approved')`);
  const units = await scene.reporters();
  const pairs = units.flatMap((one, at) => units.slice(at + 1).map((other) => [one, other]));
  const letters: { id: string; revision: number }[] = [];
  for (const unitIds of pairs.slice(0, count))
    letters.push(await drafted(clerk, { ...chase, campaignId: scene.campaignId, unitIds }));
  for (const letter of letters) letter.revision = await submitted(clerk, letter);
  expect(letters).toHaveLength(count);
  return letters;
}

const numbers = async (year: number): Promise<readonly (number | null)[]> =>
  valueOf(await listOutgoing(clerk, { year, limit: 200 })).items.map(({ number }) => number);

describe('the outgoing register of one body', () => {
  test('20 issues at the same moment take 20 consecutive numbers', async () => {
    const letters = await waiting(20);
    const issued = await Promise.all(letters.map((letter) => issue(clerk, letter)));
    const taken = issued.map((each) => valueOf(each).number).sort((a, b) => a - b);
    expect(taken).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await numbers(2024)).toEqual(taken.toReversed());
  });

  test('an issue that fails on its way gives its number back, whatever the others do meanwhile', async () => {
    const letters = await waiting(12);
    let turn = 0;
    const everyThirdFails: typeof plainRender = (document, template) => {
      turn += 1;
      if (turn % 3 === 0) return Promise.resolve(refuse(problem('documents.templateUnreadable')));
      if (turn % 5 === 0) return Promise.reject(new Error('the disk is full'));
      return plainRender(document, template);
    };
    const done = await Promise.allSettled(letters.map((letter) => issue(clerk, letter, everyThirdFails)));
    const taken = done
      .flatMap((each) => (each.status === 'fulfilled' && each.value.ok ? [each.value.value.number] : []))
      .sort((a, b) => a - b);
    expect(taken.length).toBeGreaterThan(3);
    expect(taken.length).toBeLessThan(12);
    expect(taken).toEqual(Array.from({ length: taken.length }, (_, at) => at + 21));
  });

  test('the same letter is issued once, however often and by how many it is asked', async () => {
    const [letter] = await waiting(1);
    if (letter === undefined) throw new Error('no letter');
    const before = (await numbers(2024)).length;
    const asked = await Promise.all(Array.from({ length: 5 }, () => issue(clerk, letter)));
    expect(asked.filter(({ ok: good }) => good)).toHaveLength(1);
    expect(asked.flatMap(codesOf)).toEqual(Array.from({ length: 4 }, () => 'letter.conflict'));
    expect(await numbers(2024)).toHaveLength(before + 1);
  });

  test('numbers begin anew with 1 January in Viet Nam, not in Greenwich', async () => {
    const other = await bacKan(database.pool);
    const at = { ...chase, campaignId: other.campaignId };
    await other.driver.advance(other.campaignId, { to: '2024-12-31T16:59:00.000Z' });
    const last = await drafted(clerk, at);
    const old = valueOf(await issue(clerk, { ...last, revision: await submitted(clerk, last) }));
    await other.driver.advance(other.campaignId, { to: '2024-12-31T17:00:00.000Z' });
    const first = await drafted(clerk, at);
    const fresh = valueOf(await issue(clerk, { ...first, revision: await submitted(clerk, first) }));
    expect([old.year, fresh.year, fresh.number]).toEqual([2024, 2025, 1]);
    expect(old.number).toBeGreaterThan(1);
    const { rows } = await database.pool.query<{ text: string }>(
      `SELECT body->>'text' AS text FROM notice WHERE body->>'letterId' = $1 LIMIT 1`,
      [first.id],
    );
    expect(rows).toEqual([{ text: 'Công văn số 01/PKT' }]);
  });
});

describe('letters under way', () => {
  test('stand newest draft first, page after page', async () => {
    const later = await bacKan(database.pool);
    await later.driver.advance(later.campaignId, { to: '2024-12-02T01:00:00.000Z' });
    const [one = '', two = ''] = await later.reporters();
    for (const unitIds of [[one], [two]])
      for (const { campaignId } of [later, scene]) await drafted(clerk, { ...chase, campaignId, unitIds });
    const dates: string[] = [];
    let cursor: string | undefined;
    do {
      const page = valueOf(await listOutgoing(clerk, { open: true, limit: 1, cursor }));
      dates.push(...page.items.map(({ draftedAt }) => draftedAt));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(dates.length).toBeGreaterThanOrEqual(4);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});

describe('a chase letter', () => {
  test('is begun once while the same reports are missing, however often it is asked for', async () => {
    const its = await bacKan(database.pool);
    await its.driver.advance(its.campaignId, { to: '2024-12-09T01:00:00.000Z' });
    const press = async () => valueOf(await draftLetter(clerk, { ...chase, campaignId: its.campaignId }));
    const [one, two] = await Promise.all([press(), press()]);
    expect(two.id).toBe(one.id);
    expect([one.created, two.created].toSorted()).toEqual([false, true]);
    const [unit = ''] = await its.reporters();
    const some = await drafted(clerk, { ...chase, campaignId: its.campaignId, unitIds: [unit] });
    expect(some.id).not.toBe(one.id);
    // sent for approval it still urges: its units are in no other letter
    await submitted(clerk, some);
    const again = await draftLetter(clerk, { ...chase, campaignId: its.campaignId, unitIds: [unit] });
    expect(valueOf(again)).toEqual({ id: some.id, created: false });
    const rest = await press();
    const { rows } = await database.pool.query<{ urged: number }>(
      'SELECT cardinality(obligation_ids) AS urged FROM letter WHERE id = $1',
      [rest.id],
    );
    expect([rest.created, rows[0]?.urged]).toEqual([true, (await its.reporters()).length - 1]);
    await its.report(unit);
    expect(await press()).not.toMatchObject({ id: one.id });
  });

  test('tells each that is still missing, with the letter, and leaves alone who has reported in the meantime', async () => {
    const its = await bacKan(database.pool);
    await its.driver.advance(its.campaignId, { to: '2024-12-09T01:00:00.000Z' });
    const letter = await drafted(clerk, { ...chase, campaignId: its.campaignId });
    const [reported, ...missing] = await its.reporters();
    await its.report(reported ?? '');
    const issued = valueOf(await issue(clerk, { ...letter, revision: await submitted(clerk, letter) }));
    const { rows } = await database.pool.query<{ unit: string; text: string }>(
      `SELECT unit_id AS unit, body->>'text' AS text FROM notice WHERE campaign_id = $1 AND kind = 'urged'`,
      [its.campaignId],
    );
    expect(rows.map(({ unit }) => unit).sort()).toEqual(missing);
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set([`Công văn số ${issued.code}`]));
  });
});

describe('the incoming register', () => {
  test('two clerks who register the same directive at once get one number, and the next directive the next', async () => {
    const ward = { pool: database.pool, principal: await official(database.pool, WARD_LEADER) };
    const of = { campaignId: scene.campaignId };
    const both = await Promise.all([registerIncoming(ward, of), registerIncoming(ward, of)]);
    const rows = both.map(valueOf);
    expect(new Set(rows.map(({ row }) => row.id)).size).toBe(1);
    expect(rows.filter(({ created }) => created)).toHaveLength(1);
    expect(rows[0]?.row).toMatchObject({
      unitId: WARD,
      arrivalNumber: 1,
      year: 2024,
      fromName: 'UBND thành phố Bắc Kạn',
    });
    const next = await bacKan(database.pool);
    const second = valueOf(await registerIncoming(ward, { campaignId: next.campaignId }));
    expect(second.row.arrivalNumber).toBe(2);
  });

  test('the registers of others do not count, and what never reached a unit is not registered there', async () => {
    const mine = valueOf(await registerIncoming(clerk, { campaignId: scene.campaignId }));
    expect(mine.row).toMatchObject({ unitId: CONSOLIDATOR, arrivalNumber: 1 });
    const city = { pool: database.pool, principal: await official(database.pool, 'vd-van-thu-bk') };
    expect(codesOf(await registerIncoming(city, { campaignId: scene.campaignId }))).toEqual([
      'campaign.notFound',
    ]);
  });

  test('whoever was only told, owing nothing, registers it too', async () => {
    const told = '2024-commune-01837';
    const other = await bacKan(database.pool);
    await database.pool.query('DELETE FROM obligation WHERE campaign_id = $1 AND unit_id = $2', [
      other.campaignId,
      told,
    ]);
    const of = { campaignId: other.campaignId, unitId: told };
    expect(codesOf(await registerIncoming(other.ctx, of))).toEqual(['campaign.notFound']);
    await database.pool.query(
      `INSERT INTO notice (key, campaign_id, unit_id, kind, at, body) VALUES ('told', $1, $2, 'information', now(), $3)`,
      [other.campaignId, told, { name: 'Phường Sông Cầu', from: CITY }],
    );
    expect(valueOf(await registerIncoming(other.ctx, of)).row).toMatchObject({
      unitId: told,
      arrivalNumber: 1,
    });
  });
});

// last: what a connection says of whom it works for stays with it
describe('whoever stands in for another', () => {
  const SUBSTITUTE = {
    id: 'person:vd-cong-chuc-duc-xuan',
    name: 'Ví dụ: công chức văn phòng UBND phường Đức Xuân',
  };
  const inPlaceOf = (principal: Principal): ActContext => {
    const personId = principal.id.slice('person:'.length);
    return {
      pool: scopedPool(database.pool, { unitId: principal.unitId, onBehalfOf: principal.id }),
      principal: {
        ...principal,
        ...SUBSTITUTE,
        actingFor: { personId, name: principal.name, delegationId: 'd' },
      },
    };
  };

  test('stands in both registers with both names', async () => {
    const its = await bacKan(database.pool);
    const leader = await official(database.pool, WARD_LEADER);
    const { row } = valueOf(
      await registerIncoming({ ...clerk, principal: leader }, { campaignId: its.campaignId }),
    );
    const opinion = { opinion: 'Thực hiện', leadPersonId: null, coordinatorPersonIds: [], dueOn: null };
    const decided = valueOf(
      await writeOpinion(inPlaceOf(leader), {
        ...opinion,
        id: row.id,
        afterDeadline: false,
        expectedRevision: 1,
      }),
    );
    expect([decided.row.decidedByName, decided.row.decidedForName]).toEqual([SUBSTITUTE.name, leader.name]);

    const own = { ...clerk, pool: scopedPool(database.pool, { unitId: CONSOLIDATOR, onBehalfOf: null }) };
    const letter = await drafted(own, { ...chase, campaignId: its.campaignId });
    const substitute = inPlaceOf(clerk.principal);
    const { number } = valueOf(
      await issue(substitute, { ...letter, revision: await submitted(substitute, letter) }),
    );
    const names = {
      draftedForName: null,
      issuedByName: SUBSTITUTE.name,
      issuedForName: clerk.principal.name,
    };
    expect(valueOf(await getLetter(substitute, letter.id))).toMatchObject(names);
    const { items } = valueOf(await listOutgoing(own, { year: 2024, limit: 200 }));
    expect(items.find((one) => one.number === number)).toMatchObject(names);
  });
});
