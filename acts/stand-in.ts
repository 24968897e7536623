import {
  audit,
  beyondScope,
  inTransaction,
  type Transaction,
  type WaitingForPeople,
  waitingForPeople,
} from '#db';
import { inventedReport } from '#engine';
import {
  type Definition,
  ok,
  type Principal,
  problem,
  ReportInput,
  refuse,
  type Result,
  SCOPES,
} from '#model';
import { lockOwnCampaign } from './close.ts';
import { signConsolidation } from './consolidations.ts';
import type { ActContext } from './context.ts';
import { disseminate } from './disseminate.ts';
import { acknowledge } from './obligations.ts';
import { acceptReport, submitReport } from './reports.ts';
import { definitionOf, formOf } from './scene.ts';
import { answersBy } from './stand-in-moment.ts';

export interface StandInInput {
  readonly campaignId: string;
  /** Of 100 units so many answer, each at its own moment before its deadline; the rest stays silent. */
  readonly share: number;
  /** Who would answer by this instant of the campaign's clock answers now. */
  readonly by: string;
}

export interface StoodIn {
  readonly disseminated: number;
  readonly acknowledged: number;
  readonly reported: number;
  readonly accepted: number;
  readonly signed: number;
  /** What nobody can stand in for: reports that need files. */
  readonly refused: number;
  /** There is more to do at this instant: ask again. */
  readonly more: boolean;
}

/** Each is a whole act with its audit entry; the campaign stays locked meanwhile. */
const AT_ONCE = 40;

type Done = Exclude<keyof StoodIn, 'refused' | 'more'>;
interface Step {
  readonly done: Done;
  readonly act: (ctx: ActContext) => Promise<Result<unknown>>;
}

/**
 * Does in a rehearsal what its officials would do: passes on, acknowledges, reports invented figures,
 * accepts and signs. Whoever may move the rehearsal's clock may do this; in a live campaign nobody can.
 */
export async function standIn(ctx: ActContext, input: StandInInput): Promise<Result<StoodIn>> {
  return inTransaction(ctx.pool, async (tx) => {
    const { campaignId } = input;
    const locked = await lockOwnCampaign(tx, ctx, { campaignId, scope: 'clock:write' });
    if (!locked.ok) return locked;
    const campaign = locked.value;
    if (campaign.mode === 'live') return refuse(problem('rehearsal.live'));
    if (campaign.status !== 'running') return refuse(problem('campaign.notRunning'));
    const definition = await definitionOf(tx, campaign);
    const done = await beyondScope(tx, async () => {
      const steps = stepsOf(await waitingForPeople(tx, campaignId), { ...input, definition });
      return perform(tx, ctx.principal, steps);
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'rehearsal.stoodIn',
      campaignId,
      unitId: campaign.rootUnitId,
      subject: campaignId,
      after: { share: input.share, ...done },
    });
    return ok(done);
  });
}

function stepsOf(
  { disseminations, owed, decisions, signatures }: WaitingForPeople,
  { definition, share, by }: StandInInput & { readonly definition: Definition },
): readonly Step[] {
  return [
    ...disseminations.map((ref): Step => ({ done: 'disseminated', act: (ctx) => disseminate(ctx, ref) })),
    ...owed
      .filter((row) => answersBy(row, { share, by }))
      .map((row): Step => {
        const { id: obligationId, reportId, unitId, periodKey } = row;
        if (row.kind === 'acknowledge' || reportId === null)
          return { done: 'acknowledged', act: (ctx) => acknowledge(ctx, { obligationId }) };
        const form = formOf(definition, reportId);
        const input = ReportInput.parse(inventedReport(form, `${periodKey}/${unitId}`));
        return { done: 'reported', act: (ctx) => submitReport(ctx, { obligationId, input }) };
      }),
    ...decisions.map(
      ({ id: obligationId, version: no }): Step => ({
        done: 'accepted',
        act: (ctx) => acceptReport(ctx, { obligationId, no }),
      }),
    ),
    ...signatures.map((ref): Step => ({ done: 'signed', act: (ctx) => signConsolidation(ctx, ref) })),
  ];
}

async function perform(tx: Transaction, principal: Principal, steps: readonly Step[]): Promise<StoodIn> {
  // as any unit of the cascade, also outside the caller's own subtree; the trail names who did it
  const everybody: Principal = { ...principal, kind: 'service', unitId: null, scopes: SCOPES };
  const counts = { disseminated: 0, acknowledged: 0, reported: 0, accepted: 0, signed: 0 };
  let refused = 0;
  let left = AT_ONCE;
  for (const { done, act } of steps) {
    if (left === 0) break;
    const result = await act({ pool: tx, principal: everybody });
    if (result.ok) {
      counts[done] += 1;
      left -= 1;
    } else refused += 1;
  }
  return { ...counts, refused, more: left === 0 };
}
