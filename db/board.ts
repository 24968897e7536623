import type { ObligationStatus } from '#model';
import { literally } from './like.ts';
import { DEADLINE_IN_FORCE, seenBy } from './obligations.ts';
import { DONE, LATE_NOW, OWED, REWORK_MISSED } from './standing.ts';
import type { Queryable } from './transaction.ts';

/** Complete and handed in, or acknowledged where only that is owed; judged by the first time (C6). */
const RECEIVED = `(${OWED} AND o.counted_at IS NOT NULL AND NOT ${REWORK_MISSED})`;

/**
 * What a board counts, each as a condition on an obligation `o` (null where the assignment has not been
 * passed on yet). Expected = received + missing + waiting; received = on time + late; returned ones stay
 * received until their date for rework has passed, so that a return does not change the rate in time (C6).
 */
const IS = {
  expected: OWED,
  received: RECEIVED,
  onTime: `${RECEIVED} AND (o.counted_against IS NULL OR o.counted_at < o.counted_against)`,
  late: `${RECEIVED} AND o.counted_at >= o.counted_against`,
  /** Past the deadline in force, which may be that for rework, and not handed in. */
  missing: LATE_NOW,
  waiting: `${OWED} AND o.counted_at IS NULL AND NOT ${LATE_NOW}`,
  returned: `o.status = 'returned'`,
  done: DONE,
  /** Planned, but the level above has not passed it on. */
  unopened: 'o.id IS NULL',
} as const;

export type Figure = keyof typeof IS;
export const FIGURES: readonly Figure[] = [
  'expected',
  'received',
  'onTime',
  'late',
  'missing',
  'waiting',
  'returned',
  'done',
  'unopened',
];
type Figures = Readonly<Record<Figure, number>>;

export interface BoardOf {
  readonly campaignId: string;
  readonly periodKey: string;
  /** Subtree of the reader; null = all. */
  readonly scope: string | null;
  /** The unit whose addressees are the branches. */
  readonly parentUnitId: string;
}

export interface BoardRows {
  readonly periods: readonly (Figures & { readonly key: string; readonly label: string })[];
  readonly levels: readonly (Figures & { readonly nodeId: string })[];
  readonly branches: readonly (Figures & {
    readonly unitId: string;
    readonly unitName: string;
    /** Whether it passes on to others: then its own branches can be looked at. */
    readonly passesOn: boolean;
  })[];
}

/** Every assignment that the reader may see, in every period it belongs to, with its branch below `$4`. */
const BASE = `
  RECURSIVE below AS (
    SELECT a.unit_id, a.unit_id AS branch FROM campaign_assignment a WHERE a.campaign_id = $1 AND a.disseminator_unit_id = $4
    UNION
    SELECT a.unit_id, b.branch FROM below b
      JOIN campaign_assignment a ON a.campaign_id = $1 AND a.disseminator_unit_id = b.unit_id AND a.unit_id <> $4
  ), place AS MATERIALIZED (
    SELECT DISTINCT ON (unit_id) unit_id, branch FROM below ORDER BY unit_id, branch
  ), seen AS MATERIALIZED (
    SELECT o.seq, o.unit_id, o.unit_name, o.node_ids, o.due_key, o.disseminator_unit_id,
           CASE WHEN o.disseminator_unit_id = $4 THEN o.unit_id ELSE p.branch END AS branch
      FROM (SELECT a.*, ARRAY(SELECT jsonb_array_elements_text(a.recipients->'unitIds')) AS recipient_unit_ids
              FROM campaign_assignment a WHERE a.campaign_id = $1) o
      JOIN campaign c ON c.id = o.campaign_id LEFT JOIN place p ON p.unit_id = o.disseminator_unit_id
     WHERE ${seenBy('$3')}
  )`;
const WITH_OBLIGATION = `FROM seen s JOIN campaign_period p ON p.campaign_id = $1 AND p.body->'dues' ? s.due_key
  LEFT JOIN obligation o ON o.campaign_id = $1 AND o.period_key = p.key AND o.seq = s.seq`;

const COUNTED = FIGURES.map((figure) => `'${figure}', count(*) FILTER (WHERE "${figure}")::int`).join(', ');

const BOARD = `WITH ${BASE}, base AS MATERIALIZED (
    SELECT s.*, p.key AS period_key, ${FIGURES.map((figure) => `(${IS[figure]}) IS TRUE AS "${figure}"`).join(', ')}
    ${WITH_OBLIGATION}
  )
  SELECT
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('key', p.key, 'label', p.label) || COALESCE(b.figures, '{}') ORDER BY p.opens_at, p.key), '[]')
       FROM campaign_period p
       CROSS JOIN LATERAL (SELECT jsonb_build_object(${COUNTED}) AS figures FROM base WHERE period_key = p.key) b
      WHERE p.campaign_id = $1) AS periods,
    (SELECT COALESCE(jsonb_agg(x.line), '[]') FROM (
       SELECT jsonb_build_object('nodeId', g.node_id, ${COUNTED}) AS line
         FROM base, unnest(node_ids) g (node_id) WHERE period_key = $2 GROUP BY g.node_id) x) AS levels,
    (SELECT COALESCE(jsonb_agg(x.line ORDER BY x.seq), '[]') FROM (
       SELECT min(seq) AS seq, jsonb_build_object('unitId', branch,
           'unitName', (array_agg(unit_name ORDER BY seq) FILTER (WHERE unit_id = branch))[1],
           'passesOn', bool_or(disseminator_unit_id = branch), ${COUNTED}) AS line
         FROM base WHERE period_key = $2 AND branch IS NOT NULL GROUP BY branch) x) AS branches`;

/** All figures of a board, of one moment, in one statement. */
export async function boardRows(db: Queryable, of: BoardOf): Promise<BoardRows> {
  const { rows } = await db.query<BoardRows>({
    name: 'board',
    text: BOARD,
    values: [of.campaignId, of.periodKey, of.scope, of.parentUnitId],
  });
  const found = rows[0];
  if (found === undefined) throw new Error('no row from the board');
  return found;
}

export interface BehindFigure extends BoardOf {
  readonly figure: Figure;
  readonly nodeId: string | null;
  readonly branch: string | null;
  /** Part of a name, with or without accents. */
  readonly q: string | null;
  readonly afterSeq: number;
  readonly limit: number;
}

export interface BoardUnit {
  readonly seq: number;
  readonly unitId: string;
  readonly unitName: string;
  /** Who passes the directive on to it. */
  readonly fromName: string;
  readonly obligationId: string | null;
  readonly kind: 'report' | 'acknowledge' | null;
  readonly status: ObligationStatus | null;
  /** The deadline in force: while it is returned, that for rework. */
  readonly dueAt: string | null;
  readonly receivedAt: string | null;
  readonly late: boolean;
  readonly returnReason: string | null;
}

/** The units that a figure counts, in the order of the plan: exactly as many rows as the figure says. */
export async function unitsBehind(db: Queryable, of: BehindFigure): Promise<BoardUnit[]> {
  const { rows } = await db.query<BoardUnit>(
    `WITH ${BASE}
     SELECT s.seq, s.unit_id AS "unitId", s.unit_name AS "unitName", f.name AS "fromName", o.id AS "obligationId", o.kind, o.status,
            ${DEADLINE_IN_FORCE} AS "dueAt", o.counted_at AS "receivedAt", (${IS.late}) IS TRUE AS late,
            CASE WHEN o.status = 'returned' THEN o.return_reason END AS "returnReason"
     ${WITH_OBLIGATION} JOIN unit f ON f.id = s.disseminator_unit_id
     WHERE p.key = $2 AND (${IS[of.figure]})
       AND ($5::text IS NULL OR $5 = ANY(s.node_ids)) AND ($6::text IS NULL OR s.branch = $6)
       AND ($7::text IS NULL OR fold(s.unit_name) LIKE '%' || fold($7) || '%') AND s.seq > $8
     ORDER BY s.seq LIMIT $9`,
    [
      of.campaignId,
      of.periodKey,
      of.scope,
      of.parentUnitId,
      of.nodeId,
      of.branch,
      of.q === null ? null : literally(of.q),
      of.afterSeq,
      of.limit,
    ],
  );
  return rows;
}
