-- The whole of what people read. One writer of rules: engine/, through acts/.
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- contrib's unaccent is STABLE only; folding with a named dictionary is safe to index (domain.md 3.8).
CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- ── organisation ────────────────────────────────────────────────────────────────────────────────
CREATE TABLE unit (
  id          text PRIMARY KEY,
  code        text NOT NULL,
  name        text COLLATE "vi-x-icu" NOT NULL,
  name_folded text GENERATED ALWAYS AS (fold(name COLLATE "C")) STORED,
  kind        text NOT NULL,
  type        text NOT NULL DEFAULT '',
  chain       text NOT NULL DEFAULT 'state',
  parent_id   text REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  -- from the top of its chain to itself; the scope predicate of every query is `path <@ scope`
  path        ltree NOT NULL,
  attributes  jsonb NOT NULL DEFAULT '{}',
  valid_from  date,
  valid_to    date,
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX unit_path ON unit USING gist (path);
CREATE INDEX unit_parent ON unit (parent_id);
CREATE INDEX unit_name_trgm ON unit USING gin (name_folded gin_trgm_ops);

CREATE TABLE unit_former_name (
  unit_id    text NOT NULL REFERENCES unit (id),
  name       text NOT NULL,
  type       text NOT NULL,
  until_date date NOT NULL,
  PRIMARY KEY (unit_id, until_date)
);

CREATE TABLE unit_successor (
  from_id text NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  to_id   text NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  kind    text NOT NULL CHECK (kind IN ('whole', 'split', 'split-default')),
  PRIMARY KEY (from_id, to_id)
);

-- versioned; the highest version is in force
CREATE TABLE calendar (
  id         text NOT NULL,
  version    int NOT NULL,
  body       jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  reason     text NOT NULL DEFAULT '',
  PRIMARY KEY (id, version)
);

-- ── people and systems ──────────────────────────────────────────────────────────────────────────
CREATE TABLE person (
  id          text PRIMARY KEY,
  subject     text UNIQUE NOT NULL,  -- OIDC `sub`
  name        text NOT NULL,
  unit_id     text NOT NULL REFERENCES unit (id),
  roles       text[] NOT NULL,       -- clerk, officer, leader, designer, administrator, auditor
  example     boolean NOT NULL DEFAULT false,
  disabled_at timestamptz
);

CREATE TABLE service_key (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL,
  hash       bytea UNIQUE NOT NULL,  -- sha256 of the secret
  unit_id    text REFERENCES unit (id),  -- null: the whole installation
  scopes     text[] NOT NULL,        -- model/principal.ts
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE TABLE session (
  sid    varchar PRIMARY KEY,
  sess   json NOT NULL,
  expire timestamp(6) NOT NULL
);
CREATE INDEX session_expire ON session (expire);

CREATE TABLE idempotency (
  principal  text NOT NULL,
  key        text NOT NULL,
  request    bytea NOT NULL,         -- sha256 of method, path and body
  status     int,                    -- null while the first call is still under way
  response   jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, key)
);

-- ── definitions ─────────────────────────────────────────────────────────────────────────────────
CREATE TABLE definition (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key            text UNIQUE NOT NULL,
  title          text NOT NULL,
  owner_unit_id  text REFERENCES unit (id),  -- null: shipped template, readable by all
  template       boolean NOT NULL DEFAULT false,
  directive      jsonb,                      -- directive proposed with the drawing
  draft          jsonb NOT NULL,
  draft_revision int NOT NULL DEFAULT 1,
  updated_at     timestamptz NOT NULL DEFAULT now(),
  updated_by     text NOT NULL
);

CREATE TABLE definition_version (
  definition_id uuid NOT NULL REFERENCES definition (id),
  version       int NOT NULL,
  body          jsonb NOT NULL,
  directive     jsonb,
  hash          text NOT NULL,
  published_at  timestamptz NOT NULL DEFAULT now(),
  published_by  text NOT NULL,
  PRIMARY KEY (definition_id, version)
);

-- ── campaigns ───────────────────────────────────────────────────────────────────────────────────
CREATE TABLE campaign (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  definition_id uuid NOT NULL,
  version       int NOT NULL,
  mode          text NOT NULL CHECK (mode IN ('live', 'rehearsal')),
  title         text NOT NULL,
  root_unit_id  text NOT NULL REFERENCES unit (id),
  directive     jsonb,
  parameters    jsonb NOT NULL DEFAULT '{}',
  plan          jsonb NOT NULL,      -- Plan without assignments and periods, which are rows
  status        text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'closed', 'cancelled')),
  -- rehearsal: its own clock and where it is being moved to; live: both null, so it cannot be moved
  clock_at      timestamptz,
  clock_target  timestamptz,
  -- the campaign workflow has nothing to do at the present clock
  rests         boolean NOT NULL DEFAULT false,
  next_at       timestamptz,
  revision      int NOT NULL DEFAULT 1,
  override      jsonb,               -- recorded reason for starting although a unit gets too few days
  started_at    timestamptz NOT NULL,
  started_by    text NOT NULL,
  closed_at     timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (definition_id, version) REFERENCES definition_version (definition_id, version),
  CHECK ((mode = 'rehearsal') = (clock_at IS NOT NULL)),
  CHECK (mode = 'rehearsal' OR clock_target IS NULL)
);
CREATE INDEX campaign_clock ON campaign (id) WHERE clock_target IS NOT NULL;

-- "now" of a campaign: the one place that knows of two clocks (C14: never a worker's or a browser's)
CREATE FUNCTION campaign_now(campaign) RETURNS timestamptz LANGUAGE sql STABLE
  RETURN CASE WHEN $1.mode = 'rehearsal' THEN $1.clock_at ELSE clock_timestamp() END;

CREATE TABLE campaign_period (
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  key         text NOT NULL,
  label       text NOT NULL,
  body        jsonb NOT NULL,        -- PlanPeriod
  opens_at    timestamptz NOT NULL,
  opened_at   timestamptz,
  root_started_at timestamptz,
  closed_at   timestamptz,
  PRIMARY KEY (campaign_id, key)
);

CREATE TABLE campaign_assignment (
  campaign_id         uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  seq                 int NOT NULL,
  unit_id             text NOT NULL REFERENCES unit (id),
  unit_name           text NOT NULL,
  node_ids            text[] NOT NULL,
  chain               text NOT NULL,
  disseminator_unit_id text NOT NULL REFERENCES unit (id),
  kind                text NOT NULL CHECK (kind IN ('report', 'acknowledge')),
  report_id           text,
  collector_unit_id   text REFERENCES unit (id),
  recipients          jsonb,
  due_key             text NOT NULL,
  acceptance          text NOT NULL,
  only_if             text,
  consolidates        boolean NOT NULL,
  task_ids            text[] NOT NULL,
  targets             jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (campaign_id, seq)
);
CREATE INDEX assignment_disseminator ON campaign_assignment (campaign_id, disseminator_unit_id);
CREATE INDEX assignment_collector ON campaign_assignment (campaign_id, collector_unit_id);

-- one row per workflow: a relaying or consolidating unit in one period
CREATE TABLE campaign_node (
  campaign_id     uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key      text NOT NULL,
  unit_id         text NOT NULL REFERENCES unit (id),
  unit_name       text NOT NULL,
  node_id         text NOT NULL,
  parent_unit_id  text,
  depth           int NOT NULL,
  disseminates    boolean NOT NULL,
  collects        boolean NOT NULL,
  dissemination   text NOT NULL,
  sign            text NOT NULL,
  consolidate_when text NOT NULL,
  -- life
  opened_at       timestamptz,       -- its parent has disseminated (root: the period was opened)
  workflow_started_at timestamptz,
  disseminated_at timestamptz,
  disseminated_by text,
  letter          jsonb,             -- the relay's own document: number, notation, date, added tasks
  -- rests = the workflow has nothing to do at the present clock; any write that concerns it clears the flag
  rests           boolean NOT NULL DEFAULT false,
  next_at         timestamptz,
  stale           boolean NOT NULL DEFAULT false,
  revision        int NOT NULL DEFAULT 0,
  signed_revision int NOT NULL DEFAULT 0,
  submitted_revision int NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, period_key, unit_id),
  FOREIGN KEY (campaign_id, period_key) REFERENCES campaign_period (campaign_id, key) ON DELETE CASCADE
);
CREATE INDEX node_restless ON campaign_node (campaign_id) WHERE NOT rests;
CREATE INDEX node_next ON campaign_node (campaign_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX node_parent ON campaign_node (campaign_id, period_key, parent_unit_id);

CREATE TABLE obligation (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campaign_id   uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key    text NOT NULL,
  seq           int NOT NULL,
  unit_id       text NOT NULL REFERENCES unit (id),
  unit_name     text NOT NULL,
  chain         text NOT NULL,
  disseminator_unit_id text NOT NULL,
  collector_unit_id    text,
  recipient_unit_ids   text[] NOT NULL DEFAULT '{}',  -- of record
  recipient_mode       text NOT NULL DEFAULT 'all',
  kind          text NOT NULL,
  report_id     text,
  due_key       text NOT NULL,
  acceptance    text NOT NULL,
  consolidates  boolean NOT NULL,
  task_ids      text[] NOT NULL,
  targets       jsonb NOT NULL DEFAULT '{}',
  status        text NOT NULL CHECK (status IN ('dormant', 'open', 'acknowledged', 'submitted', 'returned', 'accepted', 'cancelled')),
  only_if       text,
  opened_at     timestamptz NOT NULL,
  due_at        timestamptz,
  due_date      date,
  due_bound     text,
  due_by_working_days boolean NOT NULL DEFAULT false,
  due_why       jsonb NOT NULL DEFAULT '[]',
  remind_at     timestamptz[] NOT NULL DEFAULT '{}',
  reminded      int NOT NULL DEFAULT 0,
  escalate_at   timestamptz,
  escalated_at  timestamptz,
  overdue_at    timestamptz,
  rework_due_at timestamptz,
  rework_overdue_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  first_complete_at timestamptz,
  counted_at    timestamptz,
  counted_against timestamptz,
  accepted_at   timestamptz,
  version       int NOT NULL DEFAULT 0,
  accepted_version int,
  return_reason text,
  closed        boolean NOT NULL DEFAULT false,
  revision      int NOT NULL DEFAULT 1,   -- optimistic lock
  UNIQUE (campaign_id, period_key, seq)
);
CREATE INDEX obligation_unit ON obligation (unit_id, due_at);
CREATE INDEX obligation_collector ON obligation (campaign_id, period_key, collector_unit_id);
CREATE INDEX obligation_disseminator ON obligation (campaign_id, period_key, disseminator_unit_id);

-- the tasks of units that are no addressees: acknowledged, never reported
CREATE TABLE actor_task (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campaign_id  uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key   text NOT NULL,
  unit_id      text NOT NULL REFERENCES unit (id),
  unit_name    text NOT NULL,
  by_unit_id   text NOT NULL,
  task_id      text NOT NULL,
  opened_at    timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  UNIQUE (campaign_id, period_key, unit_id, task_id)
);

CREATE TABLE report_version (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  obligation_id uuid NOT NULL REFERENCES obligation (id) ON DELETE CASCADE,
  no            int NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('ordinary', 'nil', 'consolidated', 'supplementary')),
  complete      boolean NOT NULL,
  values        jsonb NOT NULL,
  sections      jsonb NOT NULL DEFAULT '{}',
  note          text NOT NULL DEFAULT '',
  consolidation_id uuid,
  late          boolean NOT NULL,
  working_days_late int NOT NULL DEFAULT 0,
  hash          text NOT NULL,          -- sha256 of the canonical content: the receipt
  received_at   timestamptz NOT NULL,
  submitted_by  text NOT NULL,
  state         text NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'accepted', 'returned', 'superseded')),
  decided_at    timestamptz,
  decided_by    text,
  reason        text,
  UNIQUE (obligation_id, no)
);

-- receipt by each recipient of record; complete when all or any have confirmed
CREATE TABLE report_receipt (
  report_version_id uuid NOT NULL REFERENCES report_version (id) ON DELETE CASCADE,
  unit_id       text NOT NULL,
  received_at   timestamptz NOT NULL,
  received_by   text NOT NULL,
  PRIMARY KEY (report_version_id, unit_id)
);

CREATE TABLE attachment (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  obligation_id uuid NOT NULL REFERENCES obligation (id) ON DELETE CASCADE,
  report_version_id uuid REFERENCES report_version (id),
  kind          text NOT NULL,
  file_name     text NOT NULL,
  extension     text NOT NULL,
  media_type    text NOT NULL,
  bytes         bigint NOT NULL,
  sha256        text NOT NULL,
  uploaded_at   timestamptz NOT NULL DEFAULT now(),
  uploaded_by   text NOT NULL
);
CREATE INDEX attachment_obligation ON attachment (obligation_id);

CREATE TABLE extension (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  obligation_id uuid NOT NULL REFERENCES obligation (id) ON DELETE CASCADE,
  old_due_at    timestamptz NOT NULL,
  asked_due_at  timestamptz NOT NULL,
  asked_date    date NOT NULL,
  reason        text NOT NULL,
  asked_at      timestamptz NOT NULL,
  asked_by      text NOT NULL,
  state         text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'granted', 'refused', 'countered')),
  granted_due_at timestamptz,
  beyond_parent boolean NOT NULL DEFAULT false,
  decided_at    timestamptz,
  decided_by    text,
  decision_reason text
);
CREATE UNIQUE INDEX extension_one_open ON extension (obligation_id) WHERE state = 'asked';

CREATE TABLE declared_event (
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  event       text NOT NULL,
  unit_id     text NOT NULL DEFAULT '',   -- '' = for all units
  date        date NOT NULL,
  declared_at timestamptz NOT NULL,
  declared_by text NOT NULL,
  PRIMARY KEY (campaign_id, event, unit_id)
);

CREATE TABLE consolidation (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key  text NOT NULL,
  unit_id     text NOT NULL,
  revision    int NOT NULL,
  state       text NOT NULL CHECK (state IN ('draft', 'signed')),
  reports     jsonb NOT NULL,   -- per report form: totals, texts, targets
  coverage    jsonb NOT NULL,   -- owed, accepted, missing named
  differences jsonb NOT NULL,   -- against the revision before
  own_part    jsonb,
  drawn_at    timestamptz NOT NULL,
  signed_at   timestamptz,
  signed_by   text,
  UNIQUE (campaign_id, period_key, unit_id, revision)
);

CREATE TABLE consolidation_source (
  consolidation_id  uuid NOT NULL REFERENCES consolidation (id) ON DELETE CASCADE,
  obligation_id     uuid NOT NULL REFERENCES obligation (id),
  report_version_id uuid NOT NULL REFERENCES report_version (id),
  unit_id           text NOT NULL,
  PRIMARY KEY (consolidation_id, obligation_id)
);

-- told to a unit, once: `key` is deterministic (obligation, kind, instant)
CREATE TABLE notice (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key           text UNIQUE NOT NULL,
  campaign_id   uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  obligation_id uuid REFERENCES obligation (id) ON DELETE CASCADE,
  unit_id       text NOT NULL,
  kind          text NOT NULL,    -- opened, reminder, overdue, escalation, returned, accepted, extension, information, revision
  at            timestamptz NOT NULL,
  body          jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX notice_unit ON notice (unit_id, at DESC);

-- what the event stream serves; readers stop at the oldest running transaction so that nothing is skipped
CREATE TABLE event (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tx          xid8 NOT NULL DEFAULT pg_current_xact_id(),
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  at          timestamptz NOT NULL,   -- on the campaign's clock
  kind        text NOT NULL,
  unit_id     text,
  obligation_id uuid,
  data        jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX event_campaign ON event (campaign_id, id);

-- a workflow to wake: node (unit_id) or campaign (unit_id null)
CREATE TABLE outbox (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key  text,
  unit_id     text
);

-- append-only, hash chain: hash = sha256(prev_hash || canonical row)
CREATE TABLE audit (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor       text NOT NULL,
  actor_unit_id text,
  act         text NOT NULL,
  campaign_id uuid,
  unit_id     text,
  subject     text NOT NULL DEFAULT '',
  before      jsonb,
  after       jsonb,
  prev_hash   text NOT NULL,
  hash        text UNIQUE NOT NULL
);
CREATE INDEX audit_campaign ON audit (campaign_id, id);
CREATE INDEX audit_unit ON audit (unit_id, id);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
