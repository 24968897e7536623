import { beforeAll, describe, expect, it } from 'vitest';
import { nodeWorkflowId } from '#model/contract';
import { loadExpectations } from '../../expected/load.ts';
import { call, succeed } from '../../harness/api-client.ts';
import { historiesOf } from './histories.ts';
import { definitionIdOf, listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { CampaignDetails, Consolidation, Notice, Obligation, Tree } from './shapes.ts';

const ROOT = 'vn-bct';
/** Lai Châu has the fewest communes. */
const PROVINCE = '2025-province-12';
const EVENT_LIMIT = 70;
/** On two cores that do nothing else it takes a tenth of this. */
const STARTED_WITHIN_MS = 60_000;

const example = loadExpectations().find(({ key }) => key === 'bon-cap-2025-ca-nuoc');
const plan = example?.plan;
let its: Rehearsal;
let tookMs: number;
let provinces: readonly string[];

const campaign = () => succeed<CampaignDetails>('GET', `/api/campaigns/${its.id}`);
const nodes = () =>
  historiesOf(
    [ROOT, ...provinces].map((unitId) => nodeWorkflowId({ campaignId: its.id, periodKey: 'once', unitId })),
  );

beforeAll(async () => {
  if (!example) throw new Error('no example of the whole country');
  const { template, ...start } = example.start;
  const definitionId = await definitionIdOf(template);
  const began = Date.now();
  its = await startRehearsal({ ...start, definitionId });
  tookMs = Date.now() - began;
  const tree = await succeed<Tree>(
    'GET',
    `/api/campaigns/${its.id}/tree?period=once&parent=${ROOT}&limit=200`,
  );
  provinces = tree.units.map(({ unitId }) => unitId);
});

describe('a start for 34 provinces and 3,321 communes', () => {
  it('is there in bounded time, with everyone who is addressed and nobody twice', async () => {
    expect(tookMs).toBeLessThan(STARTED_WITHIN_MS);
    expect(provinces).toHaveLength(plan?.addressees ?? 0);
    const { counts } = await campaign();
    expect(counts).toMatchObject({ planned: 3355, opened: 3355, outstanding: 3355, overdue: 0 });
  });

  it('has one workflow for each unit that passes on or collects, and none for the others', async () => {
    const started = await nodes();
    expect(started).toHaveLength(plan?.nodeCount ?? 0);
    expect(started.filter(({ status }) => status !== 'RUNNING')).toEqual([]);
  });

  it('adds up one province, whose every commune reports, as the arithmetic says', async () => {
    const all = await listAll<Obligation>(`/api/obligations?campaign=${its.id}&collector=${PROVINCE}`);
    expect(all.length).toBeGreaterThan(30);
    await its.moveTo('2025-11-20T01:00:00.000Z');
    const share = { numerator: 1, denominator: 2 };
    const figures = {
      'kinh-phi': '1,5',
      'diem-danh-gia': 8,
      'ngay-it-nhat': 3,
      'dong-nhat': 10,
      'ty-le-hang-viet': share,
    };
    const answers: number[] = [];
    const report = async ({ id }: Obligation, index: number): Promise<void> => {
      const values = { ...figures, 'so-hoat-dong': index + 1 };
      const handedIn = await call<{ revision: number }>('POST', `/api/obligations/${id}/reports`, {
        body: { values },
      });
      const body = { expectedRevision: handedIn.body.revision };
      const accepted = await call('POST', `/api/obligations/${id}/reports/1/acceptance`, { body });
      answers.push(handedIn.status, accepted.status);
    };
    for (let from = 0; from < all.length; from += 10) {
      await Promise.all(all.slice(from, from + 10).map((row, at) => report(row, from + at)));
    }
    expect(new Set(answers)).toEqual(new Set([201, 200]));
    await its.rest();

    const at = `/api/campaigns/${its.id}/periods/once/units/${PROVINCE}/consolidations/1`;
    const { state, coverage, reports } = await succeed<Consolidation>('GET', at);
    expect([state, coverage.owed, coverage.accepted]).toEqual(['draft', all.length, all.length]);
    const totals = reports['ket-qua']?.indicators ?? {};
    const sum = (all.length * (all.length + 1)) / 2;
    expect(totals['so-hoat-dong']?.value).toEqual({ kind: 'number', value: String(sum) });
    const ratio = { kind: 'ratio', numerator: String(all.length), denominator: String(2 * all.length) };
    expect(totals['ty-le-hang-viet']?.value).toEqual(ratio);
  });

  it('reminds, marks and escalates each of the others once, through to the end', async () => {
    await its.moveToEnd();
    const { counts } = await campaign();
    const reported = counts['submitted'] ?? 0;
    const accepted = counts['accepted'] ?? 0;
    expect(reported + accepted).toBeGreaterThan(30);
    expect(counts['overdue']).toBe(3355 - reported - accepted);
    const overdue = await listAll<Notice>(`/api/notices?campaign=${its.id}&kind=overdue`);
    expect(new Set(overdue.map(({ obligationId }) => obligationId)).size).toBe(overdue.length);
    expect(overdue).toHaveLength(counts['overdue'] ?? -1);
  });

  it('costs no workflow more than 70 events', async () => {
    const tooLong = (await nodes()).filter(({ events }) => events > EVENT_LIMIT);
    expect(tooLong).toEqual([]);
  });
});
