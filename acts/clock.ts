import {
  audit,
  emitEvent,
  FAR,
  inTransaction,
  landClock,
  lockMovingClocks,
  planTexts,
  setClockTarget,
  stepClock,
  type Database,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { type CampaignView, campaignView } from './campaigns.ts';
import { lockOwnCampaign } from './close.ts';
import type { ActContext } from './context.ts';

export interface MoveClockInput {
  readonly campaignId: string;
  /** To an instant, … */
  readonly to?: string | undefined;
  /** … over the next n due instants, … */
  readonly events?: number | undefined;
  /** … or until nothing is left to happen by itself. */
  readonly toEnd?: boolean | undefined;
  readonly expectedRevision?: number | undefined;
}

/**
 * Sets where the clock of a rehearsal goes; the clock driver takes it there from due instant to due
 * instant. The clock of a live campaign cannot be moved: refused here, and by a CHECK of the table.
 */
export async function moveClock(ctx: ActContext, input: MoveClockInput): Promise<Result<CampaignView>> {
  return inTransaction(ctx.pool, async (tx) => {
    const locked = await lockOwnCampaign(tx, ctx, { ...input, scope: 'clock:write' });
    if (!locked.ok) return locked;
    const campaign = locked.value;
    if (campaign.mode === 'live') return refuse(problem('clock.live'));
    if (campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
    const target = targetOf(input, campaign.now);
    if (!target.ok) return target;
    if (
      input.toEnd === true &&
      ((await planTexts(tx, campaign.id))?.recurring.length ?? 0) > 0 &&
      campaign.status === 'running'
    ) {
      return refuse(problem('clock.openEnded', ['toEnd']));
    }
    await setClockTarget(tx, campaign.id, { target: target.value, steps: input.events ?? null });
    await emitEvent(tx, {
      campaignId: campaign.id,
      at: campaign.now,
      kind: 'clock.moving',
      data: { to: target.value, events: input.events ?? null },
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'clock.moved',
      campaignId: campaign.id,
      unitId: campaign.rootUnitId,
      subject: campaign.id,
      before: { now: campaign.now },
      // "to the end" names no day
      after: { to: input.to === undefined ? null : target.value, events: input.events ?? null },
    });
    return ok(campaignView({ ...campaign, clockTarget: target.value, revision: campaign.revision + 1 }));
  });
}

function targetOf({ to, events, toEnd }: MoveClockInput, now: string): Result<string> {
  if ([to, events, toEnd === true ? true : undefined].filter((given) => given !== undefined).length !== 1) {
    return refuse(problem('clock.oneTarget'));
  }
  if (to === undefined) {
    if (events !== undefined && (!Number.isInteger(events) || events < 1))
      return refuse(problem('clock.oneTarget', ['events']));
    return ok(FAR);
  }
  const at = Date.parse(to);
  if (!Number.isFinite(at)) return refuse(problem('clock.impossible', ['to'], { value: to }));
  if (at < Date.parse(now)) return refuse(problem('clock.backwards', ['to'], { to, now }));
  if (at >= Date.parse(FAR)) return refuse(problem('clock.impossible', ['to'], { value: to }));
  return ok(new Date(at).toISOString());
}

/**
 * One round of the clock driver: each rehearsal under way that has come to rest goes on to its next due
 * instant, or lands. Returns how many clocks moved. Several drivers may run: a clock is stepped by one.
 */
export async function stepClocks(database: Database): Promise<number> {
  return inTransaction(database, async (tx) => {
    let moved = 0;
    for (const clock of await lockMovingClocks(tx)) {
      if (!clock.rests) continue;
      const { campaignId, clockAt, clockTarget, nextAt } = clock;
      moved += 1;
      if (nextAt !== null && nextAt <= clockTarget) {
        const at = nextAt > clockAt ? nextAt : clockAt;
        await stepClock(tx, campaignId, at);
        await emitEvent(tx, { campaignId, at, kind: 'clock.moved', data: { at } });
      } else {
        const at = clockTarget === FAR ? clockAt : clockTarget;
        await landClock(tx, campaignId, at);
        await emitEvent(tx, { campaignId, at, kind: 'clock.rests', data: { at } });
      }
    }
    return moved;
  });
}
