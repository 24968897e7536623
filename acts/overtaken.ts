import { type ObligationRow, type Queryable, reportVersion, type Transaction } from '#db';
import { type Problem, problem } from '#model';
import { mayActAs } from './authorise.ts';
import type { ActContext } from './context.ts';
import { lockScene } from './scene.ts';

/** The newest version was handed in while somebody was still writing: who and when. */
export async function overtaken(tx: Queryable, row: ObligationRow): Promise<Problem> {
  const latest = await reportVersion(tx, row.id, row.version);
  return problem('obligation.submittedConflict', [], {
    no: row.version,
    at: latest?.receivedAt ?? '',
    name: latest?.submittedByName ?? '',
  });
}

/**
 * Two officers submit at once: the second is told who was first, and may look before he replaces it. Null where
 * the refusal has another reason.
 */
export async function whoWasFirst(
  tx: Transaction,
  ctx: ActContext,
  { obligationId, problems }: { readonly obligationId: string; readonly problems: readonly Problem[] },
): Promise<Problem | null> {
  if (problems[0]?.code !== 'obligation.conflict') return null;
  const scene = await lockScene(tx, ctx, { obligationId });
  if (!scene.ok || !['submitted', 'accepted'].includes(scene.value.row.status)) return null;
  const { row } = scene.value;
  return (await mayActAs({ ...ctx, pool: tx }, row.unitId)) ? overtaken(tx, row) : null;
}
