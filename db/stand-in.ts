import type { NodeRef } from '#model/contract';
import { OUTSTANDING } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** What waits for people in a campaign, whoever they are. */
export interface WaitingForPeople {
  /** Units that have to pass the directive on by their own act. */
  readonly disseminations: readonly NodeRef[];
  readonly owed: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly periodKey: string;
    readonly kind: 'report' | 'acknowledge';
    readonly reportId: string | null;
    readonly openedAt: string;
    readonly dueAt: string | null;
  }[];
  readonly decisions: readonly { readonly id: string; readonly version: number }[];
  readonly signatures: readonly (NodeRef & { readonly revision: number })[];
}

const NODE = `n.campaign_id AS "campaignId", n.period_key AS "periodKey", n.unit_id AS "unitId"`;

export async function waitingForPeople(tx: Queryable, campaignId: string): Promise<WaitingForPeople> {
  const of = [campaignId];
  const disseminations = await tx.query<NodeRef>(
    `SELECT ${NODE} FROM campaign_node n JOIN campaign_period p ON p.campaign_id = n.campaign_id AND p.key = n.period_key
      WHERE n.campaign_id = $1 AND n.opened_at IS NOT NULL AND n.disseminates AND n.dissemination = 'official'
        AND n.disseminated_at IS NULL AND p.closed_at IS NULL
      ORDER BY n.period_key, n.depth, n.unit_id`,
    of,
  );
  const owed = await tx.query<WaitingForPeople['owed'][number]>(
    `SELECT o.id, o.unit_id AS "unitId", o.period_key AS "periodKey", o.kind, o.report_id AS "reportId",
            o.opened_at AS "openedAt", o.due_at AS "dueAt"
       FROM obligation o
      WHERE o.campaign_id = $1 AND NOT o.consolidates AND (${OUTSTANDING} OR o.status = 'returned')
      ORDER BY o.due_at, o.period_key, o.seq`,
    of,
  );
  const decisions = await tx.query<WaitingForPeople['decisions'][number]>(
    `SELECT o.id, o.version FROM obligation o
      WHERE o.campaign_id = $1 AND o.status = 'submitted' AND o.acceptance = 'official' ORDER BY o.period_key, o.seq`,
    of,
  );
  const signatures = await tx.query<WaitingForPeople['signatures'][number]>(
    `SELECT ${NODE}, n.revision FROM campaign_node n
       JOIN consolidation c ON (c.campaign_id, c.period_key, c.unit_id, c.revision) = (n.campaign_id, n.period_key, n.unit_id, n.revision)
      WHERE n.campaign_id = $1 AND c.state = 'draft' ORDER BY n.period_key, n.depth DESC, n.unit_id`,
    of,
  );
  return {
    disseminations: disseminations.rows,
    owed: owed.rows,
    decisions: decisions.rows,
    signatures: signatures.rows,
  };
}
