import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMails, makeDigests, takeMail } from '#acts';
import { insertNotice, inTransaction } from '#db';
import { openPost, sendOne } from '#worker';
import { bacKan, type CampaignScene, CITY, CONSOLIDATOR } from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';
import { openSink, type Sink } from './smtp-sink.ts';

const WARD = '2024-commune-01840';
const MIDNIGHT = '00:00';
const log = pino({ level: 'silent' });

let database: OwnDatabase;
let live: CampaignScene;
let rehearsal: CampaignScene;
let sink: Sink;
let sequence = 0;

beforeAll(async () => {
  database = await seededDatabase('mail');
  live = await bacKan(database.pool);
  rehearsal = await bacKan(database.pool);
  await database.pool.query(`UPDATE campaign SET mode = 'live', clock_at = NULL WHERE id = $1`, [
    live.campaignId,
  ]);
  // whatever day the tests run on is a working day
  await database.pool.query(
    `INSERT INTO calendar (id, version, body, created_by)
     SELECT id, version + 1, body || jsonb_build_object('weekdays', '[1,2,3,4,5,6,7]'::jsonb, 'days', '[]'::jsonb,
       'years', jsonb_build_object('from', 2023, 'to', 2100)), 'test' FROM calendar WHERE id = 'vn'`,
  );
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.query('DELETE FROM mail; DELETE FROM mail_round; DELETE FROM notice');
  sink = await openSink();
});
afterEach(() => sink.close());

/** Told to a unit now, on the clock that mail goes by. */
async function tell(
  unitId: string,
  kind: string,
  { scene = live, about = null as string | null, body = {} } = {},
): Promise<void> {
  await inTransaction(database.pool, async (tx) =>
    insertNotice(tx, {
      key: `test/${(sequence += 1)}`,
      campaignId: scene.campaignId,
      obligationId: about === null ? null : (await scene.owed(about)).id,
      unitId,
      kind,
      at: new Date().toISOString(),
      body,
    }),
  );
}

const DUE = { dueAt: '2026-12-07T17:00:00.000Z' };
const settingsOf = (smtpUrl: string) => ({
  smtpUrl,
  from: 'Cascade <cascade@bac-kan.example>',
  digestAt: MIDNIGHT,
  publicUrl: 'https://cascade.example',
});

/** A worker's own way to the mail server. */
function worker(url = sink.url) {
  const settings = settingsOf(url);
  const post = openPost(settings);
  const parts = { pool: database.pool, post, settings, log };
  return {
    one: () => sendOne(parts),
    all: async () => {
      for (let left = 100; left > 0; left -= 1) if ((await sendOne(parts)) === 'none') return;
    },
    close: () => post.close(),
  };
}
/** Pauses between attempts and claims of the dead pass at once. */
const later = () =>
  database.pool.query(
    `UPDATE mail SET next_at = clock_timestamp(), taken_at = taken_at - interval '1 hour' WHERE state = 'waiting'`,
  );
const states = async () =>
  valueOf(await listMails({ pool: database.pool, principal: operator }, { limit: 200 })).items;
const decoded = (source: string): string =>
  source
    .split(/\r?\n--/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      return /base64/i.test(head)
        ? Buffer.from(body, 'base64').toString()
        : Buffer.from(
            body
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ).toString();
    })
    .join('\n');

describe('the digests of a day', () => {
  it('are one per person who holds a post of a unit that was told something, whatever the number of notices', async () => {
    for (const kind of ['opened', 'reminder', 'overdue', 'information'])
      await tell(WARD, kind, { body: DUE });
    await tell(CONSOLIDATOR, 'escalation', { about: WARD, body: DUE });
    expect(await makeDigests(database.pool, MIDNIGHT)).toBe(3);
    const mails = await states();
    expect(mails.map(({ address }) => address).sort()).toEqual([
      'duc-xuan@bac-kan.example',
      'kinh-te@bac-kan.example',
      'van-phong-duc-xuan@bac-kan.example',
    ]);
    expect(mails.map(({ notices }) => notices).sort()).toEqual([1, 4, 4]);
  });

  it('leave rehearsals out, and people whose posts have no such work', async () => {
    await tell(WARD, 'opened', { scene: rehearsal });
    expect(await makeDigests(database.pool, MIDNIGHT)).toBe(0);
    await database.pool.query('DELETE FROM mail_round');
    await tell(CITY, 'escalation');
    // leader, deputy and clerk; not the designer, not the auditor
    expect(await makeDigests(database.pool, MIDNIGHT)).toBe(3);
  });

  it('reach a substitute as well, and nobody who is disabled or without an address', async () => {
    await tell(WARD, 'overdue', { body: DUE });
    await database.pool.query(
      `INSERT INTO delegation (kind, post_id, from_person_id, to_person_id, from_at, to_at, reason, created_by)
       SELECT 'absence', post_id, person_id, 'vd-van-thu-bk', now() - interval '1 day', now() + interval '1 day', 'nghỉ phép', 'test'
         FROM post_holder WHERE person_id = 'vd-can-bo-duc-xuan'`,
    );
    await database.pool.query(`UPDATE person SET disabled_at = now() WHERE id = 'vd-cong-chuc-duc-xuan'`);
    await makeDigests(database.pool, MIDNIGHT);
    expect((await states()).map(({ address }) => address).sort()).toEqual([
      'duc-xuan@bac-kan.example',
      'van-thu@bac-kan.example',
    ]);
    await database.pool.query(`UPDATE person SET disabled_at = NULL; DELETE FROM delegation`);
  });

  it('tell nothing that has been dealt with meanwhile', async () => {
    await tell(WARD, 'overdue', { about: WARD, body: DUE });
    await tell(WARD, 'accepted', { about: WARD, body: { no: 1 } });
    await database.pool.query(`UPDATE obligation SET status = 'submitted' WHERE id = $1`, [
      (await live.owed(WARD)).id,
    ]);
    await makeDigests(database.pool, MIDNIGHT);
    expect((await states()).map(({ notices }) => notices)).toEqual([1, 1]);
    await database.pool.query(`UPDATE obligation SET status = 'open' WHERE id = $1`, [
      (await live.owed(WARD)).id,
    ]);
  });

  it('are made once by workers that begin together, and begin where those of the day before ended', async () => {
    await tell(WARD, 'opened');
    const made = await Promise.all([1, 2, 3, 4].map(() => makeDigests(database.pool, MIDNIGHT)));
    expect(made.filter((count) => count !== null)).toEqual([2]);
    await tell(WARD, 'overdue', { body: DUE });
    expect(await makeDigests(database.pool, MIDNIGHT)).toBeNull();
    // a day goes by
    await database.pool.query(`UPDATE mail_round SET day = day - 1; UPDATE mail SET day = day - 1`);
    expect(await makeDigests(database.pool, MIDNIGHT)).toBe(2);
    expect((await states()).map(({ notices }) => notices)).toEqual([1, 1, 1, 1]);
  });

  it('wait for nobody, and leave out nothing that was numbered earlier and committed later', async () => {
    const open = await database.pool.connect();
    const carried = async () =>
      (
        await database.pool.query<{ key: string }>(
          `SELECT n.key FROM mail m JOIN person p ON p.id = m.person_id JOIN notice n ON n.id = ANY (m.notice_ids)
            WHERE p.email = 'duc-xuan@bac-kan.example' ORDER BY m.day, n.id`,
        )
      ).rows.map(({ key }) => key);
    const nextDay = () =>
      database.pool.query(`UPDATE mail_round SET day = day - 1; UPDATE mail SET day = day - 1`);
    try {
      await open.query('BEGIN');
      await open.query(
        `INSERT INTO notice (key, campaign_id, unit_id, kind, at) VALUES ('late', $1, $2, 'opened', clock_timestamp())`,
        [live.campaignId, WARD],
      );
      await tell(WARD, 'overdue', { body: DUE });
      const early = `test/${sequence}`;
      expect(await makeDigests(database.pool, MIDNIGHT)).toBe(2);
      expect(await carried()).toEqual([early]);
      await open.query('COMMIT');
      await nextDay();
      expect(await makeDigests(database.pool, MIDNIGHT)).toBe(2);
      expect(await carried()).toEqual([early, 'late']);
      await nextDay();
      expect(await makeDigests(database.pool, MIDNIGHT)).toBe(0);
    } finally {
      open.release();
    }
  });

  it('tell a person what was told to him alone, whatever his post, and nobody beside him', async () => {
    await inTransaction(database.pool, (tx) =>
      insertNotice(tx, {
        key: 'alone',
        campaignId: null,
        obligationId: null,
        unitId: WARD,
        personId: 'vd-cong-chuc-duc-xuan',
        kind: 'delegated',
        at: new Date().toISOString(),
        body: { kind: 'absence', giver: 'Ví dụ: A', fromDate: '2026-12-01', toDate: '2026-12-04' },
      }),
    );
    await makeDigests(database.pool, MIDNIGHT);
    const only = worker();
    await only.all();
    only.close();
    expect(sink.mails.map(({ to }) => to)).toEqual(['van-phong-duc-xuan@bac-kan.example']);
    const text = decoded(sink.mails[0]?.source ?? '');
    expect(text).toContain('Được cử làm thay Ví dụ: A từ ngày 01/12/2026 đến hết ngày 04/12/2026.');
    expect(text).toContain('https://cascade.example/absence');
  });

  it('wait for their hour, and for a working day', async () => {
    await tell(WARD, 'opened');
    expect(await makeDigests(database.pool, '24:00')).toBeNull();
    await database.pool.query(
      `INSERT INTO calendar (id, version, body, created_by)
       SELECT 'vn', max(version) + 1, (array_agg(body ORDER BY version DESC))[1] || '{"weekdays": []}', 'test' FROM calendar WHERE id = 'vn'`,
    );
    expect(await makeDigests(database.pool, MIDNIGHT)).toBeNull();
    await database.pool.query(
      `DELETE FROM calendar WHERE id = 'vn' AND version = (SELECT max(version) FROM calendar WHERE id = 'vn')`,
    );
    expect(await makeDigests(database.pool, MIDNIGHT)).toBe(2);
  });
});

describe('sending', () => {
  it('says everything in Vietnamese, links to the page, and lets no text become markup', async () => {
    await tell(WARD, 'returned', {
      about: WARD,
      body: { no: 2, reason: '<b>Thiếu</b> "chữ ký"', reworkDueAt: DUE.dueAt },
    });
    await makeDigests(database.pool, MIDNIGHT);
    const only = worker();
    await only.all();
    only.close();
    expect(sink.mails).toHaveLength(2);
    const text = decoded(sink.mails[0]?.source ?? '');
    expect(text).toContain('BỊ TRẢ LẠI, PHẢI NỘP LẠI (1)');
    expect(text).toContain('Nộp lại chậm nhất hết ngày 07/12/2026.');
    // the name of the only period tells nothing
    expect(text).not.toContain('Một lần');
    expect(text).toContain(`https://cascade.example/tasks/${(await live.owed(WARD)).id}`);
    expect(text).toContain('&lt;b&gt;Thiếu&lt;/b&gt; &quot;chữ ký&quot;');
    expect(text.split('<html')[1]).not.toContain('<b>');
  });

  it('goes on after an hour without a server: each mail once', async () => {
    for (const unit of [WARD, CONSOLIDATOR, CITY]) await tell(unit, 'overdue', { body: DUE });
    await makeDigests(database.pool, MIDNIGHT);
    const url = sink.url;
    await sink.close();
    const one = worker(url);
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await one.one()).toBe('unreachable');
      await later();
    }
    expect((await states()).every(({ state }) => state === 'waiting')).toBe(true);
    sink = await openSink(Number(new URL(url).port));
    await one.all();
    one.close();
    expect(sink.mails.map(({ to }) => to).sort()).toHaveLength(6);
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(6);
    expect((await states()).map(({ state }) => state)).toEqual(Array(6).fill('sent'));
  });

  it('tries again what is refused for now, and never what is refused for good', async () => {
    await tell(WARD, 'overdue', { body: DUE });
    await makeDigests(database.pool, MIDNIGHT);
    let first = true;
    sink.answers.recipient = (address) => {
      if (address.startsWith('van-phong')) return { code: 550, text: 'no such user' };
      const busy = first;
      first = false;
      return busy ? { code: 451, text: 'come back later' } : null;
    };
    const one = worker();
    await one.all();
    const waiting = (await states()).find(({ state }) => state === 'waiting');
    expect(waiting).toMatchObject({ attempts: 1, address: 'duc-xuan@bac-kan.example' });
    expect(waiting?.answer).toContain('come back later');
    await later();
    await one.all();
    await later();
    await one.all();
    one.close();
    const ended = (await states()).map(({ address, state, attempts }) => [address, state, attempts]);
    expect(ended.sort()).toEqual([
      ['duc-xuan@bac-kan.example', 'sent', 2],
      ['van-phong-duc-xuan@bac-kan.example', 'refused', 1],
    ]);
    expect(sink.mails).toHaveLength(1);
  });

  it('is shared by two workers without a mail sent twice', async () => {
    for (const unit of [WARD, CONSOLIDATOR, CITY]) await tell(unit, 'overdue', { body: DUE });
    await makeDigests(database.pool, MIDNIGHT);
    const both = [worker(), worker()];
    await Promise.all(both.flatMap((each) => [each.all(), each.all()]));
    for (const each of both) each.close();
    expect(sink.mails).toHaveLength(6);
    expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(6);
  });

  it('sends what a worker died over again under the same Message-ID, so that a mail server knows it', async () => {
    await tell(CONSOLIDATOR, 'overdue', { body: DUE });
    await makeDigests(database.pool, MIDNIGHT);
    // accepted by the server, and then nobody lives to write it down
    const taken = await takeMail(database.pool);
    if (taken === null) throw new Error('nothing to send');
    const post = openPost(settingsOf(sink.url));
    await post.send(taken.mail, { subject: 'x', text: 'x', html: 'x' });
    post.close();
    const next = worker();
    await next.all();
    expect(sink.mails).toHaveLength(1); // still claimed
    await later();
    await next.all();
    next.close();
    expect(sink.mails).toHaveLength(2);
    expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(sink.mails[0]?.messageId).toMatch(/^<\d{4}-\d{2}-\d{2}\.[0-9a-f-]{36}@bac-kan\.example>$/);
  });
});
