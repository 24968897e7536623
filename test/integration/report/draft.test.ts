import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ActContext,
  askExtension,
  extensionSlack,
  getObligation,
  readReportDraft,
  returnReport,
  saveReportDraft,
  submitReport,
  taskSurroundings,
} from '#acts';
import { scopedPool } from '#db';
import { submissionOf } from '#engine/draft';
import type { DraftChange } from '#model';
import { bacKan, CONSOLIDATOR, type CampaignScene, officialOf, START } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

const WARD = '2024-commune-01840';
const PEOPLE = {
  a: 'Ví dụ: Nguyễn Văn A',
  b: 'Ví dụ: Trần Thị B',
  c: 'Ví dụ: Lê Văn C',
  d: 'Ví dụ: Phạm Thị D',
  e: 'Ví dụ: Hoàng Văn E',
};
let database: OwnDatabase;
let scene: CampaignScene;
let obligationId: string;

beforeAll(async () => {
  database = await seededDatabase('drafts');
  for (const [id, name] of Object.entries(PEOPLE))
    await database.pool.query('INSERT INTO person (id, subject, name) VALUES ($1, $1, $2)', [id, name]);
  scene = await bacKan(database.pool);
  obligationId = (await scene.owed(WARD)).id;
});
afterAll(() => database.drop());

/** One of the people at the unit's desk; `for` somebody else's post where he stands in. */
function as(id: keyof typeof PEOPLE, more: { for?: keyof typeof PEOPLE; unitId?: string } = {}): ActContext {
  const unitId = more.unitId ?? WARD;
  const owner = more.for;
  const actingFor =
    owner === undefined ? null : { personId: owner, name: PEOPLE[owner], delegationId: 'absence' };
  const onBehalfOf = owner === undefined ? null : `person:${owner}`;
  return {
    pool: scopedPool(database.pool, { unitId, onBehalfOf }),
    principal: { ...officialOf(unitId), id: `person:${id}`, name: PEOPLE[id], actingFor },
  };
}
const save = (ctx: ActContext, change: DraftChange, seen: { basedOn?: number; seenRevision?: number } = {}) =>
  saveReportDraft(ctx, { obligationId, change, basedOn: 0, seenRevision: 0, ...seen });
const draft = async () => valueOf(await readReportDraft(as('a'), obligationId));

describe('a draft', () => {
  it('loses nothing when officials write different fields at once', async () => {
    const indicators = ['so-bang-ron', 'so-tin-bai', 'so-co-so', 'kinh-phi'];
    const saved = await Promise.all([
      ...indicators.map((id, index) =>
        save(as(index % 2 === 0 ? 'a' : 'b'), { values: { [id]: `${index + 1}` } }),
      ),
      save(as('b'), { sections: { 'ket-qua-chinh': 'Đã treo băng rôn' } }),
      save(as('a'), { note: 'Gửi kèm ảnh sau' }),
    ]);
    expect(saved.flatMap(codesOf)).toEqual([]);
    const { content, revision, fields } = await draft();
    expect(content).toMatchObject({
      values: { 'so-bang-ron': '1', 'so-tin-bai': '2', 'so-co-so': '3', 'kinh-phi': '4' },
      sections: { 'ket-qua-chinh': 'Đã treo băng rôn' },
      note: 'Gửi kèm ảnh sau',
    });
    expect(revision).toBe(6);
    // on the clock of the rehearsal, like everything beside it
    const { updatedAt } = await draft();
    expect([updatedAt, fields['values.so-tin-bai']?.at]).toEqual([START, START]);
    expect(fields['values.so-tin-bai']).toMatchObject({ name: PEOPLE.b, mine: false });
  });

  it('says whose text was saved over in one field, and takes the later one', async () => {
    const { revision: seenRevision } = await draft();
    valueOf(await save(as('b'), { values: { 'kinh-phi': '1.234,5' } }, { seenRevision }));
    const over = valueOf(await save(as('a'), { values: { 'kinh-phi': '99' } }, { seenRevision }));
    expect(over.replaced).toMatchObject([{ field: 'values.kinh-phi', name: PEOPLE.b, value: '1.234,5' }]);
    expect(over.content.values['kinh-phi']).toBe('99');
    // what one has seen is replaced knowingly
    const again = valueOf(
      await save(as('b'), { values: { 'kinh-phi': '5' } }, { seenRevision: over.revision }),
    );
    expect(again.replaced).toEqual([]);
  });

  it('keeps what was typed, says what is wrong with it, and has no field that the form does not have', async () => {
    const wrong = valueOf(await save(as('a'), { values: { 'kinh-phi': '1,234.5' } }));
    expect(wrong.content.values['kinh-phi']).toBe('1,234.5');
    expect(wrong.missing.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'report.numberNotVietnamese values.kinh-phi',
    ]);
    expect(codesOf(await save(as('a'), { values: { receivedAt: 'x' } }))).toEqual([
      'report.indicatorUnknown',
    ]);
    expect(codesOf(await save(as('a'), { sections: { other: 'x' } }))).toEqual(['report.sectionUnknown']);
  });

  it('belongs to the unit: not to its superior, and unknown to its neighbour', async () => {
    expect(codesOf(await readReportDraft(as('c', { unitId: '2024-district-058' }), obligationId))).toEqual([
      'api.forbidden',
    ]);
    expect(codesOf(await readReportDraft(as('c', { unitId: '2024-commune-01834' }), obligationId))).toEqual([
      'obligation.notFound',
    ]);
  });

  it('stays when handing in is refused, and is gone once the report is handed in', async () => {
    const before = await draft();
    const refused = await submitReport(as('a'), { obligationId, input: submissionOf(before.content) });
    expect(codesOf(refused)).toEqual(['report.numberNotVietnamese']);
    expect((await draft()).revision).toBe(before.revision);
    valueOf(await save(as('a'), { values: { 'kinh-phi': '1.234,5' } }));
    const { content, missing } = await draft();
    expect(missing).toEqual([]);
    expect(valueOf(await submitReport(as('a'), { obligationId, input: submissionOf(content) })).no).toBe(1);
    const rows = await database.pool.query('SELECT 1 FROM report_draft WHERE obligation_id = $1', [
      obligationId,
    ]);
    expect(rows.rowCount).toBe(0);
  });

  it('of a version that was handed in meanwhile is not begun unseen', async () => {
    const late = await save(as('b'), { values: { 'so-bang-ron': '9' } });
    expect(late).toMatchObject({
      ok: false,
      problems: [{ code: 'obligation.submittedConflict', params: { name: PEOPLE.a, no: 1 } }],
    });
    // a correction begins with what was handed in
    expect(await draft()).toMatchObject({
      revision: 0,
      basedOn: 1,
      content: { values: { 'kinh-phi': '1.234,5' } },
    });
  });
});

describe('versions', () => {
  it('hold both names where somebody stands in, and the first stays readable after the second', async () => {
    const collector = { ...scene.ctx, principal: officialOf(CONSOLIDATOR) };
    const { version: no } = await scene.owed(WARD);
    const back = { obligationId, no, reason: 'Kiểm tra lại số băng rôn', reworkDueAt: null };
    valueOf(await returnReport(collector, back));
    valueOf(await save(as('b', { for: 'c' }), { values: { 'so-bang-ron': '125' } }, { basedOn: 1 }));
    const { content } = await draft();
    valueOf(await submitReport(as('b', { for: 'c' }), { obligationId, input: submissionOf(content) }));
    const { versions } = valueOf(await getObligation(as('a'), obligationId));
    expect(versions.map((each) => [each.no, each.submittedByName, each.onBehalfOfName, each.state])).toEqual([
      [1, PEOPLE.a, null, 'returned'],
      [2, PEOPLE.b, PEOPLE.c, 'submitted'],
    ]);
    const own = { ok: false, problems: [{ code: 'obligation.ownWorkForbidden' }] };
    for (const hand of [{ who: 'b', for: 'e' } as const, { who: 'd', for: 'c' } as const])
      expect(
        await returnReport(as(hand.who, { for: hand.for, unitId: CONSOLIDATOR }), { ...back, no: 2 }),
      ).toMatchObject(own);
    valueOf(await returnReport(as('d', { for: 'e', unitId: CONSOLIDATOR }), { ...back, no: 2 }));
    const decided = valueOf(await getObligation(as('a'), obligationId)).versions[1];
    expect([decided?.decidedByName, decided?.decidedForName]).toEqual([PEOPLE.d, PEOPLE.e]);
    const figure = (index: number) => versions[index]?.values['so-bang-ron'];
    expect([figure(0), figure(1)]).toEqual([
      { kind: 'number', value: '1' },
      { kind: 'number', value: '125' },
    ]);
  });
});

describe('around a task', () => {
  const other = '2024-commune-01834';
  const seen = async () => {
    const { id } = await scene.owed(other);
    return valueOf(await taskSurroundings(as('c', { unitId: other }), id));
  };

  it('stand who is above, how many working days are left and, once overdue, what handing in would mean', async () => {
    expect(await seen()).toMatchObject({
      mine: true,
      // Wednesday 20/11; on time until Saturday 07/12: 21, 22, 25–29/11, 2–6/12
      deadline: { lastDay: '2024-12-07', workingDaysLeft: 12, overdue: false },
      submitting: { refusal: null, late: false, workingDaysLate: 0 },
      above: [{ unitId: '2024-district-058' }],
      directive: { codeNotation: 'UBND-KT' },
    });
    await scene.driver.advance(scene.campaignId, { to: '2024-12-10T03:00:00.000Z' });
    expect(await seen()).toMatchObject({
      deadline: { workingDaysLeft: -2, overdue: true },
      submitting: { late: true, workingDaysLate: 2 },
    });
  });

  it('is told how much room the unit above has, and both names stand on a request for more time', async () => {
    const { id } = await scene.owed(other);
    const slack = valueOf(await extensionSlack(as('c', { unitId: other }), id));
    expect(slack).toMatchObject({ lastDay: '2024-12-07', dueBound: 'before', today: '2024-12-10' });
    const ctx = as('b', { unitId: other, for: 'c' });
    const asked = valueOf(
      await askExtension(ctx, { obligationId: id, date: '2024-12-14', reason: 'Mưa lũ' }),
    );
    expect([asked.askedByName, asked.askedForName]).toEqual([PEOPLE.b, PEOPLE.c]);
  });
});
