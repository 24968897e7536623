import type { Instant, ObligationState, ObligationStatus, Timeliness, Value, Values } from '#model';
import type { ConsolidatedReport } from './consolidated.ts';
import type { Coverage } from './coverage.ts';
import { canonicalInstant } from './instant.ts';
import { timelinessOf } from './timeliness.ts';

/**
 * Where a campaign stands, without anything that two correct runs may differ in (ids, who acted, the wall
 * clock): the simulator's and the database's must be equal as JSON. Built by `canonicalState` on both sides.
 */
export interface CanonicalState {
  readonly status: 'running' | 'closed' | 'cancelled';
  readonly obligations: readonly CanonicalObligation[];
  readonly consolidations: readonly CanonicalConsolidation[];
  /** Ends of task windows that were told: what timers did beside the obligations. */
  readonly windowEnds: readonly CanonicalWindowEnd[];
}

export interface CanonicalObligation {
  readonly period: string;
  readonly seq: number;
  readonly unit: string;
  readonly status: ObligationStatus;
  readonly done: boolean;
  readonly timeliness: Timeliness;
  readonly due: Instant | null;
  readonly acceptedVersion: number | null;
  readonly versions: readonly CanonicalVersion[];
  /** Reminders, overdue marks, escalations: what timers did. */
  readonly notices: readonly CanonicalNotice[];
}

export interface CanonicalVersion {
  readonly no: number;
  readonly kind: string;
  readonly late: boolean;
  readonly state: string;
  readonly values: Values;
  /** Null where the clock is the wall's. */
  readonly receivedAt: Instant | null;
}

export interface CanonicalNotice {
  readonly kind: string;
  /** The planned instant. */
  readonly at: Instant;
}

export interface CanonicalWindowEnd {
  readonly period: string;
  readonly unit: string;
  /** Who gave the tasks. */
  readonly by: string;
  readonly at: Instant;
  readonly tasks: readonly string[];
}

export interface CanonicalConsolidation {
  readonly period: string;
  readonly unit: string;
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly totals: Readonly<Record<string, Readonly<Record<string, Value | null>>>>;
  readonly owed: number;
  readonly accepted: number;
  readonly missing: readonly string[];
}

/** Rows as PostgreSQL or the simulator hold them, in any order. */
export interface CampaignRows {
  readonly status: CanonicalState['status'];
  readonly now: Instant;
  /** `rehearsal`: instants of acts are reproducible and are compared; `live`: they are the wall clock's. */
  readonly clock: 'rehearsal' | 'live';
  readonly obligations: readonly (ObligationState & {
    readonly periodKey: string;
    readonly seq: number;
    readonly unitId: string;
    readonly versions: readonly {
      readonly no: number;
      readonly kind: string;
      readonly late: boolean;
      readonly state: string;
      readonly values: Values;
      readonly receivedAt: Instant;
    }[];
    readonly notices: readonly { readonly kind: string; readonly at: Instant }[];
  })[];
  readonly consolidations: readonly {
    readonly periodKey: string;
    readonly unitId: string;
    readonly revision: number;
    readonly state: 'draft' | 'signed';
    readonly reports: Readonly<Record<string, ConsolidatedReport>>;
    readonly coverage: Coverage;
  }[];
  readonly windowEnds: readonly {
    readonly periodKey: string;
    readonly unitId: string;
    readonly byUnitId: string;
    readonly at: Instant;
    readonly taskIds: readonly string[];
  }[];
}

/** Notices that timers cause; the others follow from versions and states. One per kind and instant, whoever was told. */
const BY_TIMERS = ['reminder', 'overdue', 'escalation'];

export function canonicalState(rows: CampaignRows): CanonicalState {
  const rehearsal = rows.clock === 'rehearsal';
  const obligations = rows.obligations
    .map((row) => obligation(row, rows.now, rehearsal))
    .sort((a, b) => order(a.period, b.period) || a.seq - b.seq);
  const consolidations = rows.consolidations
    .map(consolidation)
    .sort((a, b) => order(a.period, b.period) || order(a.unit, b.unit) || a.revision - b.revision);
  const windowEnds = rows.windowEnds
    .map(({ periodKey: period, unitId: unit, byUnitId: by, at, taskIds }) => ({
      ...{ period, unit, by, at: canonicalInstant(at) },
      tasks: [...taskIds].sort(order),
    }))
    .sort((a, b) => order(a.at, b.at) || order(a.by, b.by) || order(a.unit, b.unit));
  return { status: rows.status, obligations, consolidations, windowEnds };
}

function obligation(
  row: CampaignRows['obligations'][number],
  now: Instant,
  rehearsal: boolean,
): CanonicalObligation {
  return {
    period: row.periodKey,
    seq: row.seq,
    unit: row.unitId,
    status: row.status,
    ...timelinessOf(row, now),
    due: row.dueAt === null ? null : canonicalInstant(row.dueAt),
    acceptedVersion: row.acceptedVersion,
    versions: [...row.versions]
      .sort((a, b) => a.no - b.no)
      .map(({ no, kind, late, state, values, receivedAt }) => {
        const at = rehearsal ? canonicalInstant(receivedAt) : null;
        return { no, kind, late, state, values: sorted(values, inOrder), receivedAt: at };
      }),
    notices: notices(row.notices),
  };
}

function notices(rows: readonly CanonicalNotice[]): readonly CanonicalNotice[] {
  const told = rows
    .filter(({ kind }) => BY_TIMERS.includes(kind))
    .map(({ kind, at }) => `${canonicalInstant(at)} ${kind}`);
  return [...new Set(told)].sort().map((each) => {
    const [at = '', kind = ''] = each.split(' ');
    return { kind, at };
  });
}

function consolidation(row: CampaignRows['consolidations'][number]): CanonicalConsolidation {
  const totals = sorted(row.reports, ({ indicators }) =>
    sorted(indicators, ({ value }) => (value === null ? null : inOrder(value))),
  );
  const { owed, accepted, missing } = row.coverage;
  const { periodKey: period, unitId: unit, revision, state } = row;
  return {
    period,
    unit,
    revision,
    state,
    totals,
    owed,
    accepted,
    missing: missing.map(({ unitId }) => unitId).sort(order),
  };
}

/** Keys in one order: jsonb keeps its own. */
function sorted<T, U>(record: Readonly<Record<string, T>>, each: (value: T) => U): Record<string, U> {
  const keys = Object.keys(record).sort(order);
  return Object.fromEntries(
    keys.flatMap((key) => (record[key] === undefined ? [] : [[key, each(record[key])]])),
  );
}

// The cast is safe: the same entries, only the order of the keys is another one.
const inOrder = (value: Value): Value => sorted<unknown, unknown>({ ...value }, (each) => each) as Value;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
