import { acceptReport, startCampaign, submitReport } from '#acts';
import { type Definition, ReportInput } from '#model';
import { z } from 'zod';
import { must } from '../test/replay/acting.ts';
import { fanOut, fanOutDefinition } from '../test/replay/cascades.ts';
import { waitFor } from '../test/harness/wait-for.ts';
import { type Cost, costOf } from './histories.ts';
import type { Installation } from './installation.ts';
import { median, parts, rateOf } from './measure.ts';
import { in60Days } from './timing.ts';

const RECIPIENTS = 600;
const RUNS = 3;
/** Officials who act at the same time. */
export const AT_ONCE = 8;

export interface Accepting {
  readonly recipients: number;
  /** Reports handed in and accepted per second: two transactions each. */
  readonly throughActs: number;
  readonly throughHttp: number;
  readonly cost: Cost;
}

/** A live campaign whose recipients all report, half of them through the acts and half through the API. */
export async function measureAccepting(its: Installation): Promise<Accepting> {
  const { desk, client } = its;
  const { rootUnitId, csv } = fanOut('bench-accept', RECIPIENTS);
  await desk.importUnits(csv);
  const definitionId = await desk.publish(decidedByOfficials(fanOutDefinition('bench-accept', in60Days())));
  const { id } = must(await startCampaign(desk.ctx, { definitionId, mode: 'live', rootUnitId }));
  const opened = async () => (await desk.campaign(id)).counts.opened === RECIPIENTS;
  await waitFor(opened, { what: 'all obligations', forMs: 60_000 });
  const owed = (await desk.obligations(id)).map((row) => row.id);
  const [byActs = [], byHttp = []] = parts(owed, 2);
  const throughActs = await medianRate(byActs, (obligationId) => actOn(its, obligationId));
  const throughHttp = await medianRate(byHttp, (obligationId) => callFor(its, obligationId));
  await waitFor(async () => (await desk.state(id)).consolidations.at(-1)?.accepted === RECIPIENTS, {
    what: 'the consolidated report',
    forMs: 60_000,
  });
  return { recipients: RECIPIENTS, throughActs, throughHttp, cost: await costOf(client, id) };
}

async function medianRate(items: readonly string[], work: (id: string) => Promise<void>): Promise<number> {
  const rates: number[] = [];
  for (const part of parts(items, RUNS)) rates.push(await rateOf({ items: part, atOnce: AT_ONCE }, work));
  return median(rates);
}

async function actOn({ desk }: Installation, obligationId: string): Promise<void> {
  const input = ReportInput.parse({ values: { events: 2 } });
  const { no, revision } = must(await submitReport(desk.ctx, { obligationId, input }));
  must(await acceptReport(desk.ctx, { obligationId, no, expectedRevision: revision }));
}

const Receipt = z.object({ no: z.number(), revision: z.number() });

async function callFor({ caller }: Installation, obligationId: string): Promise<void> {
  const at = `/api/obligations/${obligationId}/reports`;
  const { no, revision } = await caller.post(at, { body: { values: { events: 2 } }, schema: Receipt });
  const body = { expectedRevision: revision };
  await caller.post(`${at}/${no}/acceptance`, { body, schema: z.unknown() });
}

/** The tests' drawing accepts by itself; here somebody decides about every report. */
function decidedByOfficials(definition: Definition): Definition {
  const nodes = definition.nodes.map((node) => ({
    ...node,
    obligations: node.obligations.map((obligation) => ({ ...obligation, acceptance: 'official' as const })),
  }));
  return { ...definition, nodes };
}
