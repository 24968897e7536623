import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createPool, loadOrganisation } from '#db';
import { civilDateOf, compile } from '#engine';
import type { Unit } from '#model';
import { TEMPLATES } from '#templates';
import { loadCalendar, loadExpectations } from '../../expected/load.ts';
import { differencesOf } from '../../expected/outcome-differences.ts';
import { planDifferences } from '../../expected/plan-differences.ts';
import { runSimulated } from '../../expected/simulated.ts';
import type { Expectation } from '../../expected/types.ts';
import { call, succeed } from '../../harness/api-client.ts';
import { valueOf } from '../../harness/value-of.ts';
import { outcomeOf } from './outcome.ts';
import { play } from './play.ts';
import { definitionIdOf, startRehearsal } from './rehearsal.ts';
import type { Campaign, CampaignDetails, Page, ProblemDocument, State } from './shapes.ts';

const examples = loadExpectations();
const lived = examples.filter((each) => each.expect !== undefined);
const refused = examples.filter((each) => each.startRefused !== undefined);
const calendar = loadCalendar();
/** The organisation as each example's start finds it: the simulator compiles from the same units. */
const organisations = new Map<string, readonly Unit[]>();

beforeAll(async () => {
  const pool = createPool(inject('stack').databaseUrl);
  for (const { start } of examples) {
    const day = civilDateOf(start.startAt);
    if (!organisations.has(day)) organisations.set(day, await loadOrganisation(pool, day));
  }
  await pool.end();
});

function compiled({ start }: Expectation) {
  const template = TEMPLATES.find(({ key }) => key === start.template);
  if (!template) throw new Error(`no template ${start.template}`);
  const { definition, directive } = template;
  const units = organisations.get(civilDateOf(start.startAt)) ?? [];
  return {
    definition,
    plan: valueOf(compile({ ...start, definition, directive, units, calendars: [calendar] })),
  };
}

async function startOf({ start: { template, ...start } }: Expectation) {
  const key = TEMPLATES.find((each) => each.key === template)?.definition.key ?? '';
  return { ...start, definitionId: await definitionIdOf(key) };
}

describe('a worked example, through the API on real Temporal and PostgreSQL', () => {
  it.concurrent.each(lived)(
    '$key ends as it was worked out by hand, and where the simulator ends',
    async (example) => {
      const { definition, plan } = compiled(example);
      if (example.plan) expect(planDifferences(example.plan, plan)).toEqual([]);
      const start = await startOf(example);
      const preview = await succeed<{ counts: object }>('POST', '/api/campaigns/preview', { body: start });
      expect(preview.counts).toMatchObject({ nodes: plan.nodes.length, actorTasks: plan.actorTasks.length });

      const its = await startRehearsal(start);
      expect(await play(its, example)).toEqual([]);
      if (!example.acts.some(({ act }) => act === 'close')) await its.moveToEnd();

      const outcome = await outcomeOf(its);
      expect(example.expect && differencesOf(example.expect, outcome)).toEqual([]);
      const tasks = await succeed<Page<{ acknowledgedAt: string | null }>>(
        'GET',
        `/api/actor-tasks?campaign=${its.id}`,
      );
      const acknowledged = tasks.items.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
      expect(acknowledged).toHaveLength(example.expect?.actorTasksAcknowledged ?? 0);

      const { now: until } = await succeed<CampaignDetails>('GET', `/api/campaigns/${its.id}`);
      const simulated = runSimulated(example, { plan, definition, calendar, until });
      expect(await succeed<State>('GET', `/api/campaigns/${its.id}/state`)).toEqual(simulated.state);
    },
  );

  it.each(refused)('$key is refused with place and remedy, and leaves nothing', async (example) => {
    const listed = async () =>
      (await succeed<Page<Campaign>>('GET', '/api/campaigns?limit=200')).items.length;
    const before = await listed();
    const body = { ...(await startOf(example)), mode: 'rehearsal' };
    const answer = await call<ProblemDocument>('POST', '/api/campaigns', { body });
    expect(answer.status).toBe(422);
    expect([...new Set(answer.body.problems.map(({ code }) => code))]).toEqual(example.startRefused);
    for (const { vi, en } of answer.body.problems) expect(vi).not.toBe(en);
    expect(await listed()).toBe(before);
  });
});
