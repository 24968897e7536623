import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptReport,
  campaignTree,
  canonicalState,
  closeCampaign,
  consolidations,
  getConsolidation,
  getObligation,
  provisionalConsolidation,
  provenance,
  returnReport,
  signConsolidation,
  submitReport,
  verifyAudit,
} from '#acts';
import { bacKan, CITY, CONSOLIDATOR, PERIOD, reportInput } from '../../harness/campaign-scene.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, seededDatabase } from '../../harness/own-database.ts';
import { codesOf, valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
beforeAll(async () => {
  database = await seededDatabase('life');
});
afterAll(() => database.drop());

const total = (report: { indicators: Readonly<Record<string, { value: unknown }>> } | undefined) =>
  report?.indicators['so-bang-ron']?.value;
const number = (value: string) => ({ kind: 'number', value });

describe('document 001 with real rows', () => {
  it('opens fourteen reports through phòng Kinh tế and its own to the city, none to itself', async () => {
    const { campaignId, reporters, owed, ctx } = await bacKan(database.pool);
    const units = await reporters();
    expect(units).toHaveLength(14);
    expect(units).not.toContain(CONSOLIDATOR);
    expect((await owed(CONSOLIDATOR)).collectorUnitId).toBe(CITY);
    const tree = valueOf(await campaignTree(ctx, { campaignId, periodKey: PERIOD }));
    expect(tree.parent?.unitId).toBe(CITY);
    expect(tree.units.filter(({ parentUnitId }) => parentUnitId === CITY)).toHaveLength(15);
    expect(tree.parent?.node?.below?.planned).toBe(15);
  });

  it('drops the figures of a returned report at once, and leaves the signed revision as it was', async () => {
    const { campaignId, driver, reporters, report, accept, owed, ctx } = await bacKan(database.pool);
    const ref = { campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    const units = await reporters();
    for (const unitId of units) {
      await report(unitId, { 'so-bang-ron': 10 });
      await accept(unitId);
    }
    await driver.settleAll();
    expect(valueOf(await consolidations(ctx, ref))).toMatchObject([{ revision: 1, state: 'draft' }]);
    valueOf(await signConsolidation(ctx, { ...ref, revision: 1 }));
    await driver.settleAll();
    expect((await owed(CONSOLIDATOR)).status).toBe('submitted');

    const first = units[0] ?? '';
    const { id, version } = await owed(first);
    valueOf(
      await returnReport(ctx, { obligationId: id, no: version, reason: 'Thiếu số liệu', reworkDueAt: null }),
    );
    const provisional = valueOf(await provisionalConsolidation(ctx, ref));
    expect(total(provisional.reports['ket-qua'])).toEqual(number('130'));
    expect(provisional.coverage).toMatchObject({
      owed: 14,
      accepted: 13,
      missing: [{ unitId: first, state: 'returned' }],
    });
    expect(total(valueOf(await getConsolidation(ctx, { ...ref, revision: 1 })).reports['ket-qua'])).toEqual(
      number('140'),
    );

    await report(first, { 'so-bang-ron': 25 });
    await accept(first);
    await driver.settleAll();
    const second = valueOf(await getConsolidation(ctx, { ...ref, revision: 2 }));
    expect(total(second.reports['ket-qua'])).toEqual(number('155'));
    expect(second.differences['ket-qua']).toContainEqual(
      expect.objectContaining({ kind: 'unitChanged', unitId: first, indicator: 'so-bang-ron' }),
    );
    const cell = { ...ref, reportId: 'ket-qua', indicator: 'so-bang-ron', revision: 2 };
    expect(valueOf(await provenance(ctx, cell)).value.from).toHaveLength(14);
  });

  it('takes a report after the close as supplementary and raises a revision all the way up', async () => {
    const { campaignId, driver, reporters, report, accept, owed, ctx } = await bacKan(database.pool);
    const viaRef = { campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    const rootRef = { ...viaRef, unitId: CITY };
    const [late = '', ...others] = await reporters();
    for (const unitId of others) {
      await report(unitId);
      await accept(unitId);
    }
    await driver.advance(campaignId, { to: '2024-12-09T02:00:00.000Z' });
    valueOf(await signConsolidation(ctx, { ...viaRef, revision: 1 }));
    await driver.settleAll();
    await accept(CONSOLIDATOR);
    await driver.settleAll();
    valueOf(await signConsolidation(ctx, { ...rootRef, revision: 1 }));
    await driver.settleAll();
    valueOf(await closeCampaign(ctx, { campaignId }));
    await driver.settleAll();

    await report(late, { 'so-bang-ron': 7 });
    expect(valueOf(await getObligation(ctx, (await owed(late)).id)).versions[0]).toMatchObject({
      kind: 'supplementary',
      late: true,
    });
    await accept(late);
    await driver.settleAll();
    valueOf(await signConsolidation(ctx, { ...viaRef, revision: 2 }));
    await driver.settleAll();
    await accept(CONSOLIDATOR);
    await driver.settleAll();
    const root = valueOf(await getConsolidation(ctx, { ...rootRef, revision: 2 }));
    expect(total(root.reports['ket-qua'])).toEqual(number('20'));
    expect(root.coverage.deep).toMatchObject({ owed: 15, accepted: 15 });
    expect(
      total(valueOf(await getConsolidation(ctx, { ...rootRef, revision: 1 })).reports['ket-qua']),
    ).toEqual(number('13'));
  });

  it('lets nobody sign a draft that a newer one has replaced', async () => {
    const { campaignId, driver, reporters, report, accept, ctx } = await bacKan(database.pool);
    const ref = { campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    const [late = '', ...others] = await reporters();
    for (const unitId of others) {
      await report(unitId);
      await accept(unitId);
    }
    await driver.advance(campaignId, { to: '2024-12-08T02:00:00.000Z' });
    await report(late);
    await accept(late);
    await driver.settleAll();
    expect(codesOf(await signConsolidation(ctx, { ...ref, revision: 1 }))).toEqual([
      'consolidation.conflict',
    ]);
    expect(codesOf(await signConsolidation(ctx, { ...ref, revision: 2 }))).toEqual([]);
    expect(codesOf(await signConsolidation(ctx, { ...ref, revision: 2 }))).toEqual([
      'consolidation.alreadySigned',
    ]);
  });

  it('adds the own part of the unit that signs under its own name', async () => {
    const { campaignId, driver, reporters, report, accept, ctx } = await bacKan(database.pool);
    const ref = { campaignId, periodKey: PERIOD, unitId: CONSOLIDATOR };
    for (const unitId of await reporters()) {
      await report(unitId);
      await accept(unitId);
    }
    await driver.settleAll();
    const ownPart = { 'ket-qua': reportInput({ 'so-bang-ron': 6 }) };
    const signed = valueOf(await signConsolidation(ctx, { ...ref, revision: 1, ownPart }));
    expect(total(signed.reports['ket-qua'])).toEqual(number('20'));
    expect(signed.reports['ket-qua']?.units.map(({ unitId }) => unitId)).toContain(CONSOLIDATOR);
    const bad = { 'ket-qua': reportInput({ 'so-bang-ron': '1,234.5' }) };
    const again = await signConsolidation(ctx, { ...ref, revision: 1, ownPart: bad });
    expect(again.ok).toBe(false);
  });

  it('judges a report by the instant it was received: due − 1 ms in time, due late', async () => {
    const due = Date.parse('2024-12-07T17:00:00.000Z');
    const { campaignId, driver, reporters, report, owed } = await bacKan(database.pool);
    const [inTime = '', late = ''] = await reporters();
    await driver.advance(campaignId, { to: new Date(due - 1).toISOString() });
    await report(inTime);
    await driver.advance(campaignId, { to: new Date(due).toISOString() });
    await report(late);
    expect((await owed(inTime)).timeliness).toBe('inTime');
    expect((await owed(late)).timeliness).toBe('overdue');
  });

  it('changes nothing when it refuses, and says where and why', async () => {
    const { campaignId, reporters, owed, ctx } = await bacKan(database.pool);
    const [unitId = ''] = await reporters();
    const { id } = await owed(unitId);
    const before = valueOf(await canonicalState(ctx, campaignId));
    const input = {
      ...reportInput({ 'so-bang-ron': '1,234.5' }),
      values: { 'so-bang-ron': '1,234.5', khac: 1 },
    };
    const refused = await submitReport(ctx, { obligationId: id, input });
    expect(refused.ok).toBe(false);
    expect(refused.ok ? [] : refused.problems.map(({ path }) => path.join('.'))).toContain(
      'values.so-bang-ron',
    );
    expect(codesOf(await acceptReport(ctx, { obligationId: id, no: 1 }))).toEqual([
      'obligation.nothingSubmitted',
    ]);
    expect(valueOf(await canonicalState(ctx, campaignId))).toEqual(before);
  });

  it('leaves an audit trail that verifies', async () => {
    const verified = valueOf(await verifyAudit({ pool: database.pool, principal: operator }));
    expect(verified.intact).toBe(true);
    expect(verified.rows).toBeGreaterThan(100);
  });
});
