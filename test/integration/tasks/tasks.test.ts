import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  acceptReport,
  acknowledge,
  acknowledgeActorTask,
  askExtension,
  bulk,
  type BulkInput,
  countMyTasks,
  decideExtension,
  getLetter,
  identify,
  listColleagues,
  listFilters,
  listNotices,
  listTasks,
  putWork,
  remind,
  removeFilter,
  returnReport,
  saveFilter,
  signConsolidation,
  type Task,
  type WorkInput,
} from '#acts';
import { createPool, READER_ROLE, scopedPool } from '#db';
import { nodeSubject, obligationSubject, type Principal, type TaskKind } from '#model';
import {
  bacKan,
  type CampaignScene,
  CITY,
  CONSOLIDATOR,
  PERIOD,
  reportInput,
} from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

const WARD = '2024-commune-01840';
const OFFICIAL = 'vd-can-bo-duc-xuan';
const COLLEAGUE = 'vd-cong-chuc-duc-xuan';
const OFFICE = 'vd-chuyen-vien-kinh-te';
const LEADER = 'vd-lanh-dao-bk';

let database: OwnDatabase;
let scene: CampaignScene;

beforeAll(async () => {
  database = await seededDatabase('tasks');
  scene = await bacKan(database.pool);
});
afterAll(() => database.drop());

const person = async (subject: string): Promise<Principal> => {
  const found = await identify(database.pool, subject);
  if (found === null) throw new Error(`nobody is ${subject}`);
  return found.principal;
};
const as = async (subject: string) => ({ pool: database.pool, principal: await person(subject) });
const tasksOf = async (
  subject: string,
  query: Parameters<typeof listTasks>[1] = {},
): Promise<readonly Task[]> => valueOf(await listTasks(await as(subject), { limit: 200, ...query })).items;
const kindsOf = async (subject: string, campaignId = scene.campaignId): Promise<readonly TaskKind[]> =>
  (await tasksOf(subject, { campaign: campaignId })).map(({ kind }) => kind).sort();
const only = async (subject: string, kind: TaskKind): Promise<Task> => {
  const found = await tasksOf(subject, { campaign: scene.campaignId, kind: [kind] });
  expect(found).toHaveLength(1);
  const [task] = found;
  if (task === undefined) throw new Error(`${subject} has no ${kind}`);
  return task;
};
const row = (unitId = WARD) => scene.owed(unitId);
const sql = (text: string, values: readonly unknown[] = []) => database.pool.query(text, [...values]);

describe('what waits for a unit through a campaign’s life', () => {
  it('begins with the report, the register, and a consolidation owed upwards', async () => {
    expect(await kindsOf(OFFICIAL)).toEqual(['register', 'report']);
    expect(await kindsOf(OFFICE)).toEqual(['consolidate', 'register']);
    expect(await kindsOf(COLLEAGUE)).toEqual(['report']);
    const report = await only(OFFICIAL, 'report');
    const { id, dueAt } = await row();
    expect(report).toMatchObject({
      subject: obligationSubject(id),
      mode: 'rehearsal',
      obligationId: id,
      unitId: WARD,
      fromUnitId: CITY,
      dueAt,
      overdue: false,
      status: 'open',
      assignee: null,
      workRevision: null,
    });
    expect(report.fromUnitName).toContain('Bắc Kạn');
    // nobody has given it a number yet
    expect(report.documentCode).toBe('…/UBND-KT');
    expect(report.workingDaysLeft).toBeGreaterThan(0);
  });

  it('hands a report on: to decide above, back as rework, and away when it is accepted', async () => {
    await scene.report(WARD);
    expect(await kindsOf(OFFICIAL)).toEqual(['register']);
    expect(await only(OFFICE, 'decide')).toMatchObject({ count: 1, fromUnitId: WARD, unitId: CONSOLIDATOR });
    const { id, version } = await row();
    const returned = { obligationId: id, no: version, reason: 'Thiếu số liệu.', reworkDueAt: null };
    valueOf(await returnReport(await as(OFFICE), returned));
    expect(await kindsOf(OFFICE)).not.toContain('decide');
    expect(await only(OFFICIAL, 'rework')).toMatchObject({
      subject: obligationSubject(id),
      status: 'returned',
    });
    await scene.report(WARD);
    valueOf(await acceptReport(await as(OFFICE), { obligationId: id, no: version + 1 }));
    expect(await kindsOf(OFFICIAL)).toEqual(['register']);
    const [done] = await tasksOf(OFFICIAL, { done: true, campaign: scene.campaignId });
    expect(done).toMatchObject({ kind: 'report', status: 'accepted', obligationId: id });
    expect(done?.doneAt).not.toBeNull();
  });

  it('asks for an answer to a request for more time, until it is given', async () => {
    const [other = ''] = (await scene.reporters()).filter((unit) => unit !== WARD);
    const owed = await scene.owed(other);
    const principal: Principal = { ...(await person(OFFICIAL)), unitId: other };
    const ask = { obligationId: owed.id, date: '2024-12-20', reason: 'Mưa lũ.' };
    const asked = valueOf(await askExtension({ pool: database.pool, principal }, ask));
    expect(await only(OFFICE, 'extension')).toMatchObject({ count: 1, fromUnitId: other, dueAt: owed.dueAt });
    valueOf(
      await decideExtension(await as(OFFICE), {
        extensionId: asked.id,
        decision: 'refuse',
        reason: 'Không.',
      }),
    );
    expect(await kindsOf(OFFICE)).not.toContain('extension');
  });

  it('asks to sign what was drawn up, and to decide on it one level up', async () => {
    expect((await only(OFFICE, 'consolidate')).count).toBe(0);
    for (const unit of (await scene.reporters()).filter((each) => each !== WARD)) {
      await scene.report(unit);
      await scene.accept(unit);
    }
    await scene.driver.settleAll();
    const ref = { campaignId: scene.campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    expect(await only(OFFICE, 'consolidate')).toMatchObject({
      count: 1,
      subject: nodeSubject('consolidate', ref),
    });
    valueOf(await signConsolidation(await as(OFFICE), { ...ref, revision: 1 }));
    await scene.driver.settleAll();
    expect(await kindsOf(OFFICE)).not.toContain('consolidate');
    expect(await only(LEADER, 'decide')).toMatchObject({ count: 1, fromUnitId: CONSOLIDATOR });
  });

  it('has what is registered, passed on, acknowledged, approved and issued only while it waits', async () => {
    const { campaignId } = scene;
    await sql(
      `INSERT INTO incoming_document (unit_id, year, arrival_number, arrived_at, campaign_id, period_key, from_unit_id, from_name, document, registered_by)
       VALUES ($1, 2024, 1, now(), $2, $3, $4, 'UBND', '{}', 'engine')`,
      [WARD, campaignId, PERIOD, CITY],
    );
    expect(await kindsOf(OFFICIAL)).toEqual([]);

    const node = [campaignId, PERIOD, CITY];
    const where = 'WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3';
    await sql(`UPDATE campaign_node SET dissemination = 'official', disseminated_at = NULL ${where}`, node);
    expect(await only(LEADER, 'disseminate')).toMatchObject({ status: 'open', unitId: CITY });
    await sql(`UPDATE campaign_node SET disseminated_at = now() ${where}`, node);
    expect(await kindsOf(LEADER)).not.toContain('disseminate');

    const { rows: given } = await sql(
      `INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
       VALUES ($1, $2, $3, 'Phường', $4, 'x', now()) RETURNING id`,
      [campaignId, PERIOD, WARD, CITY],
    );
    expect((await only(OFFICIAL, 'actorTask')).subject).toBe(`actorTask:${String(given[0]?.['id'])}`);
    valueOf(await acknowledgeActorTask(await as(OFFICIAL), { actorTaskId: String(given[0]?.['id']) }));
    const [toNote] = await clones(1, `kind = 'acknowledge', report_id = NULL, collector_unit_id = NULL`);
    expect((await only(OFFICIAL, 'acknowledge')).obligationId).toBe(toNote);
    valueOf(await acknowledge(await as(OFFICIAL), { obligationId: toNote ?? '' }));
    expect(await kindsOf(OFFICIAL)).toEqual([]);

    await sql(
      `INSERT INTO letter (kind, unit_id, campaign_id, period_key, state, document, chain, drafted_by, writers, drafted_at)
       VALUES ('chase', $1, $2, $3, 'submitted', '{"subject": "Đôn đốc"}', $4, 'person:x', '{person:x}', now())`,
      [
        WARD,
        campaignId,
        PERIOD,
        { steps: [{ mode: 'any', roles: ['leader'], personIds: [] }], selfApproval: false },
      ],
    );
    expect((await only(OFFICIAL, 'approve')).subjectText).toBe('Đôn đốc');
    expect(await kindsOf(COLLEAGUE)).toEqual([]);
    await sql(`UPDATE letter SET writers = '{person:${OFFICIAL}}'`);
    expect(await kindsOf(OFFICIAL)).toEqual([]);
    await sql(`UPDATE letter SET state = 'approved'`);
    expect(await kindsOf(OFFICIAL)).toEqual(['issue']);
    await sql(`UPDATE letter SET state = 'withdrawn'`);
    expect(await kindsOf(OFFICIAL)).toEqual([]);
  });
});

/** More obligations like the ward’s own, open, each a day later than the one before. */
async function clones(count: number, changes = 'kind = kind'): Promise<readonly string[]> {
  const { rows } = await sql(
    `INSERT INTO obligation (campaign_id, period_key, seq, unit_id, unit_name, chain, disseminator_unit_id, collector_unit_id, kind,
       report_id, due_key, acceptance, consolidates, task_ids, status, opened_at, due_at, due_bound)
     SELECT campaign_id, period_key, (SELECT max(seq) FROM obligation) + n, unit_id, unit_name, chain, disseminator_unit_id,
       collector_unit_id, kind, report_id, due_key, acceptance, false, task_ids, 'open', opened_at,
       CASE WHEN n % 10 = 9 THEN NULL ELSE due_at + (n / 3) * interval '1 day' END, due_bound
     FROM obligation, generate_series(1, $2) n
     WHERE campaign_id = $1 AND unit_id = '${WARD}' AND status = 'accepted' RETURNING id`,
    [scene.campaignId, count],
  );
  const ids = rows.map((one) => String(one['id']));
  await sql(`UPDATE obligation SET ${changes} WHERE id = ANY($1::uuid[])`, [ids]);
  return ids;
}

describe('the list', () => {
  let ids: readonly string[] = [];
  beforeAll(async () => {
    ids = await clones(95);
  });

  it('is in the order of deadlines, undated last, and counts say the same', async () => {
    const tasks = await tasksOf(OFFICIAL);
    const key = tasks.map(({ dueAt, subject }) => [dueAt ?? '9999', subject] as const);
    expect(key).toEqual(key.toSorted((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1)));
    expect(tasks.at(-1)?.dueAt).toBeNull();
    const counts = valueOf(await countMyTasks(await as(OFFICIAL), {}));
    expect(counts).toMatchObject({ total: 95, byKind: { report: 95 }, unassigned: 95, mine: 0 });
    expect(counts.overdue).toBe(tasks.filter(({ overdue }) => overdue).length);
    expect((await tasksOf(OFFICIAL, { overdue: true })).length).toBe(counts.overdue);
  });

  it('gives every row that stays exactly once, while others come and go between the pages', async () => {
    const ctx = await as(OFFICIAL);
    const seen: string[] = [];
    const gone: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: readonly Task[]; nextCursor: string | null } = valueOf(
        await listTasks(ctx, { limit: 20, ...(cursor !== undefined && { cursor }) }),
      );
      seen.push(...page.items.map(({ obligationId }) => obligationId ?? ''));
      cursor = page.nextCursor;
      // one that was shown is finished, one that was not is moved away
      const last = [seen.at(-1), ids.find((id) => !seen.includes(id))].filter((id) => id !== undefined);
      await sql(`UPDATE obligation SET status = 'submitted' WHERE id = ANY($1::uuid[])`, [last]);
      gone.push(...last);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(ids.filter((id) => !gone.includes(id) && !seen.includes(id))).toEqual([]);
    await sql(`UPDATE obligation SET status = 'open' WHERE id = ANY($1::uuid[])`, [gone]);
    expect(codesOf(await listTasks(ctx, { cursor: 'x' }))).toEqual(['api.badCursor']);
  });

  it('finds a document by its number, and words with or without accents', async () => {
    const [first] = await tasksOf(OFFICIAL, { limit: 1 });
    const found = async (q: string) => (await tasksOf(OFFICIAL, { q })).length;
    expect(await found(first?.documentCode ?? '')).toBe(95);
    expect(await found('9999/SCT-QLTM')).toBe(0);
    // stored with a zero before it was known that 05 is number 5, and the other way
    const [number, notation] = (first?.documentCode ?? '').split('/');
    const store = (digits: string) =>
      sql(`UPDATE campaign SET directive = jsonb_set(directive, '{codeNumber}', to_jsonb($1::text))`, [
        digits,
      ]);
    await store('05');
    expect([await found(`5/${notation}`), await found(`05/${notation}`)]).toEqual([95, 95]);
    await store('5');
    expect([await found(`05/${notation}`), await found(`50/${notation}`)]).toEqual([95, 0]);
    await store(number ?? '');
    expect(await found('bắc kạn')).toBe(95);
    expect(await found('bac KAN')).toBe(95);
    expect(await found('bac kan khong-co-chu-nay')).toBe(0);
    expect(await found('100%_')).toBe(0);
  });

  it('narrows by days left, people, campaign, mode and sender', async () => {
    expect(await tasksOf(OFFICIAL, { dueWithin: 0, overdue: false })).toEqual([]);
    const soon = await tasksOf(OFFICIAL, { dueWithin: 15 });
    expect(soon.length).toBeGreaterThan(0);
    expect(soon.length).toBeLessThan(95);
    for (const { workingDaysLeft } of soon) expect(workingDaysLeft).toBeLessThanOrEqual(15);
    expect(await tasksOf(OFFICIAL, { mode: 'live' })).toEqual([]);
    expect(await tasksOf(OFFICIAL, { from: CONSOLIDATOR })).toEqual([]);
    expect(await tasksOf(OFFICIAL, { from: CITY })).toHaveLength(95);
  });

  it('shows nothing of another unit, by the acts or past them', async () => {
    expect(codesOf(await listTasks(await as(OFFICIAL), { unitId: CITY }))).toEqual(['organisation.notFound']);
    expect(codesOf(await listTasks(await as(LEADER), { unitId: WARD }))).toEqual(['organisation.notFound']);
    const key: Principal = { ...operator, unitId: CONSOLIDATOR };
    const ctx = { pool: database.pool, principal: key };
    expect(codesOf(await listTasks(ctx, { unitId: WARD }))).toEqual(['organisation.notFound']);
    expect(codesOf(await listTasks({ ...ctx, principal: operator }))).toEqual(['task.unitRequired']);
    // an act that forgot to ask: the database itself looks at whose eyes these are
    const { databaseUrl } = inject('stack');
    const url = new URL(databaseUrl);
    url.pathname = `/${String((await sql('SELECT current_database() AS name')).rows[0]?.['name'])}`;
    const readers = createPool({ databaseUrl: url.toString(), max: 2, role: READER_ROLE });
    try {
      const desk = async (unitId: string) => {
        const pool = scopedPool(readers, { unitId, onBehalfOf: null });
        const principal = { ...operator, unitId: WARD };
        return valueOf(await listTasks({ pool, principal }, { limit: 200 })).items.length;
      };
      expect(await desk(WARD)).toBe(95);
      expect(await desk(CONSOLIDATOR)).toBe(0);
    } finally {
      await readers.end();
    }
  });
});

describe('who does a task', () => {
  const work = async (who: string, input: Omit<WorkInput, 'subject' | 'expectedRevision'>, task: Task) =>
    putWork(await as(who), { subject: task.subject, expectedRevision: task.workRevision, ...input });

  it('is told once: of two who take it at once, one learns who was quicker', async () => {
    const [task] = await tasksOf(OFFICIAL, { limit: 1 });
    if (task === undefined) throw new Error('no task');
    const both = await Promise.all([
      work(OFFICIAL, { act: 'claim' }, task),
      work(COLLEAGUE, { act: 'claim' }, task),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codesOf)).toEqual(['task.takenConflict']);
  });

  it('goes from hand to hand, by whoever may give it', async () => {
    const task = (await tasksOf(OFFICIAL, { assignee: 'nobody', limit: 1 }))[0];
    if (task === undefined) throw new Error('no task');
    expect(codesOf(await work(COLLEAGUE, { act: 'assign', personId: COLLEAGUE }, task))).toEqual([
      'api.forbidden',
    ]);
    const stranger = await work(OFFICIAL, { act: 'assign', personId: LEADER }, task);
    expect(codesOf(stranger)).toEqual(['task.notAColleague']);
    const late = { act: 'assign', personId: COLLEAGUE, dueOn: '2030-01-01' } as const;
    expect(codesOf(await work(OFFICIAL, late, task))).toEqual(['task.dateAfterDeadline']);
    const order = { act: 'assign', personId: COLLEAGUE, dueOn: '2024-11-25', opinion: 'Làm ngay.' } as const;
    const given = valueOf(await work(OFFICIAL, order, task));
    expect(given).toMatchObject({ assignee: { id: COLLEAGUE }, dueOn: '2024-11-25', opinion: 'Làm ngay.' });
    expect(await tasksOf(COLLEAGUE, { mine: true })).toEqual(expect.arrayContaining([given]));
    expect(codesOf(await work(OFFICIAL, { act: 'handOver', personId: OFFICIAL }, given))).toEqual([
      'task.notYours',
    ]);
    const lent = valueOf(await work(COLLEAGUE, { act: 'delegate', personId: OFFICIAL }, given));
    expect(lent).toMatchObject({
      assignee: { id: OFFICIAL },
      coordinators: [{ id: COLLEAGUE }],
      opinion: 'Làm ngay.',
    });
    const handed = valueOf(await work(OFFICIAL, { act: 'handOver', personId: COLLEAGUE }, lent));
    expect(handed).toMatchObject({ assignee: { id: COLLEAGUE }, coordinators: [] });
    expect(codesOf(await work(OFFICIAL, { act: 'release' }, given))).toEqual(['task.takenConflict']);
    const free = valueOf(await work(COLLEAGUE, { act: 'release' }, handed));
    expect(free).toMatchObject({ assignee: null, workRevision: null });
    const acts = await sql(`SELECT act FROM audit WHERE subject = $1 ORDER BY id`, [task.subject]);
    expect(acts.rows.map(({ act }) => act)).toEqual([
      'task.assigned',
      'task.delegated',
      'task.handedOver',
      'task.released',
    ]);
  });

  it('is the unit’s own affair', async () => {
    const [task] = await tasksOf(OFFICIAL, { assignee: 'nobody', limit: 1 });
    if (task === undefined) throw new Error('no task');
    for (const who of [OFFICE, LEADER])
      expect(codesOf(await work(who, { act: 'claim' }, task))).toEqual(['task.notFound']);
    const [done = task] = await tasksOf(OFFICIAL, { done: true, limit: 1 });
    expect(codesOf(await work(OFFICIAL, { act: 'claim' }, done))).toEqual(['task.notFound']);
    const people = valueOf(await listColleagues(await as(OFFICIAL), WARD)).map(({ id }) => id);
    expect(people.toSorted()).toEqual([OFFICIAL, COLLEAGUE].toSorted());
    expect(codesOf(await listColleagues(await as(OFFICIAL), CITY))).toEqual(['organisation.notFound']);
  });
});

describe('many at once', () => {
  it('does what can be done, and says row by row what was refused', async () => {
    const free = await tasksOf(OFFICIAL, { assignee: 'nobody', limit: 40 });
    const [taken] = await tasksOf(OFFICIAL, { assignee: 'nobody', limit: 1 });
    valueOf(
      await putWork(await as(COLLEAGUE), {
        subject: taken?.subject ?? '',
        act: 'claim',
        expectedRevision: null,
      }),
    );
    const before = (await tasksOf(OFFICIAL, { assignee: COLLEAGUE })).length;
    const items = free.map(({ subject, workRevision }) => ({ subject, expectedRevision: workRevision }));
    const order: BulkInput = {
      act: 'assign',
      personId: COLLEAGUE,
      items: [...items, { subject: 'obligation:x' }, {}],
    };
    const rows = valueOf(await bulk(await as(OFFICIAL), order));
    expect(rows.map(({ item }) => item)).toEqual(order.items);
    const refused = rows.flatMap(({ problem }) => problem?.code ?? []);
    expect(refused).toEqual(['task.takenConflict', 'task.notFound', 'bulk.incomplete']);
    expect(await tasksOf(OFFICIAL, { assignee: COLLEAGUE })).toHaveLength(before + 39);
    const back = rows.flatMap(({ item, problem, revision }) =>
      problem === null ? [{ subject: item.subject, expectedRevision: revision }] : [],
    );
    const undone = valueOf(await bulk(await as(OFFICIAL), { act: 'release', items: back }));
    expect(undone.every(({ problem }) => problem === null)).toBe(true);
  });

  it('accepts and returns reports, and reminds once a day', async () => {
    const handed = await clones(
      3,
      `status = 'submitted', version = 1, first_complete_at = opened_at, counted_at = opened_at`,
    );
    await sql(
      `INSERT INTO report_version (obligation_id, no, kind, complete, values, late, hash, received_at, submitted_by)
       SELECT id, 1, 'ordinary', true, '{}', false, id::text, opened_at, 'engine' FROM obligation WHERE id = ANY($1::uuid[])`,
      [handed],
    );
    const [owing = ''] = await clones(1);
    const items = [...handed, owing].map((obligationId) => ({ obligationId, no: 1 }));
    const ctx = await as(OFFICE);
    const accepted = valueOf(await bulk(ctx, { act: 'accept', items: items.slice(0, 2) }));
    expect(accepted.map(({ problem }) => problem)).toEqual([null, null]);
    const returned = valueOf(await bulk(ctx, { act: 'return', items: items.slice(2), reason: 'Chưa đủ.' }));
    expect(returned.map(({ problem }) => problem?.code)).toEqual([undefined, 'obligation.nothingSubmitted']);
    const reminders: BulkInput = { act: 'remind', items, reason: 'Còn hai ngày.' };
    const first = valueOf(await bulk(ctx, reminders)).map(({ problem }) => problem?.code);
    expect(first).toEqual(['reminder.nothingOwed', 'reminder.nothingOwed', undefined, undefined]);
    expect(codesOf(await remind(ctx, { obligationId: owing }))).toEqual(['reminder.alreadyToday']);
    expect(codesOf(await remind(await as(OFFICIAL), { obligationId: owing }))).toEqual(['api.forbidden']);
    const told = valueOf(await listNotices(await as(OFFICIAL), { kind: 'urged' })).items;
    expect(told.map(({ obligationId }) => obligationId).toSorted()).toEqual([handed[2], owing].toSorted());
  });

  it('keeps filters with the person', async () => {
    const ctx = await as(OFFICIAL);
    const filter = {
      name: 'Quá hạn của tôi',
      query: { overdue: true, mine: true, kind: ['report'] as TaskKind[] },
    };
    const { id } = valueOf(await saveFilter(ctx, filter));
    expect(codesOf(await saveFilter(ctx, filter))).toEqual(['filter.nameConflict']);
    expect(valueOf(await listFilters(ctx))).toEqual([{ id, ...filter }]);
    expect(valueOf(await listFilters(await as(COLLEAGUE)))).toEqual([]);
    expect(codesOf(await removeFilter(await as(COLLEAGUE), id))).toEqual(['filter.notFound']);
    valueOf(await removeFilter(ctx, id));
    expect(valueOf(await listFilters(ctx))).toEqual([]);
    expect(reportInput().nil).toBe(false);
  });
});

describe('a letter to approve', () => {
  const [A, B, X] = [OFFICIAL, COLLEAGUE, 'x'].map((id) => `person:${id}`);
  const steps = [{ mode: 'all', roles: ['leader'], personIds: [] }];
  const CHAINS = [
    steps,
    [{ mode: 'any', roles: ['officer'], personIds: [] }],
    [{ mode: 'any', roles: ['clerk'], personIds: [COLLEAGUE] }],
  ];
  /** [step, act, by, on behalf of] after the first submission. */
  const WAYS = [
    [],
    [[1, 'approved', A, null]],
    [[1, 'approved', B, A]],
    [
      [1, 'approved', A, null],
      [0, 'returned', X, null],
      [0, 'submitted', X, null],
      [0, 'approved', B, null],
    ],
  ];

  it('waits on exactly the lists of those who may approve it', async () => {
    await sql('DELETE FROM letter');
    const cases = CHAINS.flatMap((rule) =>
      [[X], [A], [X, B]].flatMap((writers) =>
        [true, false].flatMap((selfApproval) => WAYS.map((way) => ({ rule, writers, selfApproval, way }))),
      ),
    );
    for (const { rule, writers, selfApproval, way } of cases)
      await sql(
        `WITH l AS (INSERT INTO letter (kind, unit_id, campaign_id, period_key, state, step, document, chain, drafted_by, writers, drafted_at)
           VALUES ('chase', $1, $2, $3, 'submitted', 1, '{"subject": "Đôn đốc"}', $4, 'person:x', $5, now()) RETURNING id)
         INSERT INTO letter_step (letter_id, step, act, by, on_behalf_of, at)
         SELECT l.id, (s->>0)::int, s->>1, s->>2, s->>3, now() FROM l, jsonb_array_elements($6) WITH ORDINALITY w (s, n) ORDER BY n`,
        [
          WARD,
          scene.campaignId,
          PERIOD,
          { steps: [...steps, ...rule], selfApproval },
          writers,
          JSON.stringify([[0, 'submitted', X, null], ...way]),
        ],
      );
    const { rows } = await sql(`SELECT id FROM letter WHERE unit_id = $1`, [WARD]);
    const [official, colleague] = [await person(OFFICIAL), await person(COLLEAGUE)];
    const instead = (who: Principal, { id, name, roles, scopes, postId }: Principal): Principal => ({
      ...{ ...who, roles, scopes, postId },
      actingFor: { personId: id.slice('person:'.length), name, delegationId: 'd' },
    });
    const seen: number[] = [];
    for (const principal of [
      official,
      colleague,
      instead(colleague, official),
      instead(official, colleague),
    ]) {
      const ctx = { pool: database.pool, principal };
      const may: string[] = [];
      for (const { id } of rows)
        if (valueOf(await getLetter(ctx, String(id))).may.approve) may.push(String(id));
      const listed = valueOf(await listTasks(ctx, { kind: ['approve'], limit: 200 })).items;
      expect(listed.map(({ letterId }) => letterId).toSorted()).toEqual(may.toSorted());
      expect(valueOf(await countMyTasks(ctx, {})).byKind.approve ?? 0).toBe(may.length);
      seen.push(may.length);
    }
    expect(seen.every((many) => many > 0 && many < cases.length)).toBe(true);
    await sql('DELETE FROM letter');
  });
});
