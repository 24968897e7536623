import { compile, simulate } from '#engine';
import { listDefinitions, moveClock, startCampaign } from '#acts';
import { EXAMPLE_UNITS, TEMPLATES } from '#templates';
import { loadCalendar, loadCountry, loadExpectations } from '../test/expected/load.ts';
import { waitFor } from '../test/harness/wait-for.ts';
import { must } from '../test/replay/acting.ts';
import { type Cost, costOf } from './histories.ts';
import type { Installation } from './installation.ts';
import { median, timed } from './measure.ts';

const RUNS = 3;
/** On two busy cores; the benchmark as a whole gives up earlier. */
const PATIENCE_MS = 300_000;

/** The chain of four levels over the country of 2024: 63 provinces, 696 districts, 10,035 communes. */
function country() {
  const { start } = must2024();
  const template = TEMPLATES.find(({ key }) => key === start.template);
  if (template === undefined) throw new Error(`no template ${start.template}`);
  return { start, template };
}

function must2024() {
  const found = loadExpectations().find(({ key }) => key === 'bon-cap-2024-ca-nuoc');
  if (found === undefined) throw new Error('no worked example of the country');
  return found;
}

export interface PureTimes {
  readonly obligations: number;
  readonly nodes: number;
  readonly compileMs: number;
  readonly simulateMs: number;
}

/** The engine alone: no clock, no disk, no network. */
export async function measurePure(): Promise<PureTimes> {
  const { start, template } = country();
  const units = [...loadCountry(), ...EXAMPLE_UNITS];
  const calendars = [loadCalendar()];
  const input = {
    ...start,
    definition: template.definition,
    directive: template.directive,
    units,
    calendars,
  };
  const plan = must(compile(input));
  const compileMs: number[] = [];
  const simulateMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    compileMs.push(await timed(() => Promise.resolve(compile(input))));
    const behaviour = { kind: 'assumed', ...ASSUMED } as const;
    const { definition } = template;
    simulateMs.push(await timed(() => Promise.resolve(simulate({ plan, definition, calendars, behaviour }))));
  }
  return {
    obligations: plan.assignments.length,
    nodes: plan.nodes.length,
    compileMs: median(compileMs),
    simulateMs: median(simulateMs),
  };
}

const ASSUMED = {
  seed: 1,
  late: 0.1,
  silent: 0.05,
  nil: 0.05,
  lateHours: 72,
  officialHours: 4,
  undatedDays: 10,
};

export interface Opening {
  readonly nodes: number;
  readonly obligations: number;
  readonly seconds: number;
  readonly cost: Cost;
}

/** From the call that starts it until the last unit of the country has its task and every workflow rests. */
export async function measureOpening({ desk, client }: Installation): Promise<Opening> {
  const { start } = country();
  const definitionId = await definitionIdOf(desk, start.template);
  let campaignId = '';
  const { rootUnitId, startAt, parameters } = start;
  const ms = await timed(async () => {
    const input = { definitionId, mode: 'rehearsal', rootUnitId, startAt, parameters } as const;
    campaignId = must(await startCampaign(desk.ctx, input)).id;
    // The clock of a rehearsal lands where it stands once everything rests.
    must(await moveClock(desk.ctx, { campaignId, to: startAt }));
    await waitFor(() => landed(desk, campaignId), { what: 'the country to open', forMs: PATIENCE_MS });
  });
  const { counts } = await desk.campaign(campaignId);
  const cost = await costOf(client, campaignId);
  return { nodes: cost.workflows - 1, obligations: counts.opened, seconds: ms / 1000, cost };
}

/** Asked of the table: the API's answer counts ten thousand rows, which would be measured too. */
async function landed({ pool }: Installation['desk'], campaignId: string): Promise<boolean> {
  const asked = 'SELECT clock_target IS NULL AS landed FROM campaign WHERE id = $1';
  const { rows } = await pool.query<{ landed: boolean }>(asked, [campaignId]);
  return rows[0]?.landed === true;
}

async function definitionIdOf(desk: Installation['desk'], key: string): Promise<string> {
  const { items } = must(await listDefinitions(desk.ctx, { limit: 200 }));
  const found = items.find((each) => each.key === key);
  if (found === undefined) throw new Error(`no definition ${key}`);
  return found.id;
}
