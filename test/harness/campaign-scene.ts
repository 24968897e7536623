import type { Pool } from 'pg';
import {
  acceptReport,
  listDefinitions,
  listObligations,
  type ObligationView,
  startCampaign,
  submitReport,
} from '#acts';
import { type Principal, scopesOf } from '#model';
import { operator } from './operator.ts';
import { type SequentialDriver, sequentialDriver } from './sequential-driver.ts';
import { valueOf } from './value-of.ts';

export type Figures = Readonly<Record<string, string | number>>;

/** Document 001 as a rehearsal on real rows: the city, fifteen addressees, reports through phòng Kinh tế. */
export interface CampaignScene {
  readonly campaignId: string;
  readonly driver: SequentialDriver;
  readonly ctx: { readonly pool: Pool; readonly principal: Principal };
  owed(unitId: string): Promise<ObligationView>;
  /** Units that report to phòng Kinh tế. */
  reporters(): Promise<readonly string[]>;
  report(unitId: string, figures?: Figures): Promise<void>;
  accept(unitId: string): Promise<void>;
}

export const CITY = '2024-district-058';
export const CONSOLIDATOR = 'bk-phong-kinh-te';
export const PERIOD = 'once';
export const START = '2024-11-20T01:00:00.000Z';

export async function bacKan(pool: Pool): Promise<CampaignScene> {
  const ctx = { pool, principal: operator };
  const driver = sequentialDriver(pool, operator);
  const definitionId = await definitionNamed(pool, 'bac-kan-2024');
  const input = { definitionId, mode: 'rehearsal', rootUnitId: CITY, startAt: START } as const;
  const campaignId = valueOf(await startCampaign(ctx, input)).id;
  await driver.settleAll();
  const owed = async (unitId: string): Promise<ObligationView> => {
    const [first] = valueOf(await listObligations(ctx, { campaignId, unitId })).items;
    if (first === undefined) throw new Error(`${unitId} owes nothing`);
    return first;
  };
  return {
    campaignId,
    driver,
    ctx,
    owed,
    reporters: async () => {
      const { items } = valueOf(
        await listObligations(ctx, { campaignId, collectorUnitId: CONSOLIDATOR, limit: 100 }),
      );
      return items.map(({ unitId }) => unitId).sort();
    },
    report: async (unitId, figures = {}) => {
      const { id } = await owed(unitId);
      valueOf(await submitReport(ctx, { obligationId: id, input: reportInput(figures) }));
    },
    accept: async (unitId) => {
      const { id, version } = await owed(unitId);
      valueOf(await acceptReport(ctx, { obligationId: id, no: version }));
    },
  };
}

export async function definitionNamed(pool: Pool, key: string): Promise<string> {
  const { items } = valueOf(await listDefinitions({ pool, principal: operator }));
  const found = items.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no definition ${key}`);
  return found.id;
}

/** A person of one unit with the roles that an office gives. */
export const officialOf = (
  unitId: string,
  roles: Principal['roles'] = ['clerk', 'officer', 'leader'],
): Principal => ({
  kind: 'person',
  id: `person:${unitId}`,
  name: `Official of ${unitId}`,
  unitId,
  roles,
  scopes: scopesOf(roles),
  postId: null,
  actingFor: null,
});

/** Every required indicator of document 001, one where nothing else is said. */
export const reportInput = (figures: Figures = {}) => ({
  nil: false,
  values: { ...FIGURES, ...figures },
  sections: {},
  attachments: [],
  note: '',
});

const FIGURES = { 'so-bang-ron': 1, 'so-tin-bai': 1, 'kinh-phi': '1,5' };
