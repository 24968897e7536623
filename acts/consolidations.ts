import {
  audit,
  campaignById,
  type ConsolidationRow,
  consolidationAt,
  consolidationsOf,
  emitEvent,
  inTransaction,
  keepSignedNarrative,
  type OwnPart,
  signDraft,
  setRevisions,
  sourcesOf,
  touchNode,
} from '#db';
import { baseRevision, checkReport, type ConsolidatedValue, type Coverage, type DrawnUp } from '#engine';
import { type Definition, ok, problem, refuse, type ReportInput, type Result } from '#model';
import type { NodeRef } from '#model/contract';
import { mayActAs, missingScope } from './authorise.ts';
import { seenNode } from './collect/seen-node.ts';
import {
  type NarrativeToSign,
  narrativeToSign,
  type ReadSection,
  withNarrative,
} from './collect/sign-narrative.ts';
import type { ActContext } from './context.ts';
import { lockNodeScene } from './node-step.ts';
import { definitionOf } from './scene.ts';
import { snapshot } from './snapshot.ts';

export type ConsolidationSummary = Omit<ConsolidationRow, 'reports' | 'differences' | 'ownPart'>;

/** Revisions of one unit in one period, oldest first, without their content. */
export async function consolidations(
  ctx: ActContext,
  ref: NodeRef,
): Promise<Result<readonly ConsolidationSummary[]>> {
  const node = await seenNode(ctx, ref);
  if (!node.ok) return node;
  const rows = await consolidationsOf(ctx.pool, ref);
  return ok(rows.map(({ reports: _, differences: __, ownPart: ___, ...summary }) => summary));
}

export async function getConsolidation(
  ctx: ActContext,
  ref: NodeRef & { readonly revision: number },
): Promise<Result<ConsolidationRow>> {
  const node = await seenNode(ctx, ref);
  if (!node.ok) return node;
  const row = await consolidationAt(ctx.pool, ref, ref.revision);
  return row === null
    ? refuse(problem('consolidation.notFound', ['revision'], { unit: ref.unitId }))
    : ok(row);
}

export interface Provisional extends DrawnUp {
  /** Never to be mistaken for a signed one. */
  readonly provisional: true;
  readonly asOf: string;
  /** Latest revision it is compared with; 0 = none. */
  readonly sinceRevision: number;
}

/** What a consolidation would say now, with its gaps named; stored nowhere. */
export async function provisionalConsolidation(ctx: ActContext, ref: NodeRef): Promise<Result<Provisional>> {
  const node = await seenNode(ctx, ref);
  if (!node.ok) return node;
  const campaign = await campaignById(ctx.pool, ref.campaignId);
  if (campaign === null) return refuse(problem('campaign.notFound', ['campaignId'], { id: ref.campaignId }));
  const latest = node.value.revision === 0 ? null : await consolidationAt(ctx.pool, ref, node.value.revision);
  const input = {
    campaign,
    node: node.value,
    ownPart: latest?.ownPart ?? null,
    previous: latest?.reports ?? null,
  };
  const { sources: _, ...drawn } = await snapshot(ctx.pool, input);
  return ok({ ...drawn, provisional: true, asOf: campaign.now, sinceRevision: node.value.revision });
}

export interface Cell {
  readonly reportId: string;
  readonly indicator: string;
  readonly label: string;
  /** Null: as of now, not a stored revision. */
  readonly revision: number | null;
  readonly value: ConsolidatedValue;
  readonly coverage: Coverage;
}

/** Where one figure comes from: the contribution of every source. `revision` not given: as of now. */
export async function provenance(
  ctx: ActContext,
  cell: NodeRef & {
    readonly reportId: string;
    readonly indicator: string;
    readonly revision?: number | undefined;
  },
): Promise<Result<Cell>> {
  const found =
    cell.revision === undefined
      ? await provisionalConsolidation(ctx, cell)
      : await getConsolidation(ctx, { ...cell, revision: cell.revision });
  if (!found.ok) return found;
  const value = found.value.reports[cell.reportId]?.indicators[cell.indicator];
  if (value === undefined)
    return refuse(
      problem('consolidation.cellNotFound', ['indicator'], {
        report: cell.reportId,
        indicator: cell.indicator,
      }),
    );
  const campaign = await campaignById(ctx.pool, cell.campaignId);
  const definition = campaign === null ? null : await definitionOf(ctx.pool, campaign);
  const form = definition?.reports.find(({ id }) => id === cell.reportId);
  const label = form?.indicators.find(({ id }) => id === cell.indicator)?.label ?? cell.indicator;
  const { reportId, indicator } = cell;
  return ok({
    reportId,
    indicator,
    label,
    revision: cell.revision ?? null,
    value,
    coverage: found.value.coverage,
  });
}

export interface SignInput extends NodeRef {
  /** The revision that was read; another one by now is a conflict. */
  readonly revision: number;
  /** Own figures and texts per report form; without it the part of the last signed revision stays. */
  readonly ownPart?: Readonly<Record<string, ReportInput>> | undefined;
  /** The narrative that was read; written further since, it is a conflict. Without it: as it stands. */
  readonly narrative?: readonly ReadSection[] | undefined;
}

/** Signed, a revision never changes again; the engine puts it upwards. */
export async function signConsolidation(
  ctx: ActContext,
  input: SignInput,
): Promise<Result<ConsolidationRow>> {
  const forbidden = missingScope(ctx.principal, 'consolidations:sign');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const seen = await seenNode({ ...ctx, pool: tx }, input);
    if (!seen.ok) return seen;
    if (!(await mayActAs({ ...ctx, pool: tx }, input.unitId)))
      return refuse(problem('api.forbidden', [], { scope: 'consolidations:sign' }));
    const { node, campaign } = await lockNodeScene(tx, input);
    if (campaign.status === 'cancelled') return refuse(problem('campaign.notRunning'));
    const draft = await consolidationAt(tx, input, input.revision);
    if (draft === null)
      return refuse(problem('consolidation.notFound', ['revision'], { unit: node.unitName }));
    if (input.revision !== node.revision) {
      return refuse(
        problem('consolidation.conflict', ['revision'], { expected: input.revision, actual: node.revision }),
      );
    }
    if (draft.state === 'signed')
      return refuse(problem('consolidation.alreadySigned', ['revision'], { revision: input.revision }));
    const definition = await definitionOf(tx, campaign);
    const narrative = await narrativeToSign(tx, input, { definition, read: input.narrative });
    if (!narrative.ok) return narrative;
    const { texts, signed } = narrative.value;
    const given = ownPartOf(definition, input.ownPart, texts);
    if (!given.ok) return given;
    const ownPart = withNarrative(given.value ?? ownFigures(draft.ownPart, texts), texts);
    let content: Pick<ConsolidationRow, 'reports' | 'coverage' | 'differences' | 'ownPart'> = draft;
    if (ownPart !== null) {
      const base = baseRevision(input.revision, [node.signedRevision]);
      const before = base === null ? null : await consolidationAt(tx, input, base);
      const sources = await sourcesOf(tx, draft.id);
      const drawn = await snapshot(tx, {
        campaign,
        node,
        ownPart,
        previous: before?.reports ?? null,
        sources,
      });
      const { reports, coverage, differences } = drawn;
      content = { reports, coverage, differences, ownPart };
    }
    await signDraft(tx, draft.id, { ...content, at: campaign.now, by: ctx.principal.id });
    await keepSignedNarrative(tx, draft.id, signed);
    await setRevisions(tx, input, { signedRevision: input.revision });
    await touchNode(tx, input);
    const about = { campaignId: campaign.id, unitId: input.unitId };
    const data = { periodKey: input.periodKey, revision: input.revision };
    await emitEvent(tx, { ...about, at: campaign.now, kind: 'consolidation.signed', data });
    await audit(tx, {
      ...about,
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'consolidation.signed',
      subject: draft.id,
      after: {
        ...data,
        ownPart: ownPart !== null,
        owed: content.coverage.owed,
        accepted: content.coverage.accepted,
      },
    });
    return ok({ ...draft, ...content, state: 'signed', signedAt: campaign.now, signedBy: ctx.principal.id });
  });
}

/** Without a new part and without a narrative nothing is drawn up anew: the draft is signed as it was read. */
const ownFigures = (drafted: OwnPart | null, texts: NarrativeToSign['texts']): OwnPart | null =>
  Object.keys(texts).length === 0 ? null : drafted;

/** Checked like a report of the same form; files belong to the reports of others. */
function ownPartOf(
  definition: Definition,
  given: SignInput['ownPart'],
  texts: NarrativeToSign['texts'],
): Result<OwnPart | null> {
  if (given === undefined || Object.keys(given).length === 0) return ok(null);
  const parts: Record<string, OwnPart[string]> = {};
  for (const [reportId, input] of Object.entries(given)) {
    const form = definition.reports.find(({ id }) => id === reportId);
    if (form === undefined)
      return refuse(problem('consolidation.reportUnknown', ['ownPart', reportId], { report: reportId }));
    const sections = { ...input.sections, ...texts[reportId] };
    const checked = checkReport({ ...form, attachments: [] }, { ...input, sections, attachments: [] }, []);
    if (!checked.ok)
      return refuse(
        ...checked.problems.map((each) => ({ ...each, path: ['ownPart', reportId, ...each.path] })),
      );
    parts[reportId] = { values: checked.value.values, sections: checked.value.sections };
  }
  return ok(parts);
}
