-- Requests run as cascade_reader: it sees and writes only rows of the subtree named by `cascade.scope`
-- (a unit id; `*` = the whole installation; absent or empty = nothing), whatever a statement forgets to ask.
-- The worker, migrations and seeding run as the owner, who passes by a policy of his own.

DO $$ BEGIN
  CREATE ROLE cascade_reader NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- roles belong to the server, not to one database
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'cascade_reader', 'SET') THEN GRANT cascade_reader TO CURRENT_USER; END IF;
END $$;

-- ── the one predicate ───────────────────────────────────────────────────────────────────────────
-- SQL text: one of the units in these columns lies in the reader's subtree. Text and no function, because PostgreSQL
-- does not inline a function with a subquery: as part of the policy itself the scope's path is read once per
-- statement, and a statement over many rows hashes the subtree once instead of asking about each row.
CREATE FUNCTION scope_predicate(VARIADIC unit_columns text[]) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN (SELECT format($t$((SELECT current_setting('cascade.scope', true)) = '*' OR %s)$t$, string_agg(format($t$EXISTS (
    SELECT FROM unit within WHERE within.id = %s
       AND within.path <@ (SELECT top.path FROM unit top WHERE top.id = current_setting('cascade.scope', true)))$t$, c), ' OR ' ORDER BY n))
    FROM unnest(unit_columns) WITH ORDINALITY AS each (c, n));

-- The campaign was started by a unit of the subtree: it sees all of its own campaign.
CREATE FUNCTION root_predicate(campaign_column text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN format('EXISTS (SELECT FROM campaign started WHERE started.id = %s AND %s)', campaign_column, scope_predicate('started.root_unit_id'));

-- Rows that a reader may see, change and add; everything for the owner.
CREATE PROCEDURE protect(of_table regclass, seen text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', of_table);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', of_table);
  EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', of_table);
  EXECUTE format('CREATE POLICY scope ON %s TO cascade_reader USING (%s)', of_table, seen);
END $$;

-- Where an act writes rows for other units: an obligation below, a notice above, its own line in the trail.
CREATE PROCEDURE writes_outwards(of_table regclass) LANGUAGE plpgsql AS $$
BEGIN EXECUTE format('CREATE POLICY outwards ON %s FOR INSERT TO cascade_reader WITH CHECK (true)', of_table); END $$;

-- Directories: everybody reads who holds which post; writing stays within the scope.
CREATE PROCEDURE read_by_all(of_table regclass) LANGUAGE plpgsql AS $$
BEGIN EXECUTE format('CREATE POLICY directory ON %s FOR SELECT TO cascade_reader USING (true)', of_table); END $$;

-- ── what goes beyond a subtree, each for one question only ──────────────────────────────────────
-- A person with a post in the reader's subtree, or acting in one for somebody; also one without any post yet.
CREATE FUNCTION person_in_scope(person text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE
  top ltree;
BEGIN
  IF current_setting('cascade.scope', true) = '*' THEN RETURN true; END IF;
  SELECT path INTO top FROM unit WHERE id = current_setting('cascade.scope', true);
  IF top IS NULL THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM post_holder h JOIN post p ON p.id = h.post_id JOIN unit u ON u.id = p.unit_id
                  WHERE h.person_id = person AND h.to_at IS NULL AND u.path <@ top)
      OR EXISTS (SELECT FROM delegation d JOIN post p ON p.id = d.post_id JOIN unit u ON u.id = p.unit_id
                  WHERE d.to_person_id = person AND d.ended_at IS NULL AND u.path <@ top)
      OR NOT EXISTS (SELECT FROM post_holder h WHERE h.person_id = person);
END $$;

-- A system's name, beside what it did.
CREATE FUNCTION service_name(key_id text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT name FROM service_key WHERE id::text = key_id);

-- The deadline upwards of the unit that collects, on the same report: all that a unit learns of it is the instant.
CREATE FUNCTION due_of_collector(of_obligation uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = public, pg_temp
  RETURN (SELECT min(o.due_at) FROM obligation below JOIN obligation o
            ON o.campaign_id = below.campaign_id AND o.period_key = below.period_key AND o.unit_id = below.collector_unit_id
         WHERE below.id = of_obligation AND o.consolidates AND o.report_id IS NOT DISTINCT FROM below.report_id
           AND o.status NOT IN ('dormant', 'cancelled'));

-- ── policies ────────────────────────────────────────────────────────────────────────────────────
CREATE INDEX report_version_consolidation ON report_version (consolidation_id) WHERE consolidation_id IS NOT NULL;

DO $$
DECLARE
  own text := scope_predicate('unit_id');
  root text := root_predicate('campaign_id');
  -- subqueries of a policy obey the policies of what they read
  obligation_seen text := 'EXISTS (SELECT FROM obligation o WHERE o.id = obligation_id)';
  version_seen text := 'EXISTS (SELECT FROM report_version r WHERE r.id = report_version_id)';
  post_seen text := format('EXISTS (SELECT FROM post p WHERE p.id = post_id AND %s)', scope_predicate('p.unit_id'));
BEGIN
  -- as `seenBy` in db/obligations.ts
  CALL protect('obligation', format($p$%s OR %s OR (recipient_unit_ids <> '{}' AND EXISTS (
      SELECT FROM unnest(recipient_unit_ids) AS recipient (id) WHERE %s))$p$,
    scope_predicate('unit_id', 'collector_unit_id', 'disseminator_unit_id'), root, scope_predicate('recipient.id')));
  CALL writes_outwards('obligation');
  CALL protect('actor_task', format('%s OR %s', scope_predicate('unit_id', 'by_unit_id'), root));
  CALL writes_outwards('actor_task');
  CALL protect('report_version', obligation_seen);
  CALL protect('attachment', obligation_seen);
  CALL protect('extension', obligation_seen);
  CALL protect('report_receipt', version_seen);
  CALL protect('report_attachment', version_seen);
  -- its unit, who stands above it, and whoever received it as a report
  CALL protect('consolidation', format($p$%s OR %s OR EXISTS (SELECT FROM campaign_node n WHERE n.campaign_id = consolidation.campaign_id
      AND n.period_key = consolidation.period_key AND n.unit_id = consolidation.unit_id AND %s)
    OR EXISTS (SELECT FROM report_version r WHERE r.consolidation_id = consolidation.id)$p$, own, root, scope_predicate('n.parent_unit_id')));
  CALL protect('consolidation_source', 'EXISTS (SELECT FROM consolidation k WHERE k.id = consolidation_id)');
  CALL protect('notice', own);
  CALL writes_outwards('notice');
  -- as `findEvents`: what concerns the campaign as a whole is for everybody who takes part in it
  CALL protect('event', format($p$%s OR (unit_id IS NULL AND obligation_id IS NULL AND EXISTS (
      SELECT FROM unit top WHERE top.id = current_setting('cascade.scope', true))) OR %s OR (obligation_id IS NOT NULL AND %s)$p$,
    own, root, obligation_seen));
  CALL writes_outwards('event');
  CALL protect('audit', scope_predicate('unit_id', 'actor_unit_id'));
  CALL writes_outwards('audit');

  CALL protect('incoming_document', own);
  -- an issued letter is read by those it was sent to
  CALL protect('letter', format($p$%s OR (state = 'issued' AND (
      EXISTS (SELECT FROM obligation o WHERE o.campaign_id = letter.campaign_id AND o.period_key = letter.period_key
                 AND letter.unit_id IN (o.disseminator_unit_id, o.collector_unit_id))
      OR EXISTS (SELECT FROM campaign_node n WHERE n.campaign_id = letter.campaign_id AND n.period_key = letter.period_key
                    AND n.parent_unit_id = letter.unit_id AND %s)))$p$, own, scope_predicate('n.unit_id')));
  CALL protect('letter_step', format('EXISTS (SELECT FROM letter l WHERE l.id = letter_id AND %s)', scope_predicate('l.unit_id')));
  CALL protect('register_number', own);
  CALL protect('unit_office', own);
  CALL read_by_all('unit_office');
  CALL protect('task_work', own);
  CALL protect('report_draft', format('EXISTS (SELECT FROM obligation o WHERE o.id = obligation_id AND %s)', scope_predicate('o.unit_id')));
  CALL protect('narrative', own);

  CALL protect('saved_filter', 'person_in_scope(person_id)');
  CALL protect('mail', 'person_in_scope(person_id)');
  CALL protect('person', 'person_in_scope(id)');
  CALL read_by_all('person');
  CALL protect('post', own);
  CALL read_by_all('post');
  CALL protect('post_holder', post_seen);
  CALL read_by_all('post_holder');
  CALL protect('delegation', format('%s OR person_in_scope(from_person_id) OR person_in_scope(to_person_id)', post_seen));
  CALL protect('service_key', own);
END $$;

-- ── what acts need, and nothing more ────────────────────────────────────────────────────────────
-- A table that comes later is out of reach until its migration says otherwise.
DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO cascade_reader', current_schema()); END $$;

GRANT SELECT ON unit, unit_former_name, unit_successor, calendar, person, post, post_holder, delegation, idempotency,
  definition, definition_version, campaign, campaign_period, campaign_assignment, campaign_node, obligation, actor_task,
  report_version, report_receipt, attachment, report_attachment, extension, declared_event, consolidation,
  consolidation_source, notice, event, audit, audit_chain, task_window, unit_office, register_number, incoming_document, letter,
  letter_step, task_work, saved_filter, report_draft, narrative, mail TO cascade_reader;
-- never the hash of a key, never the id of a session
GRANT SELECT (id, name, unit_id, scopes, created_at, created_by, revoked_at, revoked_by, last_used_at) ON service_key TO cascade_reader;
GRANT SELECT (sess, expire), DELETE ON session TO cascade_reader;

-- history is only ever added to
GRANT INSERT ON unit_former_name, unit_successor, calendar, definition_version, campaign_assignment, report_receipt,
  report_attachment, consolidation_source, notice, event, outbox, audit, letter_step TO cascade_reader;
GRANT UPDATE ON audit_chain TO cascade_reader;
GRANT USAGE ON SEQUENCE audit_id_seq TO cascade_reader;

GRANT INSERT, UPDATE ON unit, person, post, post_holder, delegation, service_key, idempotency, definition, campaign,
  campaign_period, campaign_node, obligation, actor_task, report_version, attachment, extension, declared_event,
  consolidation, task_window, unit_office, register_number, incoming_document, letter TO cascade_reader;
GRANT INSERT, UPDATE, DELETE ON task_work, saved_filter, report_draft, narrative TO cascade_reader;
