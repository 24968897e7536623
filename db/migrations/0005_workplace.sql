-- Where officials work: posts, absence and delegation, registers, letters, who does which task, drafts of
-- reports, narratives of consolidations, and mail.

-- ── posts ───────────────────────────────────────────────────────────────────────────────────────
-- Roles belong to a post of a unit, and a person holds posts: handing over moves the post, not the person.
CREATE TABLE post (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id    text NOT NULL REFERENCES unit (id),
  title      text NOT NULL DEFAULT '',   -- chức vụ
  roles      text[] NOT NULL CHECK (cardinality(roles) > 0),
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at  timestamptz
);
CREATE INDEX post_unit ON post (unit_id);

CREATE TABLE post_holder (
  post_id   uuid NOT NULL REFERENCES post (id),
  person_id text NOT NULL REFERENCES person (id),
  from_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  to_at     timestamptz,
  PRIMARY KEY (post_id, from_at),
  CHECK (to_at IS NULL OR from_at <= to_at)
);
CREATE UNIQUE INDEX post_held_by_one ON post_holder (post_id) WHERE to_at IS NULL;
CREATE INDEX post_holder_person ON post_holder (person_id) WHERE to_at IS NULL;

ALTER TABLE post ADD COLUMN was_person text;
INSERT INTO post (unit_id, roles, was_person) SELECT unit_id, roles, id FROM person;
INSERT INTO post_holder (post_id, person_id) SELECT id, was_person FROM post;
ALTER TABLE post DROP COLUMN was_person;
ALTER TABLE person DROP COLUMN unit_id, DROP COLUMN roles,
  ADD COLUMN email text CHECK (email LIKE '%_@_%'),
  -- number of the last notice that this person has looked at
  ADD COLUMN notices_seen bigint NOT NULL DEFAULT 0;

-- Somebody acts in another's post for a time. `absence`: the holder is away; `delegation`: part of the work.
CREATE TABLE delegation (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind           text NOT NULL CHECK (kind IN ('absence', 'delegation')),
  post_id        uuid NOT NULL REFERENCES post (id),
  from_person_id text NOT NULL REFERENCES person (id),
  to_person_id   text NOT NULL REFERENCES person (id),
  from_at        timestamptz NOT NULL,
  to_at          timestamptz NOT NULL,
  scopes         text[],              -- null: all that the post may
  reason         text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     text NOT NULL,
  ended_at       timestamptz,         -- before its time
  CHECK (from_at < to_at),
  CHECK (from_person_id <> to_person_id)
);
CREATE INDEX delegation_to ON delegation (to_person_id) WHERE ended_at IS NULL;
CREATE INDEX delegation_post ON delegation (post_id);

ALTER TABLE service_key ADD COLUMN created_by text, ADD COLUMN revoked_by text, ADD COLUMN last_used_at timestamptz;

-- For whom the caller acts, null for himself: set with the connection, so that no act can leave it out.
CREATE FUNCTION on_behalf_of() RETURNS text LANGUAGE sql STABLE
  RETURN nullif(current_setting('cascade.on_behalf_of', true), '');

ALTER TABLE report_version ADD COLUMN on_behalf_of text DEFAULT on_behalf_of();
ALTER TABLE consolidation ADD COLUMN signed_on_behalf_of text;
ALTER TABLE audit ADD COLUMN on_behalf_of text;

-- Entries without a second name hash as they always did.
CREATE OR REPLACE FUNCTION audit_hash(audit) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to($1.prev_hash || jsonb_build_array(
    $1.id, $1.chain, $1.seq, (extract(epoch FROM $1.at) * 1000000)::bigint, $1.actor, $1.actor_unit_id, $1.act,
    $1.campaign_id, $1.unit_id, $1.subject, $1.before, $1.after)::text || coalesce('|' || $1.on_behalf_of, ''), 'UTF8')), 'hex');

CREATE OR REPLACE FUNCTION append_audit(
  p_actor text, p_actor_unit_id text, p_act text, p_campaign_id uuid, p_unit_id text, p_subject text,
  p_before jsonb, p_after jsonb
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  head audit_chain;
  line audit;
  mine text := nullif(current_setting('cascade.audit_chain', true), '');
  busy int := 1 + floor(random() * 32);
BEGIN
  IF mine IS NOT NULL THEN
    SELECT * INTO head FROM audit_chain WHERE chain = mine::int FOR UPDATE;
  ELSE
    SELECT * INTO head FROM audit_chain ORDER BY chain LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
      SELECT * INTO head FROM audit_chain WHERE chain = busy FOR UPDATE;
    END IF;
    PERFORM set_config('cascade.audit_chain', head.chain::text, true);
  END IF;
  line.id := nextval(pg_get_serial_sequence('audit', 'id'));
  line.chain := head.chain;
  line.seq := head.seq + 1;
  line.at := clock_timestamp();
  line.actor := p_actor;
  line.actor_unit_id := p_actor_unit_id;
  line.on_behalf_of := on_behalf_of();
  line.act := p_act;
  line.campaign_id := p_campaign_id;
  line.unit_id := p_unit_id;
  line.subject := p_subject;
  line.before := p_before;
  line.after := p_after;
  line.prev_hash := head.hash;
  line.hash := audit_hash(line);
  INSERT INTO audit OVERRIDING SYSTEM VALUE SELECT line.*;
  UPDATE audit_chain SET seq = line.seq, hash = line.hash WHERE chain = head.chain;
  RETURN line.id;
END $$;

-- ── an office: what its letters look like and who approves them ─────────────────────────────────
CREATE TABLE unit_office (
  unit_id     text PRIMARY KEY REFERENCES unit (id),
  body        jsonb NOT NULL,            -- Office (model/office.ts)
  template_sha256 text,                  -- the office's own .docx, by hash
  template_name   text,
  revision    int NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  updated_by  text NOT NULL
);

-- Numbers run from 1 on 1 January, per body, register and year. The row is locked until the act commits:
-- an act that fails gives its number back, so there are no gaps.
CREATE TABLE register_number (
  unit_id   text NOT NULL REFERENCES unit (id),
  direction text NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
  year      int NOT NULL,
  last      int NOT NULL,
  PRIMARY KEY (unit_id, direction, year)
);

CREATE TABLE incoming_document (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  unit_id       text NOT NULL REFERENCES unit (id),
  year          int NOT NULL,
  arrival_number int NOT NULL,           -- số đến
  arrived_at    timestamptz NOT NULL,    -- on the campaign's clock
  campaign_id   uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key    text NOT NULL,
  from_unit_id  text NOT NULL,
  from_name     text NOT NULL,
  letter_id     uuid,                    -- where it was issued here
  document      jsonb NOT NULL,          -- the directive as it arrived
  -- Phiếu giải quyết: the leader's opinion
  opinion       text NOT NULL DEFAULT '',
  lead_person_id text REFERENCES person (id),
  coordinator_person_ids text[] NOT NULL DEFAULT '{}',
  due_on        date,
  decided_at    timestamptz,
  decided_by    text,
  registered_by text NOT NULL,
  on_behalf_of  text DEFAULT on_behalf_of(),
  revision      int NOT NULL DEFAULT 1,
  UNIQUE (unit_id, year, arrival_number),
  UNIQUE (unit_id, campaign_id)
);

CREATE TABLE letter (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind        text NOT NULL CHECK (kind IN ('dissemination', 'chase')),
  unit_id     text NOT NULL REFERENCES unit (id),
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key  text NOT NULL,
  state       text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'returned', 'issued', 'withdrawn')),
  document    jsonb NOT NULL,            -- Directive (model/directive.ts)
  sources     jsonb NOT NULL DEFAULT '{}', -- field of the document → where it comes from
  added_tasks text[] NOT NULL DEFAULT '{}',
  step        int NOT NULL DEFAULT 0,    -- of the approval chain
  chain       jsonb NOT NULL,            -- ApprovalChain, frozen when it was submitted
  revision    int NOT NULL DEFAULT 1,
  drafted_by  text NOT NULL,
  drafted_at  timestamptz NOT NULL,
  on_behalf_of text DEFAULT on_behalf_of(),
  -- of the outgoing register
  year        int,
  number      int,
  issued_at   timestamptz,
  issued_by   text,
  file_sha256 text,
  file_bytes  bigint,
  CHECK ((state = 'issued') = (number IS NOT NULL)),
  UNIQUE (unit_id, year, number)
);
CREATE UNIQUE INDEX letter_passes_on_once ON letter (campaign_id, period_key, unit_id) WHERE kind = 'dissemination' AND state <> 'withdrawn';
CREATE INDEX letter_unit ON letter (unit_id, state);
ALTER TABLE incoming_document ADD FOREIGN KEY (letter_id) REFERENCES letter (id);

-- every step that a letter took, in order
CREATE TABLE letter_step (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  letter_id uuid NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  step      int NOT NULL,
  act       text NOT NULL CHECK (act IN ('submitted', 'approved', 'returned', 'issued', 'withdrawn')),
  comment   text NOT NULL DEFAULT '',
  at        timestamptz NOT NULL,
  by        text NOT NULL,
  on_behalf_of text DEFAULT on_behalf_of()
);
CREATE INDEX letter_step_letter ON letter_step (letter_id, id);

-- ── who in a unit does which task ───────────────────────────────────────────────────────────────
-- `subject`: `obligation:<id>`, `actorTask:<id>`, or `<kind>:<campaign>/<period>/<unit>` (model/task.ts)
CREATE TABLE task_work (
  subject     text NOT NULL,
  unit_id     text NOT NULL REFERENCES unit (id),
  person_id   text NOT NULL REFERENCES person (id),
  coordinator_person_ids text[] NOT NULL DEFAULT '{}',
  due_on      date,                      -- within the unit
  opinion     text NOT NULL DEFAULT '',
  assigned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  assigned_by text NOT NULL,
  on_behalf_of text DEFAULT on_behalf_of(),
  revision    int NOT NULL DEFAULT 1,
  PRIMARY KEY (subject, unit_id)
);
CREATE INDEX task_work_person ON task_work (person_id, subject);

CREATE TABLE saved_filter (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id text NOT NULL REFERENCES person (id),
  name      text NOT NULL,
  query     jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (person_id, name)
);

-- ── a report being written: saved field by field, gone when it is submitted ─────────────────────
CREATE TABLE report_draft (
  obligation_id uuid PRIMARY KEY REFERENCES obligation (id) ON DELETE CASCADE,
  body       jsonb NOT NULL,
  revision   int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_by text NOT NULL
);

-- ── the narrative of a consolidation: paragraphs of the units below, picked and edited ──────────
CREATE TABLE narrative (
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  period_key  text NOT NULL,
  unit_id     text NOT NULL REFERENCES unit (id),
  report_id   text NOT NULL,
  section_id  text NOT NULL,
  paragraphs  jsonb NOT NULL,            -- Paragraph[] (model/narrative.ts)
  revision    int NOT NULL DEFAULT 1,
  updated_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_by  text NOT NULL,
  PRIMARY KEY (campaign_id, period_key, unit_id, report_id, section_id)
);

-- ── mail: one digest per person and day ─────────────────────────────────────────────────────────
CREATE TABLE mail (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id  text NOT NULL REFERENCES person (id),
  day        date NOT NULL,              -- in Asia/Ho_Chi_Minh
  address    text NOT NULL,
  notice_ids bigint[] NOT NULL,
  state      text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused')),
  attempts   int NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL DEFAULT now(),
  taken_at   timestamptz,
  sent_at    timestamptz,
  answer     text,                       -- what the mail server said last
  UNIQUE (person_id, day)
);
CREATE INDEX mail_waiting ON mail (next_at) WHERE state = 'waiting';
-- up to which notice a person's digests reach
ALTER TABLE person ADD COLUMN mailed_up_to bigint NOT NULL DEFAULT 0;
