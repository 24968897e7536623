/** Where an obligation stands, as conditions on its row `o`: the same words as the engine's, for statements over many. */

/** Engine: `isOutstanding`. Nothing handed in yet; what reminders, the overdue mark and escalation concern. */
export const OUTSTANDING = `(o.status = 'open' OR (o.kind = 'report' AND o.status = 'acknowledged'))`;
/** Still to be handed in or acknowledged, for the first time or again: its deadline in force still asks something. */
export const TO_DO = `(${OUTSTANDING} OR o.status = 'returned')`;
/** Engine: `isOwed`. */
export const OWED = `o.status NOT IN ('dormant', 'cancelled')`;
/** Engine: `timelinessOf`, the axis "done". */
export const DONE = `(${OWED} AND (o.accepted_version IS NOT NULL OR (o.kind = 'acknowledge' AND o.acknowledged_at IS NOT NULL)))`;
/** Returned, and the date for handing it in again has passed: it is judged by the clock, as if it had not come. */
export const REWORK_MISSED = `(o.status = 'returned' AND o.rework_overdue_at IS NOT NULL)`;
/** Past the deadline in force and not handed in. */
export const LATE_NOW = `((${OUTSTANDING} AND o.overdue_at IS NOT NULL) OR ${REWORK_MISSED})`;
