import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { canonicalState, getCampaign, listDefinitions, seed } from '#acts';
import { createPool, loadOrganisation, READER_ROLE, scopedPool } from '#db';
import { civilDateOf, compile } from '#engine';
import { TEMPLATES } from '#templates';
import { loadCalendar, loadExpectations } from '../../expected/load.ts';
import { runSimulated } from '../../expected/simulated.ts';
import { operator } from '../../harness/operator.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { playExpectation } from '../../harness/play-expectation.ts';
import { valueOf } from '../../harness/value-of.ts';

const lived = loadExpectations().filter((each) => each.expect !== undefined);
let database: OwnDatabase;
let readers: ReturnType<typeof createPool>;
const definitions = new Map<string, string>();

beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'examples');
  readers = createPool({ databaseUrl: database.url, max: 4, role: READER_ROLE });
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  const ctx = { pool: database.pool, principal: operator };
  for (const { id, key } of valueOf(await listDefinitions(ctx)).items) definitions.set(key, id);
});
afterAll(async () => {
  await readers.end();
  await database.drop();
});

/** As the API calls acts: on a connection to which the database shows one unit's subtree and no more. */
const official = (unitId: string) => ({
  pool: scopedPool(readers, { unitId, onBehalfOf: null }),
  principal: { ...operator, unitId },
});

describe('a campaign on real rows, driven without Temporal', () => {
  it.each(lived)('$key ends where the simulator ends', async (expectation) => {
    const { pool } = database;
    const ctx = { pool, principal: operator };
    const template = TEMPLATES.find(({ key }) => key === expectation.start.template);
    if (!template) throw new Error(`no template ${expectation.start.template}`);
    const { definition, directive } = template;
    const definitionId = definitions.get(definition.key) ?? '';
    const played = await playExpectation(expectation, {
      pool,
      principal: operator,
      definitionId,
      official,
    });
    expect(played.surprises).toEqual([]);

    const calendar = loadCalendar();
    const units = await loadOrganisation(pool, civilDateOf(expectation.start.startAt));
    const plan = valueOf(
      compile({ ...expectation.start, definition, directive, units, calendars: [calendar] }),
    );
    const { now: until } = valueOf(await getCampaign(ctx, played.campaignId));
    const simulated = runSimulated(expectation, { plan, definition, calendar, until });
    expect(valueOf(await canonicalState(ctx, played.campaignId))).toEqual(simulated.state);
  });
});
