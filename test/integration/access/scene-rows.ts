import type { Pool } from 'pg';

/** Units of the scene: every table gets a row of each, so that "sees nothing foreign" says something. */
export interface SceneUnits {
  readonly mine: string;
  readonly sibling: string;
  readonly elsewhere: string;
}

/** What no act of the scene leaves behind: rows of the registers, drafts, letters, posts and keys of three units. */
export async function addRows(pool: Pool, campaignId: string, units: SceneUnits): Promise<void> {
  for (const unit of Object.values(units))
    for (const text of ROWS) await pool.query(text, [unit, campaignId]);
  await pool.query(OF_OBLIGATIONS, [campaignId]);
}

const WITH_UNIT = `SELECT $1::text AS unit, $2::uuid AS campaign`;
const ROWS = [
  `INSERT INTO person (id, subject, name) SELECT 'p-' || unit, 'p-' || unit, 'Ví dụ: ' || unit FROM (${WITH_UNIT}) x`,
  `WITH one AS (INSERT INTO post (unit_id, roles) SELECT unit, '{officer}' FROM (${WITH_UNIT}) x RETURNING id, unit_id)
   INSERT INTO post_holder (post_id, person_id) SELECT id, 'p-' || unit_id FROM one`,
  `INSERT INTO delegation (kind, post_id, from_person_id, to_person_id, from_at, to_at, reason, created_by)
   SELECT 'absence', h.post_id, 'p-' || unit, (SELECT min(id) FROM person WHERE id <> 'p-' || unit), now(), now() + interval '1 day', 'nghỉ', 'engine'
     FROM (${WITH_UNIT}) x JOIN post_holder h ON h.person_id = 'p-' || unit`,
  `INSERT INTO service_key (name, hash, unit_id, scopes) SELECT unit, convert_to(unit, 'UTF8'), unit, '{read}' FROM (${WITH_UNIT}) x`,
  `INSERT INTO saved_filter (person_id, name, query) SELECT 'p-' || unit, 'x', '{}' FROM (${WITH_UNIT}) x`,
  `INSERT INTO mail (person_id, day, address, notice_ids) SELECT 'p-' || unit, '2024-11-20', 'a@b.example', '{}' FROM (${WITH_UNIT}) x`,
  `INSERT INTO unit_office (unit_id, body, updated_by) SELECT unit, '{}', 'engine' FROM (${WITH_UNIT}) x`,
  `INSERT INTO register_number (unit_id, direction, year, last) SELECT unit, 'incoming', 2024, 1 FROM (${WITH_UNIT}) x`,
  `INSERT INTO incoming_document (unit_id, year, arrival_number, arrived_at, campaign_id, period_key, from_unit_id, from_name, document, registered_by)
   SELECT unit, 2024, 1, now(), campaign, 'once', unit, unit, '{}', 'engine' FROM (${WITH_UNIT}) x`,
  `WITH one AS (INSERT INTO letter (kind, unit_id, campaign_id, period_key, document, chain, drafted_by, drafted_at)
     SELECT 'chase', unit, campaign, 'once', '{}', '[]', 'engine', now() FROM (${WITH_UNIT}) x RETURNING id)
   INSERT INTO letter_step (letter_id, step, act, at, by) SELECT id, 0, 'submitted', now(), 'engine' FROM one`,
  `INSERT INTO letter (kind, unit_id, campaign_id, period_key, document, chain, drafted_by, drafted_at, state, year, number)
   SELECT 'chase', unit, campaign, 'once', '{}', '[]', 'engine', now(), 'issued', 2024, 1 FROM (${WITH_UNIT}) x`,
  `INSERT INTO task_work (subject, unit_id, person_id, assigned_by) SELECT 'x', unit, 'p-' || unit, 'engine' FROM (${WITH_UNIT}) x`,
  `INSERT INTO narrative (campaign_id, period_key, unit_id, report_id, section_id, paragraphs, updated_by)
   SELECT campaign, 'once', unit, 'r', 's', '[]', 'engine' FROM (${WITH_UNIT}) x`,
  `INSERT INTO actor_task (campaign_id, period_key, unit_id, unit_name, by_unit_id, task_id, opened_at)
   SELECT campaign, 'once', unit, unit, unit, 'x', now() FROM (${WITH_UNIT}) x`,
];

const OF_OBLIGATIONS = `
  WITH owed AS (SELECT o.id, o.due_at, r.id AS version FROM obligation o LEFT JOIN report_version r ON r.obligation_id = o.id WHERE o.campaign_id = $1),
  drafts AS (INSERT INTO report_draft (obligation_id, body, updated_by) SELECT DISTINCT id, '{}'::jsonb, 'engine' FROM owed),
  asked AS (INSERT INTO extension (obligation_id, old_due_at, asked_due_at, asked_date, reason, asked_at, asked_by)
    SELECT DISTINCT ON (id) id, now(), now(), '2024-12-01'::date, 'x', now(), 'engine' FROM owed),
  files AS (INSERT INTO attachment (obligation_id, kind, file_name, extension, media_type, bytes, sha256, uploaded_by)
    SELECT DISTINCT ON (id) id, 'k', 'a.pdf', 'pdf', 'application/pdf', 1, 'x', 'engine' FROM owed RETURNING id, obligation_id),
  received AS (INSERT INTO report_receipt (report_version_id, unit_id, received_at, received_by)
    SELECT version, 'x', now(), 'engine' FROM owed WHERE version IS NOT NULL)
  INSERT INTO report_attachment (report_version_id, attachment_id)
  SELECT owed.version, f.id FROM owed JOIN files f ON f.obligation_id = owed.id WHERE owed.version IS NOT NULL`;
