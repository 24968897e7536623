import {
  type CampaignRow,
  campaignById,
  lockObligation,
  obligationById,
  type ObligationRow,
  obligationSeen,
  publishedDefinition,
  type Queryable,
  type Transaction,
} from '#db';
import { type Definition, ok, problem, refuse, type ReportForm, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id from outside that cannot be one is simply unknown. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** What an act on an obligation stands on, read after its row was locked: nothing about it changes before the commit. */
export interface ObligationScene {
  readonly row: ObligationRow;
  readonly campaign: CampaignRow;
  readonly definition: Definition;
}

/** For reading only, nothing locked; unknown ids and ids outside the reader's subtree look the same. */
export async function seenObligation(
  { pool, principal }: ActContext,
  id: string,
): Promise<Result<Pick<ObligationScene, 'row' | 'campaign'>>> {
  const forbidden = missingScope(principal, 'read');
  if (forbidden) return refuse(forbidden);
  const seen = isUuid(id) && (await obligationSeen(pool, id, principal.unitId));
  const row = seen ? await obligationById(pool, id) : null;
  const campaign = row === null ? null : await campaignById(pool, row.campaignId);
  return row === null || campaign === null
    ? refuse(problem('obligation.notFound', ['obligationId'], { id }))
    : ok({ row, campaign });
}

/** Unknown ids and ids outside the reader's subtree look the same. */
export async function lockScene(
  tx: Queryable,
  ctx: ActContext,
  act: { readonly obligationId: string; readonly expectedRevision?: number | undefined },
): Promise<Result<ObligationScene>> {
  const notFound = problem('obligation.notFound', ['obligationId'], { id: act.obligationId });
  if (!isUuid(act.obligationId)) return refuse(notFound);
  const row = await lockObligation(tx, act.obligationId);
  if (row === null || !(await obligationSeen(tx, row.id, ctx.principal.unitId))) return refuse(notFound);
  if (act.expectedRevision !== undefined && act.expectedRevision !== row.revision) {
    return refuse(
      problem('obligation.conflict', ['expectedRevision'], {
        expected: act.expectedRevision,
        actual: row.revision,
      }),
    );
  }
  const campaign = await campaignById(tx, row.campaignId);
  if (campaign === null) throw new Error(`obligation ${row.id} without campaign`);
  return ok({ row, campaign, definition: await definitionOf(tx, campaign) });
}

/** For what only the owing unit itself does: it acknowledges, reports, asks for more time. */
export async function lockOwnScene(
  tx: Transaction,
  ctx: ActContext,
  act: { readonly obligationId: string; readonly expectedRevision?: number | undefined },
): Promise<Result<ObligationScene>> {
  const scene = await lockScene(tx, ctx, act);
  if (!scene.ok || (await mayActAs({ ...ctx, pool: tx }, scene.value.row.unitId))) return scene;
  return refuse(problem('api.forbidden', [], { scope: 'reports:write' }));
}

export async function definitionOf(
  tx: Queryable,
  campaign: Pick<CampaignRow, 'definitionId' | 'version'>,
): Promise<Definition> {
  const published = await publishedDefinition(tx, campaign.definitionId, campaign.version);
  if (published === null)
    throw new Error(`definition ${campaign.definitionId} version ${campaign.version} is gone`);
  return published.body;
}

export function formOf(definition: Definition, reportId: string): ReportForm {
  const form = definition.reports.find(({ id }) => id === reportId);
  if (form === undefined) throw new Error(`definition ${definition.key} has no report ${reportId}`);
  return form;
}
