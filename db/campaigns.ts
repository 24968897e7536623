import type { Directive, Plan, Problem } from '#model';
import type { Queryable } from './transaction.ts';

/** A campaign without its plan: what every act needs. `now` is on the campaign's own clock. */
export interface CampaignRow {
  readonly id: string;
  readonly definitionId: string;
  readonly version: number;
  readonly mode: 'live' | 'rehearsal';
  readonly title: string;
  readonly rootUnitId: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly status: 'running' | 'closed' | 'cancelled';
  readonly now: string;
  readonly clockAt: string | null;
  readonly clockTarget: string | null;
  readonly clockSteps: number | null;
  readonly rests: boolean;
  readonly nextAt: string | null;
  readonly revision: number;
  readonly override: { readonly reason: string } | null;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly closedAt: string | null;
}

const COLUMNS = `c.id, c.definition_id AS "definitionId", c.version, c.mode, c.title, c.root_unit_id AS "rootUnitId",
  c.parameters, c.status, date_trunc('milliseconds', campaign_now(c)) AS now, c.clock_at AS "clockAt",
  c.clock_target AS "clockTarget", c.clock_steps AS "clockSteps", c.rests, c.next_at AS "nextAt", c.revision,
  c.override, c.started_at AS "startedAt", c.started_by AS "startedBy", c.closed_at AS "closedAt"`;

export interface NewCampaign {
  readonly definitionId: string;
  readonly version: number;
  readonly mode: 'live' | 'rehearsal';
  readonly title: string;
  readonly directive: Directive | null;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly plan: Plan;
  readonly override: { readonly reason: string } | null;
  readonly startedBy: string;
  readonly idempotencyKey: string | null;
}

/** Null: the same starter has started with the same idempotency key before. */
export async function insertCampaign(tx: Queryable, campaign: NewCampaign): Promise<string | null> {
  const { periods, assignments, ...header } = campaign.plan;
  const inserted = await tx.query<{ id: string }>(
    `INSERT INTO campaign (definition_id, version, mode, title, root_unit_id, directive, parameters, plan, override,
                           clock_at, started_at, started_by, idempotency_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $3 = 'rehearsal' THEN $10::timestamptz END, $10, $11, $12)
     ON CONFLICT (started_by, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
     RETURNING id`,
    [
      campaign.definitionId,
      campaign.version,
      campaign.mode,
      campaign.title,
      header.rootUnitId,
      JSON.stringify(campaign.directive),
      JSON.stringify(campaign.parameters),
      JSON.stringify(header),
      campaign.override === null ? null : JSON.stringify(campaign.override),
      header.startAt,
      campaign.startedBy,
      campaign.idempotencyKey,
    ],
  );
  const id = inserted.rows[0]?.id;
  if (id === undefined) return null;
  await insertPeriods(tx, id, periods);
  await insertAssignments(tx, id, assignments);
  return id;
}

export async function insertPeriods(
  tx: Queryable,
  campaignId: string,
  periods: Plan['periods'],
): Promise<void> {
  await tx.query(
    `INSERT INTO campaign_period (campaign_id, key, label, body, opens_at)
     SELECT $1, p->>'key', p->>'label', p, (p->>'opensAt')::timestamptz FROM jsonb_array_elements($2::jsonb) p
     ON CONFLICT DO NOTHING`,
    [campaignId, JSON.stringify(periods)],
  );
}

async function insertAssignments(
  tx: Queryable,
  campaignId: string,
  assignments: Plan['assignments'],
): Promise<void> {
  await tx.query(
    `INSERT INTO campaign_assignment (campaign_id, seq, unit_id, unit_name, node_ids, chain, disseminator_unit_id, kind,
       report_id, collector_unit_id, recipients, due_key, acceptance, only_if, consolidates, task_ids, targets)
     SELECT $1, a.seq, a."unitId", a."unitName", a."nodeIds", a.chain, a."disseminatorUnitId", a.kind, a."reportId",
       a."collectorUnitId", NULLIF(a.recipients, 'null'), a."dueKey", a.acceptance, a."onlyIf", a.consolidates, a."taskIds", a.targets
     FROM jsonb_to_recordset($2::jsonb) AS a (seq int, "unitId" text, "unitName" text, "nodeIds" text[], chain text,
       "disseminatorUnitId" text, kind text, "reportId" text, "collectorUnitId" text, recipients jsonb, "dueKey" text,
       acceptance text, "onlyIf" text, consolidates boolean, "taskIds" text[], targets jsonb)`,
    [campaignId, JSON.stringify(assignments)],
  );
}

export async function campaignStartedWith(
  tx: Queryable,
  startedBy: string,
  idempotencyKey: string,
): Promise<string | null> {
  const found = await tx.query<{ id: string }>(
    'SELECT id FROM campaign WHERE started_by = $1 AND idempotency_key = $2',
    [startedBy, idempotencyKey],
  );
  return found.rows[0]?.id ?? null;
}

/** Reads without locking. The order of locks everywhere: campaign → nodes (parent first) → obligations. */
export async function campaignById(tx: Queryable, id: string): Promise<CampaignRow | null> {
  const found = await tx.query<CampaignRow>(`SELECT ${COLUMNS} FROM campaign c WHERE c.id = $1`, [id]);
  return found.rows[0] ?? null;
}

export async function lockCampaign(tx: Queryable, id: string): Promise<CampaignRow | null> {
  const found = await tx.query<CampaignRow>(`SELECT ${COLUMNS} FROM campaign c WHERE c.id = $1 FOR UPDATE`, [
    id,
  ]);
  return found.rows[0] ?? null;
}

/** What the plan says beside its nodes: texts and warnings, without reading the thousands of nodes. */
export interface PlanTexts {
  readonly tasks: Plan['tasks'];
  readonly warnings: readonly Problem[];
  readonly recurring: readonly string[];
  readonly directive: Directive | null;
}

export async function planTexts(tx: Queryable, id: string): Promise<PlanTexts | null> {
  const found = await tx.query<PlanTexts>(
    `SELECT plan->'tasks' AS tasks, plan->'warnings' AS warnings, plan->'recurring' AS recurring, directive
     FROM campaign WHERE id = $1`,
    [id],
  );
  return found.rows[0] ?? null;
}

const WITHIN = (path: string, scope: string): string =>
  `${path} <@ (SELECT path FROM unit WHERE id = ${scope})`;

/**
 * SQL over campaign `c`: it reached the scope beside its addressees, by a task of its own ("Văn phòng treo cờ …") or
 * for information. Such a unit reads the letter as an addressee does.
 */
export const toldBeside = (scope: string): string => `c.id IN (
  SELECT t.campaign_id FROM actor_task t JOIN unit w ON w.id = t.unit_id WHERE ${WITHIN('w.path', scope)}
  UNION ALL
  SELECT n.campaign_id FROM notice n JOIN unit w ON w.id = n.unit_id WHERE n.kind = 'information' AND ${WITHIN('w.path', scope)})`;

/**
 * SQL over campaign `c`: a letter with a mark of secrecy is read above its root and by those who have received it, not
 * by units that nobody has passed it on to yet. An ordinary one is seen by whoever the drawing names, from the start.
 */
export const readIfSecret = (
  scope: string,
): string => `(c.directive->>'confidentiality' IS NULL OR ${scope}::text IS NULL
  OR EXISTS (SELECT FROM unit top WHERE top.id = c.root_unit_id AND ${WITHIN('top.path', scope)})
  OR EXISTS (SELECT FROM obligation o JOIN unit w ON w.id = o.unit_id WHERE o.campaign_id = c.id AND ${WITHIN('w.path', scope)})
  OR ${toldBeside(scope)})`;

/** Campaigns whose root, or any unit taking part or told, lies in the scope (null: all). Newest first. */
export async function listCampaignRows(
  tx: Queryable,
  filter: {
    scope: string | null;
    status: string | null;
    mode: string | null;
    before: { at: string; id: string } | null;
    limit: number;
  },
): Promise<(CampaignRow & { rootName: string; createdAt: string })[]> {
  const found = await tx.query<CampaignRow & { rootName: string; createdAt: string }>(
    `SELECT ${COLUMNS}, u.name AS "rootName", c.created_at AS "createdAt"
     FROM campaign c JOIN unit u ON u.id = c.root_unit_id
     WHERE ($1::text IS NULL OR u.path <@ (SELECT path FROM unit WHERE id = $1) OR EXISTS (
             SELECT 1 FROM campaign_assignment a JOIN unit s ON s.id = a.unit_id
             WHERE a.campaign_id = c.id AND s.path <@ (SELECT path FROM unit WHERE id = $1)) OR ${toldBeside('$1')})
       AND ${readIfSecret('$1')}
       AND ($2::text IS NULL OR c.status = $2) AND ($3::text IS NULL OR c.mode = $3)
       AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', c.created_at), c.id) < ($4, $5::uuid))
     ORDER BY date_trunc('milliseconds', c.created_at) DESC, c.id DESC LIMIT $6`,
    [
      filter.scope,
      filter.status,
      filter.mode,
      filter.before?.at ?? null,
      filter.before?.id ?? null,
      filter.limit,
    ],
  );
  return found.rows;
}

/** Is anything of this campaign inside the scope? (See acts: what one may see.) */
export async function campaignInScope(tx: Queryable, id: string, scope: string | null): Promise<boolean> {
  if (scope === null) return true;
  const found = await tx.query<{ seen: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM campaign c JOIN unit u ON u.id = c.root_unit_id
                    WHERE c.id = $1 AND ${WITHIN('u.path', '$2')})
         OR EXISTS (SELECT 1 FROM campaign c WHERE c.id = $1 AND ${readIfSecret('$2')} AND (${toldBeside('$2')} OR EXISTS (
                      SELECT 1 FROM campaign_assignment a JOIN unit u ON u.id = a.unit_id
                       WHERE a.campaign_id = $1 AND ${WITHIN('u.path', '$2')})))
         AS seen`,
    [id, scope],
  );
  return found.rows[0]?.seen ?? false;
}

export async function setCampaignStatus(
  tx: Queryable,
  id: string,
  { status, at }: { readonly status: 'closed' | 'cancelled'; readonly at: string },
): Promise<void> {
  await tx.query('UPDATE campaign SET status = $2, closed_at = $3, revision = revision + 1 WHERE id = $1', [
    id,
    status,
    at,
  ]);
}

/** The campaign workflow's rest: nothing to do at the present clock, and when it looks again. */
export async function restCampaign(
  tx: Queryable,
  id: string,
  rest: { rests: boolean; nextAt: string | null; ended: boolean },
): Promise<void> {
  await tx.query(
    `UPDATE campaign SET rests = $2, next_at = $3, ended_at = CASE WHEN $4 THEN COALESCE(ended_at, clock_timestamp()) END,
       restless_at = CASE WHEN rests AND NOT $2 THEN clock_timestamp() ELSE restless_at END
     WHERE id = $1`,
    [id, rest.rests, rest.nextAt, rest.ended],
  );
}

/** A signal goes out to the campaign's workflow now. */
export async function markCampaignSignalled(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    `UPDATE campaign SET rests = false, restless_at = CASE WHEN rests THEN clock_timestamp() ELSE restless_at END WHERE id = $1`,
    [id],
  );
}
