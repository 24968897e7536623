-- What the running of campaigns needs beside the core tables.

-- Declared VOLATILE on purpose: a STABLE function around clock_timestamp() is never inlined, and a call
-- that is not inlined builds the whole campaign row, plan included, each time.
CREATE OR REPLACE FUNCTION campaign_now(campaign) RETURNS timestamptz LANGUAGE sql VOLATILE
  RETURN CASE WHEN $1.mode = 'rehearsal' THEN $1.clock_at ELSE clock_timestamp() END;

-- UTC instant as the rest of the system writes it: in keys, bodies and the canonical state.
CREATE FUNCTION iso(timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Starting is safe under identical calls even where the HTTP layer's own memory of keys is lost.
ALTER TABLE campaign ADD COLUMN idempotency_key text;
CREATE UNIQUE INDEX campaign_started_once ON campaign (started_by, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Rehearsal: number of due instants still to be passed, where the clock is moved by events.
ALTER TABLE campaign ADD COLUMN clock_steps int CHECK (clock_steps IS NULL OR (clock_steps > 0 AND mode = 'rehearsal'));
ALTER TABLE campaign ADD COLUMN restless_at timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE campaign ADD COLUMN ended_at timestamptz;

-- `signalled_at`: at most one signal a second per node in live campaigns, whatever the number of relays.
-- `restless_at`: since when `rests` is false. `ended_at`: the workflow has ended; a touch revives it.
ALTER TABLE campaign_node ADD COLUMN signalled_at timestamptz;
ALTER TABLE campaign_node ADD COLUMN restless_at timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE campaign_node ADD COLUMN ended_at timestamptz;

-- A relay claims rows, signals, then deletes them: a relay that dies in between loses nothing.
ALTER TABLE outbox ADD COLUMN taken_at timestamptz;
CREATE INDEX outbox_campaign ON outbox (campaign_id);

CREATE INDEX obligation_own ON obligation (campaign_id, period_key, unit_id);
CREATE INDEX obligation_list ON obligation (campaign_id, id);
CREATE INDEX consolidation_source_obligation ON consolidation_source (obligation_id);
CREATE INDEX notice_campaign ON notice (campaign_id, id);

-- Versions are immutable: a file sent again with a later version belongs to both.
CREATE TABLE report_attachment (
  report_version_id uuid NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  attachment_id     uuid NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
  PRIMARY KEY (report_version_id, attachment_id)
);
CREATE INDEX report_attachment_file ON report_attachment (attachment_id);
CREATE INDEX notice_obligation ON notice (obligation_id);
-- whose deadlines a node keeps: what it collects, and acknowledgements of what it passed on
CREATE INDEX obligation_watched ON obligation (campaign_id, period_key, (COALESCE(collector_unit_id, disseminator_unit_id)));
