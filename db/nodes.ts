import type { NodeRef } from '#model/contract';
import type { Queryable } from './transaction.ts';

/** The relay's own document, as it was passed on. */
export interface Letter {
  readonly codeNumber?: string;
  readonly codeNotation?: string;
  readonly issuedDate?: string;
  readonly subject?: string;
  /** Tasks that the relaying unit adds to its own recipients' ones. */
  readonly addedTasks: readonly string[];
}

export interface NodeRow extends NodeRef {
  readonly unitName: string;
  readonly nodeId: string;
  readonly parentUnitId: string | null;
  readonly depth: number;
  readonly disseminates: boolean;
  readonly collects: boolean;
  readonly dissemination: 'automatic' | 'official';
  readonly sign: 'automatic' | 'official';
  readonly when: 'allAccepted' | 'allAcceptedOrDue';
  readonly openedAt: string | null;
  readonly workflowStartedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly disseminatedBy: string | null;
  readonly letter: Letter | null;
  readonly rests: boolean;
  readonly nextAt: string | null;
  readonly stale: boolean;
  readonly revision: number;
  readonly signedRevision: number;
  readonly submittedRevision: number;
  readonly endedAt: string | null;
}

export const NODE_COLUMNS = `n.campaign_id AS "campaignId", n.period_key AS "periodKey", n.unit_id AS "unitId", n.unit_name AS "unitName",
  n.node_id AS "nodeId", n.parent_unit_id AS "parentUnitId", n.depth, n.disseminates, n.collects, n.dissemination, n.sign,
  n.consolidate_when AS "when", n.opened_at AS "openedAt", n.workflow_started_at AS "workflowStartedAt",
  n.disseminated_at AS "disseminatedAt", n.disseminated_by AS "disseminatedBy", n.letter, n.rests, n.next_at AS "nextAt",
  n.stale, n.revision, n.signed_revision AS "signedRevision", n.submitted_revision AS "submittedRevision", n.ended_at AS "endedAt"`;

const SAME_NODE = 'n.campaign_id = $1 AND n.period_key = $2 AND n.unit_id = $3';
const key = (ref: NodeRef): [string, string, string] => [ref.campaignId, ref.periodKey, ref.unitId];

export async function nodeByRef(tx: Queryable, ref: NodeRef): Promise<NodeRow | null> {
  const found = await tx.query<NodeRow>(
    `SELECT ${NODE_COLUMNS} FROM campaign_node n WHERE ${SAME_NODE}`,
    key(ref),
  );
  return found.rows[0] ?? null;
}

/** Serialises the steps and the officials' acts of one node. Locks: campaign → nodes (parent first) → obligations. */
export async function lockNode(tx: Queryable, ref: NodeRef): Promise<NodeRow | null> {
  const found = await tx.query<NodeRow>(
    `SELECT ${NODE_COLUMNS} FROM campaign_node n WHERE ${SAME_NODE} FOR UPDATE`,
    key(ref),
  );
  return found.rows[0] ?? null;
}

/** Before a statement that writes obligations of many nodes at once (closing, a new calendar). */
export async function lockAllNodes(tx: Queryable, campaignId: string): Promise<void> {
  await tx.query(
    'SELECT 1 FROM campaign_node WHERE campaign_id = $1 AND opened_at IS NOT NULL ORDER BY period_key, depth, unit_id FOR UPDATE',
    [campaignId],
  );
}

/**
 * The workflows of one period: in the first one all nodes of the plan, later those with something owed in
 * the period (its due keys say what) and whoever passes it on to them. A unit that passed the directive on by its own act in an
 * earlier period need not sign it again for each report.
 */
export async function insertNodes(
  tx: Queryable,
  {
    campaignId,
    periodKey,
    now,
  }: { readonly campaignId: string; readonly periodKey: string; readonly now: string },
): Promise<number> {
  const done = await tx.query(
    `WITH RECURSIVE plan_node AS MATERIALIZED (
       SELECT n.* FROM campaign c, jsonb_to_recordset(c.plan->'nodes') AS n ("unitId" text, "unitName" text, "nodeId" text,
         "parentUnitId" text, disseminates boolean, collects boolean, dissemination text, sign text, "when" text, depth int)
       WHERE c.id = $1
     ), busy AS MATERIALIZED (
       SELECT a.disseminator_unit_id AS passes, a.collector_unit_id AS collects FROM campaign_assignment a
       WHERE a.campaign_id = $1 AND a.due_key IN (
         SELECT jsonb_object_keys(body->'dues') FROM campaign_period WHERE campaign_id = $1 AND key = $2)
     ), wanted AS (
       SELECT n."unitId", n."parentUnitId" FROM plan_node n
       WHERE n."parentUnitId" IS NULL
          OR NOT EXISTS (SELECT 1 FROM campaign_node other WHERE other.campaign_id = $1 AND other.period_key <> $2)
          OR n."unitId" IN (SELECT passes FROM busy) OR n."unitId" IN (SELECT collects FROM busy)
       UNION
       SELECT n."unitId", n."parentUnitId" FROM wanted w JOIN plan_node n ON n."unitId" = w."parentUnitId"
     )
     INSERT INTO campaign_node (campaign_id, period_key, unit_id, unit_name, node_id, parent_unit_id, depth, disseminates,
       collects, dissemination, sign, consolidate_when, opened_at)
     SELECT $1, $2, n."unitId", n."unitName", n."nodeId", n."parentUnitId", n.depth, n.disseminates,
       n.collects AND n."unitId" IN (SELECT collects FROM busy),
       CASE WHEN EXISTS (SELECT 1 FROM campaign_node e WHERE e.campaign_id = $1 AND e.period_key <> $2
                           AND e.unit_id = n."unitId" AND e.disseminated_at IS NOT NULL)
            THEN 'automatic' ELSE n.dissemination END,
       n.sign, n."when", CASE WHEN n."parentUnitId" IS NULL THEN $3::timestamptz END
     FROM plan_node n WHERE n."unitId" IN (SELECT "unitId" FROM wanted)
     ON CONFLICT DO NOTHING`,
    [campaignId, periodKey, now],
  );
  return done.rowCount ?? 0;
}

/** Relays and via-consolidators below a node that has passed the directive on. */
export async function openChildNodes(tx: Queryable, ref: NodeRef, now: string): Promise<void> {
  await tx.query(
    `UPDATE campaign_node SET opened_at = $4, restless_at = clock_timestamp()
     WHERE campaign_id = $1 AND period_key = $2 AND parent_unit_id = $3 AND opened_at IS NULL`,
    [...key(ref), now],
  );
}

export async function markDisseminated(
  tx: Queryable,
  ref: NodeRef,
  done: { at: string; by: string; letter: Letter | null },
): Promise<void> {
  await tx.query(
    `UPDATE campaign_node n SET disseminated_at = $4, disseminated_by = $5, letter = $6 WHERE ${SAME_NODE}`,
    [...key(ref), done.at, done.by, done.letter === null ? null : JSON.stringify(done.letter)],
  );
}

export interface NodeToStart extends NodeRef {
  readonly unitName: string;
  readonly depth: number;
}

/** Opened children of a node (`unitId` null: the root of the period) that have no workflow yet. */
export async function unstartedNodes(
  tx: Queryable,
  ref: { campaignId: string; periodKey: string; unitId: string | null },
  limit: number,
): Promise<NodeToStart[]> {
  const found = await tx.query<NodeToStart>(
    `SELECT n.campaign_id AS "campaignId", n.period_key AS "periodKey", n.unit_id AS "unitId", n.unit_name AS "unitName", n.depth
     FROM campaign_node n
     WHERE n.campaign_id = $1 AND n.period_key = $2 AND n.parent_unit_id IS NOT DISTINCT FROM $3::text
       AND n.opened_at IS NOT NULL AND n.workflow_started_at IS NULL
     ORDER BY n.unit_id LIMIT $4`,
    [ref.campaignId, ref.periodKey, ref.unitId, limit],
  );
  return found.rows;
}

export async function markNodesStarted(tx: Queryable, refs: readonly NodeRef[]): Promise<void> {
  await tx.query(
    `WITH started AS (
       UPDATE campaign_node n SET workflow_started_at = clock_timestamp()
       FROM jsonb_to_recordset($1::jsonb) AS r ("campaignId" uuid, "periodKey" text, "unitId" text)
       WHERE n.campaign_id = r."campaignId" AND n.period_key = r."periodKey" AND n.unit_id = r."unitId"
         AND n.workflow_started_at IS NULL
       RETURNING n.campaign_id, n.period_key, n.parent_unit_id
     )
     UPDATE campaign_period p SET root_started_at = clock_timestamp() FROM started s
     WHERE s.parent_unit_id IS NULL AND p.campaign_id = s.campaign_id AND p.key = s.period_key AND p.root_started_at IS NULL`,
    [JSON.stringify(refs)],
  );
}

export interface Rest {
  readonly rests: boolean;
  readonly nextAt: string | null;
  readonly ended: boolean;
  readonly stale: boolean;
}

/** Writes only what changed: most looks at a node find it as it was. */
export async function restNode(tx: Queryable, before: NodeRow, rest: Rest): Promise<void> {
  const ended = before.endedAt !== null;
  const same =
    before.rests === rest.rests &&
    before.nextAt === rest.nextAt &&
    ended === rest.ended &&
    before.stale === rest.stale;
  if (same) return;
  await tx.query(
    `UPDATE campaign_node n SET rests = $4, next_at = $5, stale = $7,
       ended_at = CASE WHEN $6 THEN COALESCE(n.ended_at, clock_timestamp()) END,
       restless_at = CASE WHEN n.rests AND NOT $4 THEN clock_timestamp() ELSE n.restless_at END
     WHERE ${SAME_NODE}`,
    [...key(before), rest.rests, rest.nextAt, rest.ended, rest.stale],
  );
}

/** A signal goes out for this node now. */
export async function markSignalled(tx: Queryable, ref: NodeRef): Promise<void> {
  await tx.query(
    `UPDATE campaign_node n SET rests = false, signalled_at = clock_timestamp(),
       restless_at = CASE WHEN n.rests THEN clock_timestamp() ELSE n.restless_at END
     WHERE ${SAME_NODE}`,
    key(ref),
  );
}

export async function setRevisions(
  tx: Queryable,
  ref: NodeRef,
  change: { revision?: number; signedRevision?: number; submittedRevision?: number },
): Promise<void> {
  await tx.query(
    `UPDATE campaign_node n SET revision = COALESCE($4, n.revision), signed_revision = COALESCE($5, n.signed_revision),
       submitted_revision = COALESCE($6, n.submitted_revision), stale = CASE WHEN $4::int IS NULL THEN n.stale ELSE false END
     WHERE ${SAME_NODE}`,
    [...key(ref), change.revision ?? null, change.signedRevision ?? null, change.submittedRevision ?? null],
  );
}

/** The letter with which the disseminator of an obligation passed the directive on. */
export async function letterAbove(
  tx: Queryable,
  row: { campaignId: string; periodKey: string; disseminatorUnitId: string },
): Promise<Letter | null> {
  const found = await tx.query<{ letter: Letter | null }>(
    `SELECT n.letter FROM campaign_node n WHERE ${SAME_NODE}`,
    [row.campaignId, row.periodKey, row.disseminatorUnitId],
  );
  return found.rows[0]?.letter ?? null;
}
