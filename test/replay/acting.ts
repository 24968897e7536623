import {
  applyUnitImport,
  canonicalState,
  createDefinition,
  getCampaign,
  listObligations,
  moveClock,
  type ObligationView,
  previewUnitImport,
  publishDefinition,
} from '#acts';
import { createPool } from '#db';
import { type Definition, type Principal, type Result, SCOPES } from '#model';
import { waitFor } from '../harness/wait-for.ts';

/** A system that may do everything: these tests are about what survives, not about who may. */
const EVERYTHING: Principal = {
  kind: 'service',
  id: 'service:test',
  name: 'Hệ thống thử',
  unitId: null,
  roles: [],
  scopes: SCOPES,
  postId: null,
  actingFor: null,
};

/** The value of an act that must succeed. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problems)}`);
}

export type Acting = ReturnType<typeof acting>;

/** Acts on an installation without its API, so that a test may have the API or Temporal away. */
export function acting(databaseUrl: string) {
  const pool = createPool({ databaseUrl, max: 12, applicationName: 'cascade tests' });
  // PostgreSQL may be killed under a connection that is in use but waits for no answer.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ctx = { pool, principal: EVERYTHING };
  const campaign = async (campaignId: string) => must(await getCampaign(ctx, campaignId));
  return {
    ctx,
    pool,
    campaign,
    close: () => pool.end(),
    importUnits: async (csv: string) => {
      const { previewHash } = must(await previewUnitImport(ctx, { csv }));
      must(await applyUnitImport(ctx, { csv, previewHash }));
    },
    publish: async (definition: Definition): Promise<string> => {
      const { id, draftRevision: expectedRevision } = must(await createDefinition(ctx, { definition }));
      must(await publishDefinition(ctx, { id, expectedRevision }));
      return id;
    },
    obligations: async (campaignId: string): Promise<readonly ObligationView[]> => {
      const all: ObligationView[] = [];
      let cursor: string | undefined;
      do {
        const page = must(await listObligations(ctx, { campaignId, cursor, limit: 200 }));
        all.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
    /** Moves a rehearsal's clock and waits until it has arrived and everything rests. */
    clock: async (campaignId: string, target: { to: string } | { events: number } | { toEnd: true }) => {
      must(await moveClock(ctx, { campaignId, ...target }));
      await waitFor(async () => (await campaign(campaignId)).clockTarget === null, {
        what: `the clock of ${campaignId} to arrive`,
        forMs: 120_000,
      });
    },
    state: async (campaignId: string) => must(await canonicalState(ctx, campaignId)),
  };
}
