import type { NodeRef } from '#model/contract';
import { WATCHED } from './node-facts.ts';
import { OUTSTANDING } from './standing.ts';
import { WINDOW_ENDS } from './task-windows.ts';
import type { Queryable } from './transaction.ts';

/** What fell due and was done about it, counted. */
export interface Applied {
  readonly reminders: number;
  readonly overdue: number;
  readonly escalations: number;
  readonly windowEnds: number;
}

/**
 * Applies everything of one node that is due by `now`: reminders, overdue marks, missed rework dates,
 * escalations, ends of windows. Set-based, so that 5,000 recipients cost what five cost; every notice has a deterministic
 * key, so that a second application adds nothing. Notices carry the instant they were due at, not the
 * moment at which a worker came round to them; reminders past at the opening are sent once, at the opening.
 */
export async function applyDue(tx: Queryable, ref: NodeRef, now: string): Promise<Applied> {
  const values = [ref.campaignId, ref.periodKey, ref.unitId, now];
  const count = async (name: string, text: string): Promise<number> => {
    const done = await tx.query<{ count: number }>({ name, text, values });
    return done.rows[0]?.count ?? 0;
  };
  const reminders = await count('apply_reminders', REMINDERS);
  const overdue = (await count('apply_overdue', OVERDUE)) + (await count('apply_rework', REWORK));
  const escalations = await count('apply_escalations', ESCALATIONS);
  const windowEnds = await count('apply_window_ends', WINDOW_ENDS);
  return { reminders, overdue, escalations, windowEnds };
}

const MARKED = `o.id, o.campaign_id, o.unit_id, o.opened_at, o.due_at`;

/** Columns of a notice for an obligation `m` at `at`, to `unit`. The key makes it once. */
const NOTICE = `INSERT INTO notice (key, campaign_id, obligation_id, unit_id, kind, at, body)`;

const REMINDERS = `
  WITH ready AS (
    SELECT o.id, o.reminded AS before,
           (SELECT count(*)::int FROM unnest(o.remind_at) r WHERE r <= $4::timestamptz) AS upto
    FROM obligation o WHERE ${WATCHED} AND NOT o.closed AND ${OUTSTANDING} AND o.remind_at[o.reminded + 1] <= $4::timestamptz
    ORDER BY o.id FOR UPDATE
  ), marked AS (
    UPDATE obligation o SET reminded = ready.upto FROM ready WHERE o.id = ready.id
    RETURNING ${MARKED}, o.remind_at[ready.before + 1 : ready.upto] AS instants
  ), told AS (
    ${NOTICE}
    SELECT DISTINCT ON (m.id, GREATEST(r, m.opened_at)) m.id || '/reminder/' || iso(GREATEST(r, m.opened_at)), m.campaign_id, m.id,
           m.unit_id, 'reminder', GREATEST(r, m.opened_at), jsonb_build_object('dueAt', iso(m.due_at))
    FROM marked m, unnest(m.instants) r
    ON CONFLICT (key) DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS count FROM told`;

const OVERDUE = `
  WITH ready AS (
    SELECT o.id FROM obligation o
    WHERE ${WATCHED} AND NOT o.closed AND ${OUTSTANDING} AND o.overdue_at IS NULL AND o.due_at <= $4::timestamptz
    ORDER BY o.id FOR UPDATE
  ), marked AS (
    UPDATE obligation o SET overdue_at = o.due_at, revision = o.revision + 1 FROM ready WHERE o.id = ready.id RETURNING ${MARKED}
  ), told AS (
    ${NOTICE}
    SELECT m.id || '/overdue/' || iso(m.due_at), m.campaign_id, m.id, m.unit_id, 'overdue', m.due_at,
           jsonb_build_object('dueAt', iso(m.due_at))
    FROM marked m ON CONFLICT (key) DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS count FROM marked`;

const REWORK = `
  WITH ready AS (
    SELECT o.id FROM obligation o
    WHERE ${WATCHED} AND NOT o.closed AND o.status = 'returned' AND o.rework_overdue_at IS NULL AND o.rework_due_at <= $4::timestamptz
    ORDER BY o.id FOR UPDATE
  ), marked AS (
    UPDATE obligation o SET rework_overdue_at = o.rework_due_at, revision = o.revision + 1 FROM ready WHERE o.id = ready.id
    RETURNING ${MARKED}, o.rework_due_at
  ), told AS (
    ${NOTICE}
    SELECT m.id || '/overdue/' || iso(m.rework_due_at), m.campaign_id, m.id, m.unit_id, 'overdue', m.rework_due_at,
           jsonb_build_object('dueAt', iso(m.rework_due_at), 'rework', true)
    FROM marked m ON CONFLICT (key) DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS count FROM marked`;

/** Once, to the unit that collects (or passed it on) and to the parent of the unit that owes. */
const ESCALATIONS = `
  WITH ready AS (
    SELECT o.id FROM obligation o
    WHERE ${WATCHED} AND NOT o.closed AND ${OUTSTANDING} AND o.escalated_at IS NULL AND o.escalate_at <= $4::timestamptz
    ORDER BY o.id FOR UPDATE
  ), marked AS (
    UPDATE obligation o SET escalated_at = GREATEST(o.escalate_at, o.opened_at), revision = o.revision + 1
    FROM ready WHERE o.id = ready.id
    RETURNING ${MARKED}, o.escalated_at, o.unit_name, COALESCE(o.collector_unit_id, o.disseminator_unit_id) AS above
  ), told AS (
    ${NOTICE}
    SELECT m.id || '/escalation/' || iso(m.escalated_at) || '/' || t.unit, m.campaign_id, m.id, t.unit, 'escalation',
           m.escalated_at, jsonb_build_object('dueAt', iso(m.due_at), 'unitId', m.unit_id, 'unitName', m.unit_name)
    FROM marked m JOIN unit u ON u.id = m.unit_id
    CROSS JOIN LATERAL (SELECT m.above AS unit UNION SELECT u.parent_id WHERE u.parent_id IS NOT NULL) t
    ON CONFLICT (key) DO NOTHING RETURNING 1
  ) SELECT count(*)::int AS count FROM marked`;
