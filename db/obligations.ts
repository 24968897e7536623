import type { DueStep, ObligationState, ObligationStatus } from '#model';
import { literally } from './like.ts';
import { OWED } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** One obligation with the life that `engine/obligation` decides on, and the rest of its row. */
export interface ObligationRow extends ObligationState {
  readonly id: string;
  readonly campaignId: string;
  readonly periodKey: string;
  readonly seq: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly chain: string;
  readonly disseminatorUnitId: string;
  readonly collectorUnitId: string | null;
  readonly recipientUnitIds: readonly string[];
  readonly recipientMode: 'all' | 'any';
  readonly reportId: string | null;
  readonly dueKey: string;
  readonly acceptance: 'official' | 'automatic';
  readonly consolidates: boolean;
  readonly taskIds: readonly string[];
  readonly targets: Readonly<Record<string, string>>;
  readonly onlyIf: string | null;
  readonly openedAt: string;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly dueByWorkingDays: boolean;
  readonly dueWhy: readonly DueStep[];
  readonly remindAt: readonly string[];
  readonly reminded: number;
  readonly escalateAt: string | null;
  readonly escalatedAt: string | null;
  readonly reworkOverdueAt: string | null;
  readonly acknowledgedBy: string | null;
  /** `person:<id>` whose post was acted in by somebody else. */
  readonly acknowledgedOnBehalfOf: string | null;
  readonly returnReason: string | null;
  readonly revision: number;
}

export const OBLIGATION_COLUMNS = `o.id, o.campaign_id AS "campaignId", o.period_key AS "periodKey", o.seq, o.unit_id AS "unitId",
  o.unit_name AS "unitName", o.chain, o.disseminator_unit_id AS "disseminatorUnitId", o.collector_unit_id AS "collectorUnitId",
  o.recipient_unit_ids AS "recipientUnitIds", o.recipient_mode AS "recipientMode", o.kind, o.report_id AS "reportId",
  o.due_key AS "dueKey", o.acceptance, o.consolidates, o.task_ids AS "taskIds", o.targets, o.status, o.only_if AS "onlyIf",
  o.opened_at AS "openedAt", o.due_at AS "dueAt", o.due_date AS "dueDate", o.due_bound AS "dueBound",
  o.due_by_working_days AS "dueByWorkingDays", o.due_why AS "dueWhy", o.remind_at AS "remindAt", o.reminded,
  o.escalate_at AS "escalateAt", o.escalated_at AS "escalatedAt", o.overdue_at AS "overdueAt",
  o.rework_due_at AS "reworkDueAt", o.rework_overdue_at AS "reworkOverdueAt", o.acknowledged_at AS "acknowledgedAt",
  o.acknowledged_by AS "acknowledgedBy", o.acknowledged_on_behalf_of AS "acknowledgedOnBehalfOf",
  o.first_complete_at AS "firstCompleteAt", o.counted_at AS "countedAt",
  o.counted_against AS "countedAgainst", o.accepted_at AS "acceptedAt", o.version, o.accepted_version AS "acceptedVersion",
  o.return_reason AS "returnReason", o.closed, o.revision`;

/** SQL, as `deadlineInForce` in engine/obligation.ts: while it is returned, the date for rework. */
export const DEADLINE_IN_FORCE = `CASE WHEN o.status = 'returned' THEN COALESCE(o.rework_due_at, o.due_at) ELSE o.due_at END`;

/** Locks the row: everything that an act on an obligation decides is decided between here and the commit. */
export async function lockObligation(tx: Queryable, id: string): Promise<ObligationRow | null> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o WHERE o.id = $1 FOR UPDATE`,
    [id],
  );
  return found.rows[0] ?? null;
}

export async function obligationById(tx: Queryable, id: string): Promise<ObligationRow | null> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o WHERE o.id = $1`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** The obligations upwards of a consolidating unit, locked. */
export async function lockOwnConsolidated(
  tx: Queryable,
  ref: { campaignId: string; periodKey: string; unitId: string },
): Promise<ObligationRow[]> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.unit_id = $3 AND o.consolidates AND ${OWED}
     ORDER BY o.id FOR UPDATE`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** What a collecting node has to receive in one period. */
export async function collectedBy(
  tx: Queryable,
  ref: { campaignId: string; periodKey: string; unitId: string },
): Promise<ObligationRow[]> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND o.collector_unit_id = $3 ORDER BY o.seq`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/**
 * The deadline upwards of the unit that collects, on the same report: what an extension below must not pass unsaid.
 * Told to the unit below as well, which does not see that obligation itself.
 */
export async function dueOfCollector(tx: Queryable, row: Pick<ObligationRow, 'id'>): Promise<string | null> {
  const found = await tx.query<{ dueAt: string | null }>('SELECT due_of_collector($1) AS "dueAt"', [row.id]);
  return found.rows[0]?.dueAt ?? null;
}

/** Writes what `engine/obligation` decided. */
export async function putObligationState(
  tx: Queryable,
  id: string,
  decided: {
    readonly state: ObligationState;
    readonly acknowledgedBy?: string;
    readonly returnReason?: string | null;
  },
): Promise<void> {
  const { state, ...more } = decided;
  await tx.query({
    name: 'put_obligation_state',
    text: `UPDATE obligation SET status = $2, due_at = $3, rework_due_at = $4,
       rework_overdue_at = CASE WHEN rework_due_at IS NOT DISTINCT FROM $4::timestamptz THEN rework_overdue_at END,
       acknowledged_at = $5, first_complete_at = $6, counted_at = $7, counted_against = $8, accepted_at = $9, version = $10,
       accepted_version = $11, overdue_at = $12, closed = $13, acknowledged_by = COALESCE($14, acknowledged_by),
       acknowledged_on_behalf_of = CASE WHEN $14 IS NULL THEN acknowledged_on_behalf_of ELSE on_behalf_of() END,
       return_reason = CASE WHEN $15::boolean THEN $16 ELSE return_reason END, revision = revision + 1
     WHERE id = $1`,
    values: [
      id,
      state.status,
      state.dueAt,
      state.reworkDueAt,
      state.acknowledgedAt,
      state.firstCompleteAt,
      state.countedAt,
      state.countedAgainst,
      state.acceptedAt,
      state.version,
      state.acceptedVersion,
      state.overdueAt,
      state.closed,
      more.acknowledgedBy ?? null,
      more.returnReason !== undefined,
      more.returnReason ?? null,
    ],
  });
}

export interface Timing {
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly dueByWorkingDays: boolean;
  readonly dueWhy: readonly DueStep[];
  readonly remindAt: readonly string[];
  readonly escalateAt: string | null;
}

/** A moved deadline: reminders already past by `now` are not sent for it. */
export async function putTiming(
  tx: Queryable,
  id: string,
  timing: Timing & { readonly now: string },
): Promise<void> {
  await tx.query(
    `UPDATE obligation SET due_date = $2, due_bound = $3, due_by_working_days = $4, due_why = $5, remind_at = $6::timestamptz[],
       reminded = (SELECT count(*) FROM unnest($6::timestamptz[]) r WHERE r <= $8::timestamptz), escalate_at = $7
     WHERE id = $1`,
    [
      id,
      timing.dueDate,
      timing.dueBound,
      timing.dueByWorkingDays,
      JSON.stringify(timing.dueWhy),
      timing.remindAt,
      timing.escalateAt,
      timing.now,
    ],
  );
}

/** Later reports are supplementary; what is missing stays missing. */
export async function closeObligations(
  tx: Queryable,
  campaignId: string,
  periodKey: string | null,
): Promise<number> {
  const done = await tx.query(
    `UPDATE obligation SET closed = true, revision = revision + 1
     WHERE campaign_id = $1 AND ($2::text IS NULL OR period_key = $2) AND NOT closed AND status <> 'cancelled'`,
    [campaignId, periodKey],
  );
  return done.rowCount ?? 0;
}

/** Recalled: nothing is owed any more; what was accepted stays on record. */
export async function cancelObligations(tx: Queryable, campaignId: string): Promise<number> {
  const done = await tx.query(
    `UPDATE obligation SET status = 'cancelled', revision = revision + 1 WHERE campaign_id = $1 AND status <> 'cancelled'`,
    [campaignId],
  );
  return done.rowCount ?? 0;
}

/** Those that an event, or a new calendar, may concern: not decided yet. Locked, in one order. */
export async function lockUndecided(
  tx: Queryable,
  filter: {
    campaignId: string;
    periodKey: string;
    dueKeys: readonly string[];
    event: string | null;
    unitId: string | null;
  },
): Promise<ObligationRow[]> {
  const found = await tx.query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} FROM obligation o
     WHERE o.campaign_id = $1 AND o.period_key = $2 AND (o.due_key = ANY($3::text[]) OR o.only_if = $4)
       AND ($5::text IS NULL OR o.unit_id = $5)
       AND NOT o.closed AND o.status IN ('dormant', 'open', 'acknowledged', 'submitted', 'returned')
     ORDER BY o.id FOR UPDATE`,
    [filter.campaignId, filter.periodKey, filter.dueKeys, filter.event, filter.unitId],
  );
  return found.rows;
}

export interface ObligationFilter {
  /** Unit whose subtree may be seen; null: all. */
  readonly scope: string | null;
  readonly campaignId: string | null;
  readonly periodKey: string | null;
  readonly unitId: string | null;
  readonly collectorUnitId: string | null;
  readonly status: ObligationStatus | null;
  readonly overdue: boolean | null;
  /** Words of the unit's name, with or without accents. */
  readonly q: string | null;
  readonly after: { readonly dueAt: string | null; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Who may read an obligation: owing unit, collector, disseminator, a recipient of record or the campaign's
 * root lies in the reader's subtree (`$scope`, a unit id; null: all). Aliases: `o` obligation, `c` campaign.
 */
export const seenBy = (
  scope: string,
): string => `(${scope}::text IS NULL OR ${within('u.id = c.root_unit_id', scope)}
  OR ${within('u.id = ANY(o.recipient_unit_ids || ARRAY[o.unit_id, o.collector_unit_id, o.disseminator_unit_id])', scope)})`;
/** IS TRUE: the units named are looked up by id and asked where they stand; never the subtree's whether they are named. */
const within = (named: string, scope: string): string => `EXISTS (SELECT FROM unit u WHERE ${named}
    AND (u.path <@ (SELECT s.path FROM unit s WHERE s.id = ${scope})) IS TRUE)`;

/** By due date (undated last), then id: the order of a work list. */
export async function listObligationRows(
  tx: Queryable,
  filter: ObligationFilter,
): Promise<(ObligationRow & { campaignTitle: string; mode: string; now: string })[]> {
  const found = await tx.query<ObligationRow & { campaignTitle: string; mode: string; now: string }>(
    `SELECT ${OBLIGATION_COLUMNS}, c.title AS "campaignTitle", c.mode, date_trunc('milliseconds', campaign_now(c)) AS now
     FROM obligation o JOIN campaign c ON c.id = o.campaign_id
     WHERE ${seenBy('$1')}
       AND ($2::uuid IS NULL OR o.campaign_id = $2) AND ($3::text IS NULL OR o.period_key = $3)
       AND ($4::text IS NULL OR o.unit_id = $4) AND ($5::text IS NULL OR o.collector_unit_id = $5)
       AND ($6::text IS NULL OR o.status = $6) AND ($7::boolean IS NULL OR (o.overdue_at IS NOT NULL) = $7)
       AND ($8::text IS NULL OR fold(o.unit_name) LIKE '%' || fold($8) || '%')
       AND ($10::uuid IS NULL OR (COALESCE(o.due_at, 'infinity'), o.id) > (COALESCE($9::timestamptz, 'infinity'), $10::uuid))
     ORDER BY COALESCE(o.due_at, 'infinity'), o.id LIMIT $11`,
    [
      filter.scope,
      filter.campaignId,
      filter.periodKey,
      filter.unitId,
      filter.collectorUnitId,
      filter.status,
      filter.overdue,
      filter.q === null ? null : literally(filter.q),
      filter.after?.dueAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return found.rows;
}

export async function obligationSeen(tx: Queryable, id: string, scope: string | null): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM obligation o JOIN campaign c ON c.id = o.campaign_id WHERE o.id = $1 AND ${seenBy('$2')}`,
    [id, scope],
  );
  return found.rowCount === 1;
}
