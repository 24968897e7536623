import { beforeAll, describe, expect, it } from 'vitest';
import { campaignWorkflowId, nodeWorkflowId } from '#model/contract';
import { call, succeed } from '../../harness/api-client.ts';
import { waitFor } from '../../harness/wait-for.ts';
import { importOrganisation, publish, twoLevels } from './drawing.ts';
import { historiesOf } from './histories.ts';
import { listAll, type Rehearsal, startRehearsal } from './rehearsal.ts';
import type { Campaign, Notice, Obligation, ProblemDocument } from './shapes.ts';

const NAME = 'lv-recall';
const due = (date: string) => [
  { report: 'so-lieu', due: { kind: 'date' as const, date, bound: 'before' as const } },
];

let its: Rehearsal;

beforeAll(async () => {
  await importOrganisation(NAME);
  const definitionId = await publish(
    twoLevels(NAME, { teams: due('2026-03-13'), members: due('2026-03-10') }),
  );
  its = await startRehearsal({ definitionId, rootUnitId: NAME, startAt: '2026-03-02T01:00:00.000Z' });
  const { id } = await its.owed(`${NAME}-b0-m0`);
  await succeed('POST', `/api/obligations/${id}/reports`, { body: { values: { 'su-kien': 1 } } });
});

describe('a campaign that is recalled', () => {
  it('is recalled from its present revision only', async () => {
    const { revision } = await succeed<Campaign>('GET', `/api/campaigns/${its.id}`);
    const stale = await its.post('cancel', { expectedRevision: revision + 5 });
    expect([stale.status, stale.body.code]).toEqual([409, 'campaign.conflict']);
    const recalled = await its.post('cancel', { expectedRevision: revision, reason: 'Ban hành nhầm' });
    expect([recalled.status, recalled.body.status]).toEqual([200, 'cancelled']);
  });

  it('ends every workflow', async () => {
    const nodes = [NAME, `${NAME}-b0`, `${NAME}-b1`].map((unitId) =>
      nodeWorkflowId({ campaignId: its.id, periodKey: 'once', unitId }),
    );
    const ended = async () =>
      (await historiesOf([campaignWorkflowId({ campaignId: its.id }), ...nodes])).every(
        ({ status }) => status === 'COMPLETED',
      );
    await waitFor(ended, { what: 'all workflows to end' });
  });

  it('is owed by nobody any more, takes nothing, and can still be read', async () => {
    const owed = await listAll<Obligation>(`/api/obligations?campaign=${its.id}`);
    expect(new Set(owed.map(({ status }) => status))).toEqual(new Set(['cancelled']));
    const [first] = owed;
    const report = await call<ProblemDocument>('POST', `/api/obligations/${first?.id}/reports`, {
      body: { values: { 'su-kien': 1 } },
    });
    expect([report.status, report.body.code]).toEqual([422, 'campaign.notRunning']);
    const clock = await its.post('clock', { toEnd: true });
    expect([clock.status, clock.body.code]).toEqual([422, 'campaign.notRunning']);
    const again = await its.post('cancel');
    expect([again.status, again.body.code]).toEqual([422, 'campaign.notRunning']);
    expect((await its.details(`${NAME}-b0-m0`)).versions).toHaveLength(1);
    expect(await listAll<Notice>(`/api/notices?campaign=${its.id}&kind=overdue`)).toEqual([]);
  });
});
