import type { Pool } from 'pg';

/** So many as the bar says; the shape is the country's: provinces, their departments and communes, schools below. */
export const OBLIGATIONS = 1_000_000;
export const UNITS = 20_000;
export const PEOPLE = 50_000;
const CAMPAIGNS = 100;
const PROVINCES = 34;
/** Each holds as many tasks as the busiest office would. */
const BUSY = 20;

/** Units whose desks are looked at: ordinary ones, collecting ones, and the busiest. */
export interface Desks {
  readonly ordinary: readonly string[];
  readonly collecting: readonly string[];
  readonly busy: readonly string[];
  /** The ministry: everybody and everything is below it. */
  readonly top: string;
}

const UNIT_ROWS = `
  INSERT INTO unit (id, code, name, kind, type, parent_id, path)
  SELECT 'wp-' || n, 'wp-' || n,
    CASE WHEN n = 0 THEN 'Bộ thử' WHEN n <= ${PROVINCES} THEN 'Tỉnh thử số ' || n ELSE 'Xã thử số ' || n END,
    CASE WHEN n = 0 THEN 'ministry' WHEN n <= ${PROVINCES} THEN 'province' ELSE 'commune' END, '',
    CASE WHEN n = 0 THEN NULL WHEN n <= ${PROVINCES} THEN 'wp-0' ELSE 'wp-' || (1 + n % ${PROVINCES}) END,
    (CASE WHEN n = 0 THEN 'wp-0' WHEN n <= ${PROVINCES} THEN 'wp-0.wp-' || n ELSE 'wp-0.wp-' || (1 + n % ${PROVINCES}) || '.wp-' || n END)::ltree
  FROM generate_series(0, ${UNITS - 1}) n`;

const PEOPLE_ROWS = [
  `INSERT INTO person (id, subject, name) SELECT 'wp-' || n, 'wp-' || n, 'Cán bộ thử ' || n FROM generate_series(1, ${PEOPLE}) n`,
  `INSERT INTO post (id, unit_id, roles) SELECT md5('post' || n)::uuid, 'wp-' || n % ${UNITS}, ARRAY['clerk', 'officer', 'leader']
     FROM generate_series(1, ${PEOPLE}) n`,
  `INSERT INTO post_holder (post_id, person_id) SELECT md5('post' || n)::uuid, 'wp-' || n FROM generate_series(1, ${PEOPLE}) n`,
];

/** Live campaigns at rest: nothing falls due while it is measured, and no workflow stands behind them. */
const CAMPAIGN_ROWS = [
  `INSERT INTO campaign (id, definition_id, version, mode, title, root_unit_id, directive, plan, rests, started_at, started_by)
   SELECT md5('campaign' || n)::uuid, v.definition_id, v.version, 'live', 'Đợt thử thứ ' || n || ' về phòng, chống lụt bão', 'wp-0',
     jsonb_build_object('codeNumber', (1000 + n)::text, 'codeNotation', 'BCT-TTTN', 'system', 'state', 'subject', 'Báo cáo tình hình số ' || n),
     jsonb_build_object('tasks', '{}'::jsonb, 'nodes', '[]'::jsonb), true, now() - interval '60 days', 'engine'
   FROM generate_series(1, ${CAMPAIGNS}) n, (SELECT * FROM definition_version ORDER BY definition_id, version LIMIT 1) v`,
  `INSERT INTO campaign_period (campaign_id, key, label, body, opens_at, opened_at, root_started_at)
   SELECT md5('campaign' || n)::uuid, 'once', 'Một kỳ', '{"dues": {}}', now() - interval '60 days', now() - interval '60 days', now()
   FROM generate_series(1, ${CAMPAIGNS}) n`,
  // each province has passed each campaign on, by a letter of its own
  `INSERT INTO campaign_node (campaign_id, period_key, unit_id, unit_name, node_id, parent_unit_id, depth, disseminates, collects,
     dissemination, sign, consolidate_when, opened_at, disseminated_at, letter, rests)
   SELECT md5('campaign' || c)::uuid, 'once', 'wp-' || n, 'Tỉnh thử số ' || n, 'tinh', 'wp-0', 1, true, true, 'official', 'official',
     'whenAllAccepted', now() - interval '60 days', now() - interval '59 days',
     jsonb_build_object('codeNumber', (2000 + c)::text, 'codeNotation', 'UBND-KT', 'subject', 'V/v báo cáo tình hình số ' || c), true
   FROM generate_series(1, ${CAMPAIGNS}) c, generate_series(1, ${PROVINCES}) n`,
];

/** Half done, a third open and in time, the rest overdue, returned or waiting to be decided on. */
const OBLIGATION_ROWS = `
  INSERT INTO obligation (campaign_id, period_key, seq, unit_id, unit_name, chain, disseminator_unit_id, collector_unit_id, kind,
    report_id, due_key, acceptance, consolidates, task_ids, status, opened_at, due_at, due_date, due_bound, version,
    acknowledged_at, first_complete_at, counted_at, counted_against, accepted_at, accepted_version, rework_due_at)
  SELECT md5('campaign' || c)::uuid, 'once', n, 'wp-' || u, 'Xã thử số ' || u, 'state', 'wp-' || (1 + u % ${PROVINCES}),
    'wp-' || (1 + u % ${PROVINCES}), CASE WHEN k = 0 THEN 'acknowledge' ELSE 'report' END, 'so-lieu', 'xa/so-lieu', 'official',
    false, '{}',
    CASE s WHEN 0 THEN 'open' WHEN 1 THEN 'open' WHEN 2 THEN 'acknowledged' WHEN 3 THEN 'returned' WHEN 4 THEN 'submitted' ELSE 'accepted' END,
    now() - interval '30 days', due, (due AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'by', CASE WHEN s >= 3 THEN 1 ELSE 0 END,
    CASE WHEN s >= 2 THEN now() - interval '20 days' END, CASE WHEN s >= 3 THEN now() - interval '10 days' END,
    CASE WHEN s >= 3 THEN now() - interval '10 days' END, CASE WHEN s >= 3 THEN due END,
    CASE WHEN s >= 5 THEN now() - interval '9 days' END, CASE WHEN s >= 5 THEN 1 END, CASE WHEN s = 3 THEN due END
  FROM (SELECT n, CASE WHEN n % 20 = 7 THEN ${PROVINCES} + 1 + (n / 20) % ${BUSY}
                       ELSE ${PROVINCES} + 1 + (n * 7919) % ${UNITS - PROVINCES - 1} END AS u,
          1 + (n * 7919 / ${UNITS}) % ${CAMPAIGNS} AS c, (n * 48271 / 64) % 10 AS s, (n * 40692 / 64) % 10 AS k,
          date_trunc('day', now()) + ((n * 16807 / 32) % 60 - 15) * interval '1 day' + interval '17 hours' AS due
        FROM generate_series($1::bigint, $2::bigint) n) r`;

/** A third of the open tasks are in somebody's hands. */
const WORK_ROWS = `
  INSERT INTO task_work (subject, unit_id, person_id, assigned_by)
  SELECT 'obligation:' || o.id, o.unit_id, 'wp-' || substr(o.unit_id, 4)::int, 'engine' FROM obligation o
  WHERE o.unit_id LIKE 'wp-%' AND o.status IN ('open', 'acknowledged', 'returned') AND o.seq % 3 = 0`;

const BATCH = 100_000;

/** Writes the rows into a database that has been migrated and seeded. */
export async function fill(pool: Pool): Promise<Desks> {
  await pool.query(UNIT_ROWS);
  for (const statement of [...PEOPLE_ROWS, ...CAMPAIGN_ROWS]) await pool.query(statement);
  await withoutIndexes(pool, async () => {
    for (let from = 1; from <= OBLIGATIONS; from += BATCH)
      await pool.query(OBLIGATION_ROWS, [from, from + BATCH - 1]);
  });
  await pool.query(WORK_ROWS);
  await pool.query('VACUUM ANALYZE');
  const ids = (from: number, count: number, step: number) =>
    Array.from({ length: count }, (_, n) => `wp-${from + n * step}`);
  return {
    ordinary: ids(PROVINCES + BUSY + 1, 180, 97),
    collecting: ids(1, PROVINCES, 1),
    busy: ids(PROVINCES + 1, BUSY, 1),
    top: 'wp-0',
  };
}

/** Made after the rows they cost a fraction; what is a constraint of the table stays. */
async function withoutIndexes(pool: Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; made: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
     WHERE indrelid = 'obligation'::regclass AND NOT indisunique`,
  );
  for (const { name } of rows) await pool.query(`DROP INDEX ${name}`);
  await work();
  for (const { made } of rows) await pool.query(made);
}
