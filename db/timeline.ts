import type { Directive } from '#model';
import type { Letter } from './nodes.ts';
import type { Queryable } from './transaction.ts';

/** A step of one unit on a campaign's way down or up. */
export interface TimelineStep {
  readonly kind: 'passedOn' | 'signed';
  readonly at: string;
  readonly periodKey: string;
  readonly unitId: string;
  readonly unitName: string;
  /** 0 = the root. */
  readonly depth: number;
  readonly revision: number | null;
  readonly letterId: string | null;
  readonly document: Directive | null;
  readonly letter: Letter | null;
}

const inScope = (column: string): string =>
  `($2::text IS NULL OR EXISTS (SELECT FROM unit u, unit s WHERE s.id = $2 AND u.id = ${column} AND u.path <@ s.path))`;

/**
 * Who passed the directive on and who signed a consolidation, in the order of time: units of the scope,
 * those above that passed it on to them, and everything where the root lies in the scope.
 */
export async function timelineSteps(
  db: Queryable,
  of: { readonly campaignId: string; readonly scope: string | null },
): Promise<TimelineStep[]> {
  const { rows } = await db.query<TimelineStep>(
    `WITH all_seen AS MATERIALIZED (SELECT ${inScope('c.root_unit_id')} AS seen FROM campaign c WHERE c.id = $1)
     SELECT 'passedOn' AS kind, n.disseminated_at AS at, n.period_key AS "periodKey", n.unit_id AS "unitId", n.unit_name AS "unitName",
            n.depth, NULL::int AS revision, l.id AS "letterId", l.document, n.letter
       FROM campaign_node n
       LEFT JOIN letter l ON l.campaign_id = n.campaign_id AND l.period_key = n.period_key AND l.unit_id = n.unit_id
              AND l.kind = 'dissemination' AND l.state = 'issued'
      WHERE n.campaign_id = $1 AND n.disseminated_at IS NOT NULL
        AND ((SELECT seen FROM all_seen) OR ${inScope('n.unit_id')} OR EXISTS (
              SELECT FROM obligation o WHERE o.campaign_id = $1 AND o.period_key = n.period_key
                 AND o.disseminator_unit_id = n.unit_id AND ${inScope('o.unit_id')}))
     UNION ALL
     SELECT 'signed', k.signed_at, k.period_key, k.unit_id, n.unit_name, n.depth, k.revision, NULL, NULL, NULL
       FROM consolidation k JOIN campaign_node n USING (campaign_id, period_key, unit_id)
      WHERE k.campaign_id = $1 AND k.signed_at IS NOT NULL
        AND ((SELECT seen FROM all_seen) OR ${inScope('k.unit_id')} OR ${inScope('n.parent_unit_id')})
      ORDER BY 2, 6, 5`,
    [of.campaignId, of.scope],
  );
  return rows;
}
