import {
  audit,
  calendarsInForce,
  campaignById,
  campaignStartedWith,
  databaseNow,
  emitEvent,
  insertCampaign,
  inTransaction,
  loadOrganisation,
  type PublishedDefinition,
  publishedDefinition,
  touchCampaign,
} from '#db';
import { compile } from '#engine';
import { type Directive, ok, type Plan, problem, refuse, type Result } from '#model';
import { mayActAs, maySee, missingScope } from './authorise.ts';
import { type CampaignView, campaignView } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { planSummary, type PlanSummary } from './plan-summary.ts';
import { isUuid } from './scene.ts';

export interface PreviewInput {
  readonly definitionId: string;
  /** The latest published one when not given. */
  readonly version?: number | undefined;
  readonly rootUnitId: string;
  readonly startAt?: string | undefined;
  readonly parameters?: Readonly<Record<string, string | number>> | undefined;
  /** Instead of the one proposed with the drawing. */
  readonly directive?: Directive | undefined;
  /** Starting although a level gets fewer working days than its minimum (C11). */
  readonly override?: { readonly reason: string } | undefined;
}

export interface StartInput extends PreviewInput {
  readonly mode: 'live' | 'rehearsal';
  readonly title?: string | undefined;
  /** Kept with the campaign: the same key of the same starter starts once. */
  readonly idempotencyKey?: string | undefined;
}

interface Compiled {
  readonly published: PublishedDefinition;
  readonly directive: Directive | null;
  readonly plan: Plan;
}

/** The plan that starting would freeze: counts, deadlines with their reasons, warnings. Writes nothing. */
export async function previewCampaign(ctx: ActContext, input: PreviewInput): Promise<Result<PlanSummary>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const compiled = await compileFor(ctx, input);
  return compiled.ok
    ? ok(planSummary(compiled.value.plan, compiled.value.published.body), compiled.value.plan.warnings)
    : compiled;
}

/** Freezes the plan and leaves a word for the campaign's workflow. What happens next, the rows say. */
export async function startCampaign(ctx: ActContext, input: StartInput): Promise<Result<CampaignView>> {
  const refusal = await mayStart(ctx, input);
  if (refusal !== null) return refuse(refusal);
  const known = await startedBefore(ctx, input);
  if (known !== null) return ok(known);
  const compiled = await compileFor(ctx, input);
  if (!compiled.ok) return compiled;
  const { published, directive, plan } = compiled.value;
  return inTransaction(ctx.pool, async (tx) => {
    const id = await insertCampaign(tx, {
      definitionId: published.definitionId,
      version: published.version,
      mode: input.mode,
      title: input.title ?? directive?.subject ?? published.title,
      directive,
      parameters: input.parameters ?? {},
      plan,
      override: input.override ?? null,
      startedBy: ctx.principal.id,
      idempotencyKey: input.idempotencyKey ?? null,
    });
    if (id === null) {
      const first = await startedBefore({ ...ctx, pool: tx }, input);
      return first === null ? refuse(problem('api.inProgress', [])) : ok(first);
    }
    await touchCampaign(tx, id);
    const campaign = await campaignById(tx, id);
    if (campaign === null) throw new Error('campaign not inserted');
    const counts = {
      nodes: plan.nodes.length,
      assignments: plan.assignments.length,
      periods: plan.periods.length,
    };
    await emitEvent(tx, {
      campaignId: id,
      at: campaign.now,
      kind: 'campaign.started',
      unitId: plan.rootUnitId,
      data: counts,
    });
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'campaign.started',
      campaignId: id,
      unitId: plan.rootUnitId,
      subject: `${plan.definitionKey} ${published.version}`,
      after: {
        mode: input.mode,
        parameters: input.parameters ?? {},
        override: input.override ?? null,
        calendars: plan.calendars,
        ...counts,
      },
    });
    return ok(campaignView(campaign), plan.warnings);
  });
}

async function mayStart(ctx: ActContext, input: StartInput) {
  const forbidden = missingScope(ctx.principal, 'campaigns:write');
  if (forbidden) return forbidden;
  const notFound = problem('organisation.notFound', ['rootUnitId'], { id: input.rootUnitId });
  if (!(await maySee(ctx, input.rootUnitId))) return notFound;
  if (!(await mayActAs(ctx, input.rootUnitId)))
    return problem('api.forbidden', ['rootUnitId'], { scope: 'campaigns:write' });
  if (input.mode === 'live' && input.startAt !== undefined)
    return problem('campaign.liveStartsNow', ['startAt']);
  return null;
}

async function startedBefore(ctx: ActContext, input: StartInput): Promise<CampaignView | null> {
  if (input.idempotencyKey === undefined) return null;
  const id = await campaignStartedWith(ctx.pool, ctx.principal.id, input.idempotencyKey);
  const campaign = id === null ? null : await campaignById(ctx.pool, id);
  return campaign === null ? null : campaignView(campaign);
}

async function compileFor(ctx: ActContext, input: PreviewInput): Promise<Result<Compiled>> {
  const notFound = problem('definition.notFound', ['definitionId'], { id: input.definitionId });
  if (!isUuid(input.definitionId)) return refuse(notFound);
  const published = await publishedDefinition(ctx.pool, input.definitionId, input.version ?? null);
  if (published === null) return refuse(notFound);
  if (published.ownerUnitId !== null && !(await maySee(ctx, published.ownerUnitId))) return refuse(notFound);
  if (!(await maySee(ctx, input.rootUnitId))) {
    return refuse(problem('organisation.notFound', ['rootUnitId'], { id: input.rootUnitId }));
  }
  const startAt = input.startAt ?? (await databaseNow(ctx.pool));
  if (!Number.isFinite(Date.parse(startAt)))
    return refuse(problem('plan.startInvalid', ['startAt'], { value: startAt }));
  const directive = input.directive ?? published.directive;
  const compiled = compile({
    definition: published.body,
    units: await loadOrganisation(ctx.pool, null),
    calendars: await calendarsInForce(ctx.pool),
    rootUnitId: input.rootUnitId,
    startAt,
    parameters: input.parameters ?? {},
    directive,
    override: input.override !== undefined,
  });
  return compiled.ok ? ok({ published, directive, plan: compiled.value }) : compiled;
}
