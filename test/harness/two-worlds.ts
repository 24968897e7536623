import type { Pool } from 'pg';
import {
  acceptReport,
  acknowledge,
  askExtension,
  canonicalState,
  cancelCampaign,
  closeCampaign,
  declareEvent,
  decideExtension,
  disseminate,
  getCampaign,
  listObligations,
  returnReport,
  signConsolidation,
  startCampaign,
  submitReport,
} from '#acts';
import { calendarsInForce, loadOrganisation } from '#db';
import {
  type CanonicalState,
  civilDateOf,
  compile,
  type ScriptedAct,
  type Simulation,
  simulate,
} from '#engine';
import { Definition, ReportInput, type Result } from '#model';
import { publishDrawing } from './drawing.ts';
import { operator } from './operator.ts';
import { sequentialDriver } from './sequential-driver.ts';
import { valueOf } from './value-of.ts';

export interface Play {
  /** Without `formatVersion`. */
  readonly drawing: Readonly<Record<string, unknown>>;
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly acts: readonly ScriptedAct[];
}

export interface TwoWorlds {
  readonly campaignId: string;
  readonly rows: CanonicalState;
  readonly simulated: CanonicalState;
  readonly simulation: Simulation;
}

/** Lives the same acts through on real rows and in the simulator, both until nothing is left to happen. */
export async function inBothWorlds(pool: Pool, play: Play): Promise<TwoWorlds> {
  const { drawing, rootUnitId, startAt, acts } = play;
  const ctx = { pool, principal: operator };
  const driver = sequentialDriver(pool, operator);
  const definitionId = await publishDrawing(pool, drawing);
  const start = { definitionId, mode: 'rehearsal', rootUnitId, startAt } as const;
  const campaignId = valueOf(await startCampaign(ctx, start)).id;
  await driver.settleAll();
  for (const act of acts) {
    await driver.advance(campaignId, { to: new Date(act.at).toISOString() });
    valueOf(await onRows(ctx, campaignId, act));
    await driver.settleAll();
  }
  if (valueOf(await getCampaign(ctx, campaignId)).status !== 'cancelled')
    await driver.advance(campaignId, { toEnd: true });
  const { now: until } = valueOf(await getCampaign(ctx, campaignId));

  const definition = Definition.parse({ formatVersion: 1, ...drawing });
  const calendars = await calendarsInForce(pool);
  const units = await loadOrganisation(pool, civilDateOf(startAt));
  const plan = valueOf(compile({ definition, units, calendars, rootUnitId, startAt, parameters: {} }));
  const behaviour = { kind: 'scripted', acts } as const;
  const simulation = simulate({ plan, definition, calendars, behaviour, until });
  const rows = valueOf(await canonicalState(ctx, campaignId));
  return { campaignId, rows, simulated: simulation.canonicalState, simulation };
}

type Ctx = { readonly pool: Pool; readonly principal: typeof operator };

async function onRows(ctx: Ctx, campaignId: string, act: ScriptedAct): Promise<Result<unknown>> {
  switch (act.act) {
    case 'disseminate':
      return disseminate(ctx, { campaignId, ...act });
    case 'sign': {
      const { periodKey, unitId, revision = 1 } = act;
      return signConsolidation(ctx, { campaignId, periodKey, unitId, revision });
    }
    case 'declare':
      return declareEvent(ctx, { campaignId, ...act });
    case 'close':
      return closeCampaign(ctx, { campaignId, ...act });
    case 'cancel':
      return cancelCampaign(ctx, { campaignId });
    case 'acknowledge':
    case 'report':
    case 'accept':
    case 'return':
    case 'extend':
      return onObligation(ctx, campaignId, act);
  }
}

type ObligationAct = Extract<ScriptedAct, { act: 'acknowledge' | 'report' | 'accept' | 'return' | 'extend' }>;

async function onObligation(ctx: Ctx, campaignId: string, act: ObligationAct): Promise<Result<unknown>> {
  const { periodKey, unitId } = act;
  const { items } = valueOf(await listObligations(ctx, { campaignId, periodKey, unitId }));
  const kind = act.act === 'acknowledge' ? 'acknowledge' : 'report';
  const owed = items.find((each) => each.kind === kind) ?? items[0];
  if (owed === undefined) throw new Error(`${unitId} owes nothing in ${periodKey}`);
  const obligationId = owed.id;
  const { version: no, revision: expectedRevision } = owed;
  switch (act.act) {
    case 'acknowledge':
      return acknowledge(ctx, { obligationId });
    case 'report':
      return submitReport(ctx, { obligationId, input: ReportInput.parse(act.report) });
    case 'accept':
      return acceptReport(ctx, { obligationId, no, expectedRevision });
    case 'return':
      return returnReport(ctx, { obligationId, no, expectedRevision, ...act });
    case 'extend': {
      const { date, beyondParent } = act;
      const asked = valueOf(await askExtension(ctx, { obligationId, date, reason: 'Mưa lũ' }));
      return decideExtension(ctx, {
        extensionId: asked.id,
        decision: 'grant',
        expectedRevision,
        beyondParent,
      });
    }
  }
}
