import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  collectTable,
  getCampaign,
  getConsolidation,
  getObligation,
  listObligations,
  provisionalConsolidation,
  readNarrative,
  returnReport,
  saveSection,
  signConsolidation,
  submitReport,
} from '#acts';
import type { Database } from '#db';
import type { NarrativeEdit } from '#model';
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
let scene: CampaignScene;
beforeAll(async () => {
  database = await seededDatabase('collect');
});
afterAll(() => database.drop());

const FORM = 'ket-qua';
const SECTION = 'ket-qua-chinh';
const official = () => ({ pool: database.pool, principal: officialOf(CONSOLIDATOR) });
const here = () => ({ campaignId: scene.campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR });
const section = () => ({ ...here(), reportId: FORM, sectionId: SECTION });

async function reportText(unitId: string, text: string, figure: number): Promise<void> {
  const { id } = await scene.owed(unitId);
  const input = { ...reportInput({ 'so-bang-ron': figure }), sections: { [SECTION]: text } };
  valueOf(await submitReport(scene.ctx, { obligationId: id, input }));
}

/** Counts the statements that reach the database. */
function counting(pool: Pool): { readonly pool: Database; readonly count: () => number } {
  let statements = 0;
  const connect = async () => {
    const client = await pool.connect();
    return new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'query') statements += 1;
        return value.bind(target) as unknown; // as the client itself would be called
      },
    });
  };
  const counted = new Proxy(pool, {
    get: (target, name) => (name === 'connect' ? connect : (Reflect.get(target, name, target) as unknown)),
  });
  return { pool: counted, count: () => statements };
}

describe('the table of children', () => {
  beforeAll(async () => {
    scene = await bacKan(database.pool);
  });

  it('has a row per report owed here and nothing in it before anybody reports', async () => {
    const table = valueOf(await collectTable(official(), here()));
    expect(table.rows.map(({ unitId }) => unitId).sort()).toEqual(await scene.reporters());
    expect(
      table.rows.every(({ shown, latest, counts }) => shown === null && latest === null && !counts),
    ).toBe(true);
    expect(table.coverage).toMatchObject({ owed: 14, accepted: 0 });
    expect(table.workingDays[0]).toBe('2024-11-21');
    expect(table.workingDays).not.toContain('2024-11-23');
  });

  it('shows what waits without counting it, and what counts as the sum of the accepted versions', async () => {
    const [first = '', second = '', third = ''] = await scene.reporters();
    await reportText(first, 'Treo cờ.', 10);
    await reportText(second, 'Đưa tin.', 20);
    await reportText(third, 'Tuyên truyền.', 40);
    await scene.accept(first);
    await scene.accept(second);
    const table = valueOf(await collectTable(official(), here()));
    const counted = table.rows.filter(({ counts }) => counts);
    expect(counted.map(({ unitId }) => unitId).sort()).toEqual([first, second].sort());
    expect(table.rows.find(({ unitId }) => unitId === third)).toMatchObject({
      status: 'submitted',
      counts: false,
      shown: { no: 1, values: { 'so-bang-ron': { kind: 'number', value: '40' } } },
    });

    // added up anew from the stored versions, one by one
    let sum = 0;
    for (const { obligationId } of table.rows) {
      const details = valueOf(await getObligation(official(), obligationId));
      const accepted = details.versions.find(({ no }) => no === details.acceptedVersion);
      const value = accepted?.values['so-bang-ron'];
      sum += value?.kind === 'number' ? Number(value.value) : 0;
    }
    expect(sum).toBe(30);
    expect(table.totals[FORM]?.['so-bang-ron']).toMatchObject({
      aggregate: 'sum',
      value: { value: '30' },
      count: 2,
    });
    const provisional = valueOf(await provisionalConsolidation(official(), here()));
    expect(table.coverage).toEqual(provisional.coverage);
    for (const [id, { value }] of Object.entries(provisional.reports[FORM]?.indicators ?? {}))
      expect([id, table.totals[FORM]?.[id]?.value]).toEqual([id, value]);
  });

  it('agrees with the list of obligations row by row', async () => {
    const table = valueOf(await collectTable(official(), here()));
    const { items } = valueOf(
      await listObligations(scene.ctx, {
        campaignId: scene.campaignId,
        collectorUnitId: CONSOLIDATOR,
        limit: 100,
      }),
    );
    const line = (row: {
      unitId: string;
      status: string;
      version: number;
      timeliness: string;
      revision: number;
    }) => [row.unitId, row.status, row.version, row.timeliness, row.revision];
    expect(table.rows.map(line).sort()).toEqual(items.map(line).sort());
  });

  it('asks the database as often for three reports as for fourteen', async () => {
    const few = counting(database.pool);
    valueOf(await collectTable({ ...official(), pool: few.pool }, here()));
    for (const unitId of await scene.reporters()) {
      if ((await scene.owed(unitId)).version === 0) await scene.report(unitId);
    }
    const many = counting(database.pool);
    valueOf(await collectTable({ ...official(), pool: many.pool }, here()));
    expect(few.count()).toBeGreaterThan(5);
    expect(many.count()).toBe(few.count());
  });

  it('drops a returned report at once, says why, and counts what is late in working days', async () => {
    const [first = ''] = await scene.reporters();
    const { id, version } = await scene.owed(first);
    const reworkDueAt = '2024-11-25T17:00:00.000Z';
    valueOf(
      await returnReport(official(), { obligationId: id, no: version, reason: 'Thiếu số liệu', reworkDueAt }),
    );
    const table = valueOf(await collectTable(official(), here()));
    expect(table.totals[FORM]?.['so-bang-ron']?.value).toEqual({ kind: 'number', value: '20' });
    expect(table.rows.find(({ unitId }) => unitId === first)).toMatchObject({
      status: 'returned',
      counts: false,
      shown: null,
      returnReason: 'Thiếu số liệu',
      reworkDueAt,
    });
    // the earliest of all that is still to come
    expect(valueOf(await getCampaign(official(), scene.campaignId)).nextDueAt).toBe(reworkDueAt);
    await scene.driver.advance(scene.campaignId, { to: '2024-11-28T02:00:00.000Z' });
    const later = valueOf(await collectTable(official(), here()));
    expect(later.rows.find(({ unitId }) => unitId === first)).toMatchObject({
      timeliness: 'overdue',
      lateDays: 3,
    });
  });

  it('is not there for a unit beside, and is for the unit above', async () => {
    const beside = { pool: database.pool, principal: officialOf('2024-commune-01840') };
    expect(codesOf(await collectTable(beside, here()))).toEqual(['consolidation.notFound']);
    expect(codesOf(await readNarrative(beside, section()))).toEqual(['consolidation.notFound']);
    const above = { pool: database.pool, principal: officialOf(CITY) };
    expect(valueOf(await collectTable(above, here())).unitId).toBe(CONSOLIDATOR);
    const wrote = await saveSection(above, { ...section(), expectedRevision: 0, paragraphs: [] });
    expect(codesOf(wrote)).toEqual(['api.forbidden']);
  });
});

describe('the narrative', () => {
  let units: readonly string[] = [];
  beforeAll(async () => {
    scene = await bacKan(database.pool);
    units = await scene.reporters();
    for (const [index, unitId] of units.entries()) {
      await reportText(unitId, `Kết quả ${index + 1}.`, 1);
      await scene.accept(unitId);
    }
    await scene.driver.settleAll();
  });
  const edit = (
    {
      id,
      picked,
      text,
      sources,
    }: { id: string; picked: boolean; text: string; sources: readonly { key: string }[] },
    change: Partial<NarrativeEdit> = {},
  ): NarrativeEdit => ({ id, picked, text, sources: sources.map(({ key }) => key), looked: [], ...change });

  it('begins as everything gathered, each text with its unit', async () => {
    const narrative = valueOf(await readNarrative(official(), section()));
    expect(narrative.revision).toBe(0);
    expect(narrative.paragraphs).toHaveLength(14);
    expect(narrative.paragraphs.every(({ picked, sources }) => picked && sources.length === 1)).toBe(true);
  });

  it('keeps what was picked, merged and edited with its sources, and tells a second writer who wrote', async () => {
    const { paragraphs } = valueOf(await readNarrative(official(), section()));
    const [one, two, three] = paragraphs;
    if (one === undefined || two === undefined || three === undefined) throw new Error('fourteen paragraphs');
    const written = [
      edit(two, { text: null }), // its own words, which need not be sent
      edit(one, {
        text: 'Hai phường cùng làm.',
        sources: [...one.sources, ...three.sources].map(({ key }) => key),
      }),
      ...paragraphs.slice(3).map((each) => edit(each, { picked: false })),
      edit({ id: 'own', picked: true, text: 'Phòng đã kiểm tra.', sources: [] }),
    ];
    const saved = valueOf(
      await saveSection(official(), { ...section(), expectedRevision: 0, paragraphs: written }),
    );
    expect(saved.revision).toBe(1);
    // on the clock of the rehearsal, like everything beside it
    expect(saved.updatedAt).toBe(valueOf(await getCampaign(scene.ctx, scene.campaignId)).now);
    expect(saved.printed).toBe(
      `${two.sources[0]?.unitName}: ${two.text}\nHai phường cùng làm.\nPhòng đã kiểm tra.`,
    );
    expect(saved.paragraphs[1]?.sources.map(({ text }) => text)).toEqual([one.text, three.text]);
    const again = await saveSection(official(), { ...section(), expectedRevision: 0, paragraphs: written });
    expect(codesOf(again)).toEqual(['narrative.conflict']);
    const forged = [edit({ id: 'x', picked: true, text: 'Bịa.', sources: [{ key: 'no/unit' }] })];
    expect(
      codesOf(await saveSection(official(), { ...section(), expectedRevision: 1, paragraphs: forged })),
    ).toEqual(['narrative.sourceUnknown']);
  });

  it('is flagged where its source changes: gone while returned, then old and new to choose from', async () => {
    const [first = ''] = units;
    const { id, version } = await scene.owed(first);
    valueOf(
      await returnReport(official(), {
        obligationId: id,
        no: version,
        reason: 'Viết lại',
        reworkDueAt: null,
      }),
    );
    const gone = valueOf(await readNarrative(official(), section()));
    const flagged = gone.paragraphs.filter(({ changes }) => changes.length > 0);
    expect(flagged).toHaveLength(1);
    expect(flagged[0]?.changes[0]?.now).toBeNull();

    await reportText(first, 'Kết quả mới.', 1);
    await scene.accept(first);
    const renewed = valueOf(await readNarrative(official(), section()));
    const change = renewed.paragraphs.flatMap(({ changes }) => changes);
    expect(change).toMatchObject([{ now: { text: 'Kết quả mới.', version: 2 } }]);

    const paragraphs = renewed.paragraphs.map((each) =>
      edit(each, { looked: each.changes.map(({ key }) => key) }),
    );
    const kept = valueOf(
      await saveSection(official(), { ...section(), expectedRevision: renewed.revision, paragraphs }),
    );
    expect(kept.paragraphs.every(({ changes }) => changes.length === 0)).toBe(true);
    expect(kept.paragraphs.flatMap(({ sources }) => sources.map(({ text }) => text))).toContain(
      'Kết quả mới.',
    );
  });

  it('is signed as it was read, once, and goes up as the unit’s own text', async () => {
    await scene.driver.settleAll();
    const table = valueOf(await collectTable(official(), here()));
    const narrative = valueOf(await readNarrative(official(), section()));
    const sign = (revision: number) =>
      signConsolidation(official(), {
        ...here(),
        revision: table.revision,
        narrative: [{ reportId: FORM, sectionId: SECTION, revision }],
      });
    expect(codesOf(await sign(narrative.revision - 1))).toEqual(['narrative.conflict']);
    const both = await Promise.all([sign(narrative.revision), sign(narrative.revision)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((each) => (each.ok ? [] : codesOf(each)))).toEqual(['consolidation.alreadySigned']);

    const signed = valueOf(await getConsolidation(official(), { ...here(), revision: table.revision }));
    const texts = signed.reports[FORM]?.sections[SECTION] ?? [];
    expect(texts.find(({ unitId }) => unitId === CONSOLIDATOR)?.text).toBe(narrative.printed);
    // the originals stay with it
    expect(texts.filter(({ unitId }) => unitId !== CONSOLIDATOR)).toHaveLength(14);
    expect(signed.coverage).toMatchObject({ owed: 14, accepted: 14 });

    await scene.driver.settleAll();
    const after = valueOf(await collectTable(official(), here()));
    expect(after.upward).toMatchObject([{ status: 'submitted', revision: table.revision }]);
    await scene.accept(CONSOLIDATOR);
    const above = { ...section(), unitId: CITY };
    const gathered = valueOf(
      await readNarrative({ pool: database.pool, principal: officialOf(CITY) }, above),
    );
    const spoken = gathered.paragraphs.filter(({ sources }) => sources[0]?.unitId === CONSOLIDATOR);
    expect(spoken.map(({ text }) => text)).toEqual([narrative.printed]);
    expect(gathered.paragraphs.some(({ sources }) => sources[0]?.viaUnitName !== null)).toBe(false);
    expect(gathered.available.filter(({ behind }) => behind)).toHaveLength(14);
  });

  it('says of a revision what is new since the last signed one, whatever drafts lay between', async () => {
    const [first = '', second = ''] = units;
    for (const [unitId, figure] of [[first, 5] as const, [second, 7] as const]) {
      await reportText(unitId, 'Số liệu sửa.', figure);
      await scene.accept(unitId);
      await scene.driver.settleAll(); // a draft each
    }
    const { revision, signedRevision } = valueOf(await collectTable(official(), here()));
    expect(revision - signedRevision).toBe(2);
    const { differences } = valueOf(await getConsolidation(official(), { ...here(), revision }));
    const figures = (differences[FORM] ?? []).flatMap((each) =>
      each.kind === 'unitChanged' && each.indicator === 'so-bang-ron' ? [each.unitId] : [],
    );
    expect(figures.sort()).toEqual([first, second].sort());
    const own = { [FORM]: { ...reportInput(), nil: true, values: {} } };
    const signed = valueOf(await signConsolidation(official(), { ...here(), revision, ownPart: own }));
    expect(signed.differences[FORM]).toEqual(expect.arrayContaining([...(differences[FORM] ?? [])]));
  });
});
