import { succeed } from '../../harness/api-client.ts';
import {
  countsOf,
  type Outcome,
  type OutcomeConsolidation,
  type OutcomeObligation,
} from '../../expected/outcome.ts';
import { differencesOf } from '../../expected/outcome-differences.ts';
import type { Act } from '../../expected/types.ts';
import { listAll, type Rehearsal } from './rehearsal.ts';
import type {
  CampaignDetails,
  Consolidation,
  Notice,
  Obligation,
  ObligationDetails,
  Snapshot,
  Tree,
} from './shapes.ts';

/** What a campaign came to, read as any caller of the API can read it. */
export async function outcomeOf(its: Rehearsal): Promise<Outcome> {
  const obligations = await listAll<Obligation>(`/api/obligations?campaign=${its.id}`);
  const { periods } = await succeed<CampaignDetails>('GET', `/api/campaigns/${its.id}`);
  const about = new Map(obligations.map((each) => [each.id, each]));
  const notices = await listAll<Notice>(`/api/notices?campaign=${its.id}`);
  return {
    obligations: await obligationsOf(its, obligations),
    knowsRecipients: true,
    notices: notices.map(({ kind, obligationId, unitId: to, at }) => {
      const owed = about.get(obligationId ?? '');
      return { kind, period: owed?.periodKey ?? periods[0]?.key ?? '', about: owed?.unitId ?? null, to, at };
    }),
    consolidations: (
      await Promise.all(
        periods.filter(({ openedAt }) => openedAt !== null).map(({ key }) => consolidationsIn(its, key)),
      )
    ).flat(),
  };
}

async function obligationsOf(
  its: Rehearsal,
  rows?: readonly Obligation[],
): Promise<readonly OutcomeObligation[]> {
  const owed = rows ?? (await listAll<Obligation>(`/api/obligations?campaign=${its.id}`));
  const outcome: OutcomeObligation[] = [];
  for (const row of owed) {
    const last =
      row.version === 0
        ? undefined
        : (await succeed<ObligationDetails>('GET', `/api/obligations/${row.id}`)).versions.find(
            ({ no }) => no === row.version,
          );
    outcome.push({
      period: row.periodKey,
      unit: row.unitId,
      kind: row.kind,
      status: row.status,
      timeliness: row.timeliness,
      versions: row.version,
      workingDaysLate: last?.workingDaysLate ?? 0,
      received: row.firstCompleteAt !== null,
      accepted: row.acceptedVersion !== null,
    });
  }
  return outcome;
}

async function consolidationsIn(its: Rehearsal, period: string): Promise<readonly OutcomeConsolidation[]> {
  const at = `/api/campaigns/${its.id}`;
  const { parent, units } = await succeed<Tree>('GET', `${at}/tree?period=${period}&limit=200`);
  const collecting = [parent, ...units].flatMap((unit) => (unit?.node?.collects === true ? [unit] : []));
  const found = await Promise.all(
    collecting.map(async ({ unitId }) => {
      const path = `${at}/periods/${period}/units/${unitId}/consolidations`;
      const { items } = await succeed<{ items: { revision: number }[] }>('GET', path);
      return Promise.all(items.map(({ revision }) => succeed<Consolidation>('GET', `${path}/${revision}`)));
    }),
  );
  return found.flat().map((each) => ({ ...shown(each), ...placed(each) }));
}

const placed = ({ periodKey, unitId, revision, state }: Consolidation) => ({
  period: periodKey,
  unit: unitId,
  revision,
  state,
});

function shown({ coverage, reports, differences }: Snapshot) {
  const [report] = Object.values(reports);
  const changes = Object.values(differences).flat();
  return {
    coverage: { ...covered(coverage), deep: covered(coverage.deep) },
    totals: Object.fromEntries(
      Object.entries(report?.indicators ?? {}).map(([id, { value }]) => [id, value]),
    ),
    targets: Object.fromEntries(
      Object.entries(report?.targets ?? {}).map(([id, { total, attained, percent, met, shortfalls }]) => [
        id,
        {
          total,
          attained,
          percent,
          met,
          shortfalls: shortfalls.map(({ unitId: unit, missing }) => ({ unit, missing })),
        },
      ]),
    ),
    differences: changes.flatMap(({ kind, indicator = '', before = null, after = null }) =>
      kind === 'indicator' ? [{ indicator, before, after }] : [],
    ),
  };
}

const covered = ({
  owed,
  accepted,
  missing,
}: {
  owed: number;
  accepted: number;
  missing: readonly { unitId: string }[];
}) => ({
  owed,
  accepted,
  missing: missing.map(({ unitId }) => unitId),
});

/** Where what stands at this moment is not what the example says; empty when it is. */
export async function looked(
  its: Rehearsal,
  check: Extract<Act, { act: 'check' }>,
): Promise<readonly string[]> {
  const { counts, provisional, period } = check;
  const nothing = {
    obligations: [],
    notices: [],
    noticesOpen: [],
    consolidations: [],
    actorTasksAcknowledged: 0,
  };
  const obligations = counts === undefined ? [] : await obligationsOf(its);
  const wrong =
    counts === undefined || sameCounts(counts, countsOf(obligations))
      ? []
      : [JSON.stringify(countsOf(obligations))];
  if (provisional === undefined) return wrong;
  const { unit, coverage, totals } = provisional;
  const got = await succeed<Snapshot>(
    'GET',
    `/api/campaigns/${its.id}/periods/${period}/units/${unit}/provisional`,
  );
  const named = { period, unit, revision: 1, state: 'draft' } as const;
  const expected = { ...nothing, counts: countsOf([]), consolidations: [{ ...named, coverage, totals }] };
  const outcome: Outcome = {
    obligations: [],
    notices: [],
    knowsRecipients: false,
    consolidations: [{ ...named, ...shown(got) }],
  };
  return [...wrong, ...differencesOf(expected, outcome)];
}

const sameCounts = (a: ReturnType<typeof countsOf>, b: ReturnType<typeof countsOf>): boolean =>
  Object.entries(a).every(([key, count]) => Reflect.get(b, key) === count);
