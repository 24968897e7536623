import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export interface ActorTaskRow {
  readonly id: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly periodKey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly byUnitId: string;
  readonly taskId: string;
  readonly text: string;
  readonly openedAt: string;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedByName: string | null;
  /** Whose post was acted in, where somebody stood in. */
  readonly acknowledgedForName: string | null;
}

const COLUMNS = `t.id, t.campaign_id AS "campaignId", c.title AS "campaignTitle", t.period_key AS "periodKey", t.unit_id AS "unitId",
  t.unit_name AS "unitName", t.by_unit_id AS "byUnitId", t.task_id AS "taskId",
  COALESCE(c.plan->'tasks'->t.task_id->>'text', '') AS text, t.opened_at AS "openedAt",
  t.acknowledged_at AS "acknowledgedAt", t.acknowledged_by AS "acknowledgedBy",
  ${nameOf('t.acknowledged_by')} AS "acknowledgedByName", ${nameOf('t.acknowledged_on_behalf_of')} AS "acknowledgedForName"`;

const SEEN = `($1::text IS NULL OR EXISTS (SELECT 1 FROM unit s, unit u
  WHERE s.id = $1 AND u.id IN (t.unit_id, t.by_unit_id, c.root_unit_id) AND u.path <@ s.path))`;

export async function listActorTaskRows(
  tx: Queryable,
  filter: {
    scope: string | null;
    campaignId: string | null;
    unitId: string | null;
    open: boolean | null;
    after: string | null;
    limit: number;
  },
): Promise<ActorTaskRow[]> {
  const found = await tx.query<ActorTaskRow>(
    `SELECT ${COLUMNS} FROM actor_task t JOIN campaign c ON c.id = t.campaign_id
     WHERE ${SEEN} AND ($2::uuid IS NULL OR t.campaign_id = $2) AND ($3::text IS NULL OR t.unit_id = $3)
       AND ($4::boolean IS NULL OR (t.acknowledged_at IS NULL) = $4) AND ($5::uuid IS NULL OR t.id > $5)
     ORDER BY t.id LIMIT $6`,
    [filter.scope, filter.campaignId, filter.unitId, filter.open, filter.after, filter.limit],
  );
  return found.rows;
}

export async function actorTaskById(
  tx: Queryable,
  id: string,
  scope: string | null,
): Promise<ActorTaskRow | null> {
  const found = await tx.query<ActorTaskRow>(
    `SELECT ${COLUMNS} FROM actor_task t JOIN campaign c ON c.id = t.campaign_id WHERE ${SEEN} AND t.id = $2`,
    [scope, id],
  );
  return found.rows[0] ?? null;
}

export async function lockActorTask(
  tx: Queryable,
  id: string,
  scope: string | null,
): Promise<ActorTaskRow | null> {
  const found = await tx.query<ActorTaskRow>(
    `SELECT ${COLUMNS} FROM actor_task t JOIN campaign c ON c.id = t.campaign_id WHERE ${SEEN} AND t.id = $2 FOR UPDATE OF t`,
    [scope, id],
  );
  return found.rows[0] ?? null;
}

export async function acknowledgeActorTaskRow(
  tx: Queryable,
  id: string,
  done: { at: string; by: string },
): Promise<void> {
  await tx.query(
    `UPDATE actor_task SET acknowledged_at = $2, acknowledged_by = $3, acknowledged_on_behalf_of = on_behalf_of() WHERE id = $1`,
    [id, done.at, done.by],
  );
}
