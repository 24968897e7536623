-- The task list: what waits for a unit, found by index, searched by document number and by words.

-- Number, subject and words of the directive beside its jsonb, which would be unpacked for every row that is searched.
ALTER TABLE campaign
  ADD COLUMN code_number   text GENERATED ALWAYS AS (directive->>'codeNumber') STORED,
  ADD COLUMN code_notation text GENERATED ALWAYS AS (directive->>'codeNotation') STORED,
  ADD COLUMN code_system   text GENERATED ALWAYS AS (directive->>'system') STORED,
  ADD COLUMN subject       text GENERATED ALWAYS AS (directive->>'subject') STORED,
  -- of the plan, which holds thousands of nodes besides
  ADD COLUMN task_texts    jsonb GENERATED ALWAYS AS (plan->'tasks') STORED,
  ADD COLUMN words         text GENERATED ALWAYS AS (fold(title || ' ' || COALESCE(directive->>'subject', '') || ' ' ||
    COALESCE(directive->>'codeNumber', '') || '/' || COALESCE(directive->>'codeNotation', ''))) STORED;

ALTER TABLE campaign_node ADD COLUMN letter_words text GENERATED ALWAYS AS (fold(letter->>'subject')) STORED;

-- Who decides on a request, beside the request: otherwise every open one of the country is asked whose it is.
ALTER TABLE extension ADD COLUMN collector_unit_id text;
UPDATE extension e SET collector_unit_id = o.collector_unit_id FROM obligation o WHERE o.id = e.obligation_id;
CREATE INDEX extension_to_decide ON extension (collector_unit_id) WHERE state = 'asked';

-- Never the same revision twice, also after a release: whoever has seen an older hand on a task is told so.
CREATE SEQUENCE task_work_revision AS int;
ALTER TABLE task_work ALTER COLUMN revision SET DEFAULT nextval('task_work_revision');

-- A unit's own reports and acknowledgements, in the order of the list (db/task-branches.ts says the same words).
CREATE INDEX obligation_task ON obligation (unit_id,
    (COALESCE(CASE WHEN status = 'returned' THEN COALESCE(rework_due_at, due_at) ELSE due_at END, 'infinity'::timestamptz)))
  WHERE NOT closed AND NOT consolidates AND (status IN ('open', 'returned') OR (kind = 'report' AND status = 'acknowledged'));
CREATE INDEX obligation_to_consolidate ON obligation (unit_id)
  WHERE NOT closed AND consolidates AND status IN ('open', 'acknowledged', 'returned');
CREATE INDEX obligation_to_decide ON obligation (collector_unit_id, campaign_id, period_key)
  WHERE status = 'submitted' AND acceptance = 'official';
-- by which campaigns a unit was reached (db/arrivals.ts), with all that the list asks of it
CREATE INDEX obligation_arrived ON obligation (unit_id, campaign_id)
  INCLUDE (disseminator_unit_id, period_key, opened_at, due_at, status, closed) WHERE status NOT IN ('dormant', 'cancelled');
CREATE INDEX notice_information ON notice (unit_id, campaign_id) WHERE kind = 'information';
CREATE INDEX actor_task_unit ON actor_task (unit_id);
CREATE INDEX node_to_disseminate ON campaign_node (unit_id)
  WHERE disseminates AND dissemination = 'official' AND disseminated_at IS NULL AND opened_at IS NOT NULL;
CREATE INDEX node_to_sign ON campaign_node (unit_id) WHERE revision > signed_revision;
GRANT USAGE ON SEQUENCE task_work_revision TO cascade_reader;

-- ── what lies on a unit's desk ──────────────────────────────────────────────────────────────────
-- One view per origin, `desk` the unit; none of them is granted to anybody: the functions below look into them,
-- after they have asked once whether the reader may see the desk. Row-level security would ask the same about
-- every row, and makes of this union a plan of two thousand lines.

-- The unit's own reports and acknowledgements; those that consolidate are a matter of the node.
CREATE VIEW desk_own AS
  SELECT o.unit_id AS desk, CASE WHEN o.status = 'returned' THEN 'rework' ELSE o.kind END AS kind, 'obligation:' || o.id AS subject,
    o.campaign_id, o.period_key, o.unit_name, o.disseminator_unit_id AS from_unit_id, o.disseminator_unit_id AS giver_id,
    o.id AS obligation_id, NULL::uuid AS letter_id, NULL::int AS count,
    -- engine: deadlineInForce
    CASE WHEN o.status = 'returned' THEN COALESCE(o.rework_due_at, o.due_at) ELSE o.due_at END AS due_at,
    CASE WHEN o.status = 'returned' AND o.rework_due_at IS NOT NULL THEN NULL ELSE o.due_date END AS due_date, o.due_bound,
    o.status, o.opened_at, NULL::text AS task_id,
    COALESCE(CASE WHEN o.status = 'returned' THEN COALESCE(o.rework_due_at, o.due_at) ELSE o.due_at END, 'infinity'::timestamptz) AS sort_at
  FROM obligation o
  WHERE NOT o.closed AND NOT o.consolidates
    AND (o.status IN ('open', 'returned') OR (o.kind = 'report' AND o.status = 'acknowledged'));

CREATE VIEW desk_actor_task AS
  SELECT a.unit_id AS desk, 'actorTask' AS kind, 'actorTask:' || a.id AS subject, a.campaign_id, a.period_key, a.unit_name,
    a.by_unit_id AS from_unit_id, a.by_unit_id AS giver_id, NULL::uuid AS obligation_id, NULL::uuid AS letter_id, NULL::int AS count,
    (SELECT min(w.ends_at) FROM task_window w WHERE w.campaign_id = a.campaign_id AND w.by_unit_id = a.by_unit_id
       AND w.unit_id = a.unit_id AND a.task_id = ANY (w.task_ids)) AS due_at,
    NULL::date AS due_date, NULL::text AS due_bound, 'open' AS status, a.opened_at, a.task_id
  FROM actor_task a JOIN campaign k ON k.id = a.campaign_id
  WHERE a.acknowledged_at IS NULL AND k.status = 'running';

-- One row for all reports of a campaign and period that wait for this unit; due as its consolidation (engine: consolidationCutoff).
CREATE VIEW desk_decide AS
  SELECT o.collector_unit_id AS desk, 'decide' AS kind,
    'decide:' || o.campaign_id || '/' || o.period_key || '/' || o.collector_unit_id AS subject, o.campaign_id, o.period_key,
    NULL::text AS unit_name, CASE WHEN count(*) = 1 THEN min(o.unit_id) END AS from_unit_id, NULL::text AS giver_id,
    NULL::uuid AS obligation_id, NULL::uuid AS letter_id, count(*)::int AS count,
    LEAST(max(o.due_at), (SELECT min(own.due_at) FROM obligation own WHERE own.campaign_id = o.campaign_id
      AND own.period_key = o.period_key AND own.unit_id = o.collector_unit_id AND own.consolidates
      AND own.status NOT IN ('dormant', 'cancelled'))) AS due_at,
    NULL::date AS due_date, NULL::text AS due_bound, 'submitted' AS status,
    min(COALESCE(o.first_complete_at, o.opened_at)) AS opened_at, NULL::text AS task_id
  FROM obligation o
  WHERE o.unit_id <> o.collector_unit_id AND o.status = 'submitted' AND o.acceptance = 'official'
  GROUP BY o.collector_unit_id, o.campaign_id, o.period_key;

-- To be answered before the earliest date that somebody asks to have moved.
CREATE VIEW desk_extension AS
  SELECT e.collector_unit_id AS desk, 'extension' AS kind,
    'extension:' || o.campaign_id || '/' || o.period_key || '/' || e.collector_unit_id AS subject, o.campaign_id, o.period_key,
    NULL::text AS unit_name, CASE WHEN count(*) = 1 THEN min(o.unit_id) END AS from_unit_id, NULL::text AS giver_id,
    NULL::uuid AS obligation_id, NULL::uuid AS letter_id, count(*)::int AS count, min(e.old_due_at) AS due_at,
    NULL::date AS due_date, NULL::text AS due_bound, 'asked' AS status, min(e.asked_at) AS opened_at, NULL::text AS task_id
  FROM extension e JOIN obligation o ON o.id = e.obligation_id
  WHERE e.state = 'asked' AND o.status <> 'cancelled'
  GROUP BY e.collector_unit_id, o.campaign_id, o.period_key;

-- Passed on by an official's act: in time for the earliest date of those directly below.
CREATE VIEW desk_disseminate AS
  SELECT n.unit_id AS desk, 'disseminate' AS kind, 'disseminate:' || n.campaign_id || '/' || n.period_key || '/' || n.unit_id AS subject,
    n.campaign_id, n.period_key, n.unit_name, n.parent_unit_id AS from_unit_id, n.parent_unit_id AS giver_id,
    NULL::uuid AS obligation_id, l.id AS letter_id, NULL::int AS count,
    (SELECT min((d.value->>'dueAt')::timestamptz) FROM jsonb_each(p.body->'dues') d WHERE EXISTS (
       SELECT FROM campaign_assignment s WHERE s.campaign_id = n.campaign_id AND s.disseminator_unit_id = n.unit_id AND s.due_key = d.key
     )) AS due_at,
    NULL::date AS due_date, NULL::text AS due_bound, COALESCE(l.state, 'open') AS status, n.opened_at, NULL::text AS task_id
  FROM campaign_node n JOIN campaign_period p ON p.campaign_id = n.campaign_id AND p.key = n.period_key
  JOIN campaign k ON k.id = n.campaign_id
  LEFT JOIN letter l ON l.campaign_id = n.campaign_id AND l.period_key = n.period_key AND l.unit_id = n.unit_id
    AND l.kind = 'dissemination' AND l.state <> 'withdrawn'
  WHERE n.disseminates AND n.dissemination = 'official' AND n.disseminated_at IS NULL AND n.opened_at IS NOT NULL
    AND p.closed_at IS NULL AND k.status = 'running';

-- What the unit owes upwards as a consolidation, and what was drawn up and waits for a signature (`count` 1).
CREATE VIEW desk_consolidate AS
  SELECT w.desk, 'consolidate' AS kind, 'consolidate:' || w.campaign_id || '/' || w.period_key || '/' || w.desk AS subject, w.campaign_id,
    w.period_key, NULL::text AS unit_name, max(w.from_unit_id) AS from_unit_id, max(w.from_unit_id) AS giver_id, NULL::uuid AS obligation_id,
    NULL::uuid AS letter_id, max(w.drafts) AS count, min(w.due_at) AS due_at, min(w.due_date) AS due_date, min(w.due_bound) AS due_bound,
    COALESCE(max(w.status), 'open') AS status, min(w.opened_at) AS opened_at, NULL::text AS task_id
  FROM (
    SELECT o.unit_id AS desk, o.campaign_id, o.period_key, o.disseminator_unit_id AS from_unit_id, 0 AS drafts,
      CASE WHEN o.status = 'returned' THEN COALESCE(o.rework_due_at, o.due_at) ELSE o.due_at END AS due_at,
      CASE WHEN o.status = 'returned' AND o.rework_due_at IS NOT NULL THEN NULL ELSE o.due_date END AS due_date, o.due_bound,
      o.status, o.opened_at
    FROM obligation o WHERE NOT o.closed AND o.consolidates AND o.status IN ('open', 'acknowledged', 'returned')
    UNION ALL
    SELECT n.unit_id, n.campaign_id, n.period_key, n.parent_unit_id, 1, NULL, NULL, NULL, NULL, n.opened_at
    FROM campaign_node n JOIN campaign k ON k.id = n.campaign_id WHERE n.revision > n.signed_revision AND k.status <> 'cancelled'
  ) w GROUP BY w.desk, w.campaign_id, w.period_key;

-- How something reached a unit (as db/arrivals.ts), and until when what it asks for is still owed.
CREATE VIEW desk_arrival AS
  SELECT o.unit_id AS desk, o.campaign_id, o.period_key, o.disseminator_unit_id AS from_unit_id, o.opened_at AS at,
    CASE WHEN NOT o.closed AND o.status IN ('open', 'acknowledged', 'returned') THEN o.due_at END AS due_at
  FROM obligation o WHERE o.status NOT IN ('dormant', 'cancelled') AND o.disseminator_unit_id <> o.unit_id
  UNION ALL
  SELECT t.unit_id, t.campaign_id, t.period_key, t.by_unit_id, t.opened_at, NULL FROM actor_task t WHERE t.by_unit_id <> t.unit_id
  UNION ALL
  SELECT n.unit_id, n.campaign_id, '', n.body->>'from', n.at, NULL FROM notice n WHERE n.kind = 'information';

-- Finished by the unit: handed in or acknowledged; `sort_at` is when.
CREATE VIEW desk_finished AS
  SELECT o.unit_id AS desk, CASE WHEN o.consolidates THEN 'consolidate' ELSE o.kind END AS kind, 'obligation:' || o.id AS subject,
    o.campaign_id, o.period_key, o.unit_name, o.disseminator_unit_id AS from_unit_id, o.disseminator_unit_id AS giver_id,
    o.id AS obligation_id, NULL::uuid AS letter_id, NULL::int AS count, o.due_at, o.due_date, o.due_bound, o.status, o.opened_at,
    NULL::text AS task_id, COALESCE(o.accepted_at, o.counted_at, o.acknowledged_at, o.opened_at) AS sort_at
  FROM obligation o WHERE o.status IN ('submitted', 'accepted') OR (o.kind = 'acknowledge' AND o.status = 'acknowledged')
  UNION ALL
  SELECT a.unit_id, 'actorTask', 'actorTask:' || a.id, a.campaign_id, a.period_key, a.unit_name, a.by_unit_id, a.by_unit_id, NULL, NULL,
    NULL, NULL, NULL, NULL, 'acknowledged', a.opened_at, a.task_id, a.acknowledged_at
  FROM actor_task a WHERE a.acknowledged_at IS NOT NULL;

-- The reader's subtree holds the desk; whoever is no reader of requests is the owner, who passes.
CREATE FUNCTION desk_in_scope(p_desk text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  RETURN current_setting('role') <> 'cascade_reader' OR current_setting('cascade.scope', true) = '*' OR EXISTS (
    SELECT FROM unit d, unit s WHERE d.id = p_desk AND s.id = current_setting('cascade.scope', true) AND d.path <@ s.path);

-- Parameters of both lists: $1 the desk, $2 person ids that "me" means (the holder of the post that is acted in comes last),
-- $3 kinds, $4 roles, $5 $6 $7 registers, approves, issues; then the filters, null or empty for none: $8 mode, $9 campaign,
-- $10 subjects, $11 overdue, $12 $13 the first instant after the last day asked for (live; per rehearsal), $14 mine, $15 person ids
-- ('{}': nobody), $16 from, $17 status, $18 words, $19 $20 number and notation of a document; $21 $22 the last row of the page
-- before, $23 how many.
DO $do$
DECLARE
  head text := $f$CREATE FUNCTION %s(text, text[], text[], text[], boolean, boolean, boolean, text, uuid, text[], boolean,
      timestamptz, jsonb, boolean, text[], text, text, text[], text, text, timestamptz, text, int)
    RETURNS TABLE (subject text, kind text, "campaignId" uuid, "campaignTitle" text, mode text, "definitionId" uuid, version int,
      "codeNumber" text, "codeNotation" text, "codeSystem" text, "subjectText" text, "periodKey" text, "periodLabel" text,
      "unitId" text, "unitName" text, "unitPath" text, "fromUnitId" text, "fromUnitName" text, "obligationId" uuid, "dueKey" text,
      "reportId" text, "letterId" uuid, "incomingId" uuid, count int, "dueAt" timestamptz, "dueDate" date, "dueBound" text,
      overdue boolean, status text, "openedAt" timestamptz, "doneAt" timestamptz, assignee jsonb, coordinators jsonb, "dueOn" date,
      opinion text, "assignedBy" text, "workRevision" int, now timestamptz, "sortAt" text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan ROWS 50 AS $body$
    #variable_conflict use_column
    BEGIN
      IF NOT desk_in_scope($1) THEN RETURN; END IF;
      RETURN QUERY %s;
    END $body$$f$;
  columns text := 'desk, kind, subject, campaign_id, period_key, unit_name, from_unit_id, giver_id, obligation_id, letter_id, count,
    due_at, due_date, due_bound, status, opened_at, task_id';
  sorted text := 'COALESCE(due_at, ''infinity''::timestamptz) AS sort_at';
  -- In the incoming register once per running campaign, before the first thing that it asks for is due; no view,
  -- since a desk's name does not get inside a window.
  register text := $q$SELECT $1 AS desk, 'register' AS kind, 'register:' || a.campaign_id || '/' || $1 AS subject, a.campaign_id, a.period_key,
      NULL::text AS unit_name, a.from_unit_id, a.from_unit_id AS giver_id, NULL::uuid AS obligation_id, NULL::uuid AS letter_id,
      NULL::int AS count, a.due_at, NULL::date AS due_date, NULL::text AS due_bound, 'open' AS status, a.at AS opened_at, NULL::text AS task_id
    FROM (SELECT DISTINCT ON (x.campaign_id) x.campaign_id, x.period_key, x.from_unit_id, x.at,
            min(x.due_at) OVER (PARTITION BY x.campaign_id) AS due_at
          FROM desk_arrival x JOIN campaign k ON k.id = x.campaign_id AND k.status = 'running'
          WHERE x.desk = $1 AND $5
            AND NOT EXISTS (SELECT FROM incoming_document i WHERE i.unit_id = $1 AND i.campaign_id = x.campaign_id)
          ORDER BY x.campaign_id, x.at, x.period_key DESC) a$q$;
  -- as `standingOf` in acts/letters/approval.ts (test/integration/tasks holds them together); letters grow columns in a later migration, so no view
  letters text := $q$SELECT l.unit_id AS desk, CASE l.state WHEN 'approved' THEN 'issue' ELSE 'approve' END AS kind, 'letter:' || l.id AS subject,
      l.campaign_id, l.period_key, NULL::text AS unit_name, NULL::text AS from_unit_id, NULL::text AS giver_id, NULL::uuid AS obligation_id,
      l.id AS letter_id, NULL::int AS count, NULL::timestamptz AS due_at, NULL::date AS due_date, NULL::text AS due_bound, l.state AS status,
      l.drafted_at AS opened_at, NULL::text AS task_id
    FROM letter l WHERE l.unit_id = $1 AND (($7 AND l.state = 'approved') OR ($6 AND l.state = 'submitted'
      AND (l.chain->'steps'->l.step->'roles' ?| $4 OR l.chain->'steps'->l.step->'personIds' ? $2[cardinality($2)])
      AND ((l.chain->>'selfApproval')::boolean OR NOT l.writers && ARRAY(SELECT 'person:' || m FROM unnest($2) m))
      AND NOT EXISTS (SELECT FROM letter_step s WHERE s.letter_id = l.id AND s.step = l.step AND s.act = 'approved'
        AND COALESCE(s.on_behalf_of, s.by) = 'person:' || $2[cardinality($2)]
        AND s.id > (SELECT max(b.id) FROM letter_step b WHERE b.letter_id = l.id AND b.act = 'submitted'))))$q$;
  -- The fence keeps what a date costs from being paid again for its place in the order; %s: what the task itself says.
  others text := (SELECT string_agg(format('SELECT %1$s, %2$s FROM (SELECT %1$s FROM %3$s v WHERE desk = $1%%1$s OFFSET 0) f',
      columns, sorted, source), ' UNION ALL ')
    FROM (VALUES ('desk_actor_task'), ('desk_decide'), ('desk_extension'), ('desk_disseminate'), ('desk_consolidate'),
                 ('(' || register || ')'), ('(' || letters || ')')) AS each (source));
  said text := $q$ AND ($3 IS NULL OR kind = ANY ($3)) AND ($9 IS NULL OR campaign_id = $9) AND ($10 IS NULL OR subject = ANY ($10))
    AND ($16 IS NULL OR from_unit_id = $16) AND ($17 IS NULL OR status = $17)$q$;
  joined text := '(%s) t JOIN campaign c ON c.id = t.campaign_id';
  late text := 'COALESCE(t.due_at <= campaign_now(c), false)';
  wanted text := $q$($3 IS NULL OR t.kind = ANY ($3)) AND ($8 IS NULL OR c.mode = $8) AND ($9 IS NULL OR t.campaign_id = $9)
    AND ($10 IS NULL OR t.subject = ANY ($10)) AND ($11 IS NULL OR %1$s = $11)
    AND ($12 IS NULL OR t.due_at <= CASE WHEN c.mode = 'live' THEN $12 ELSE ($13->>c.id::text)::timestamptz END)
    AND (NOT $14 OR EXISTS (SELECT FROM task_work w WHERE w.subject = t.subject AND w.unit_id = $1
         AND (w.person_id = ANY ($2) OR w.coordinator_person_ids && $2)))
    AND ($15 IS NULL OR ($15 = '{}') <> EXISTS (SELECT FROM task_work w WHERE w.subject = t.subject AND w.unit_id = $1
         AND ($15 = '{}' OR w.person_id = ANY ($15))))
    AND ($16 IS NULL OR t.from_unit_id = $16) AND ($17 IS NULL OR t.status = $17)
    AND ($18 IS NULL OR c.words LIKE ALL (ARRAY(SELECT fold(x) FROM unnest($18) x))
         OR concat_ws(' ', c.words, (SELECT d.name_folded FROM unit d WHERE d.id = $1),
              (SELECT f.name_folded FROM unit f WHERE f.id = t.from_unit_id),
              (SELECT g.letter_words FROM campaign_node g
               WHERE g.campaign_id = t.campaign_id AND g.period_key = t.period_key AND g.unit_id = t.giver_id)
            ) LIKE ALL (ARRAY(SELECT fold(x) FROM unnest($18) x)))
    AND ($20 IS NULL OR (c.code_number IS NOT DISTINCT FROM $19 AND lower(c.code_notation) = lower($20))
         OR EXISTS (SELECT FROM campaign_node g WHERE g.campaign_id = t.campaign_id AND g.period_key = t.period_key
              AND g.unit_id = t.giver_id AND g.letter->>'codeNumber' = $19 AND lower(g.letter->>'codeNotation') = lower($20)))
    AND ($21 IS NULL OR (t.sort_at %2$s= $21 AND (t.sort_at, t.subject COLLATE "C") %2$s ($21, $22 COLLATE "C")))$q$;
  narrowed text := '(SELECT t.*, %s AS overdue FROM ' || joined || ' WHERE %s ORDER BY t.sort_at %s, t.subject COLLATE "C" %4$s LIMIT $23)';
  -- names and texts for the rows of the page only
  shown text := $q$SELECT t.subject, t.kind, t.campaign_id, c.title, c.mode, c.definition_id, c.version,
      CASE WHEN g.letter ? 'codeNotation' THEN g.letter->>'codeNumber' ELSE c.code_number END,
      COALESCE(g.letter->>'codeNotation', c.code_notation), c.code_system,
      COALESCE(CASE WHEN t.kind IN ('approve', 'issue') THEN l.document->>'subject' END,
        CASE WHEN t.task_id IS NOT NULL THEN c.task_texts->t.task_id->>'text' END, g.letter->>'subject', c.subject, c.title),
      t.period_key, p.label, t.desk, COALESCE(t.unit_name, u.name::text), u.path::text, t.from_unit_id, f.name::text, t.obligation_id,
      o.due_key, o.report_id, t.letter_id, i.id, t.count, t.due_at, t.due_date, t.due_bound, t.overdue, t.status, t.opened_at, %1$s,
      CASE WHEN w.person_id IS NOT NULL THEN jsonb_build_object('id', w.person_id, 'name', (SELECT name FROM person WHERE id = w.person_id)) END,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) ORDER BY n.name) FROM person n
                 WHERE n.id = ANY (w.coordinator_person_ids)), '[]'),
      w.due_on, COALESCE(w.opinion, ''), (SELECT name FROM person WHERE w.assigned_by LIKE 'person:%%' AND id = substr(w.assigned_by, 8)), w.revision,
      date_trunc('milliseconds', campaign_now(c)), t.sort_at::text
    FROM (SELECT * FROM (%2$s) x ORDER BY x.sort_at %3$s, x.subject COLLATE "C" %3$s LIMIT $23) t
    JOIN campaign c ON c.id = t.campaign_id JOIN unit u ON u.id = t.desk
    LEFT JOIN campaign_period p ON p.campaign_id = t.campaign_id AND p.key = t.period_key
    LEFT JOIN campaign_node g ON g.campaign_id = t.campaign_id AND g.period_key = t.period_key AND g.unit_id = t.giver_id
    LEFT JOIN unit f ON f.id = t.from_unit_id LEFT JOIN letter l ON l.id = t.letter_id LEFT JOIN obligation o ON o.id = t.obligation_id
    LEFT JOIN incoming_document i ON i.unit_id = $1 AND i.campaign_id = t.campaign_id
    LEFT JOIN task_work w ON w.subject = t.subject AND w.unit_id = $1
    ORDER BY t.sort_at %3$s, t.subject COLLATE "C" %3$s$q$;
  -- a desk may hold thousands: where only what the task itself says is asked for, a page of them is cut off before anything is joined
  cut text := $q$SELECT * FROM %1$s t WHERE t.desk = $1 AND ($3 IS NULL OR t.kind = ANY ($3)) AND ($9 IS NULL OR t.campaign_id = $9)
      AND ($10 IS NULL OR t.subject = ANY ($10)) AND ($16 IS NULL OR t.from_unit_id = $16) AND ($17 IS NULL OR t.status = $17)
      AND ($21 IS NULL OR (t.sort_at %2$s= $21 AND (t.sort_at, t.subject COLLATE "C") %2$s ($21, $22 COLLATE "C")))
    ORDER BY t.sort_at %3$s, t.subject COLLATE "C" %3$s
    LIMIT CASE WHEN $8 IS NULL AND $11 IS NULL AND $12 IS NULL AND NOT $14 AND $15 IS NULL AND $18 IS NULL AND $20 IS NULL THEN $23 END$q$;
  of_own text := format(narrowed, late, format(cut, 'desk_own', '>', 'ASC'), format(wanted, late, '>'), 'ASC');
  of_others text := format(narrowed, late, format(others, said), format(wanted, late, '>'), 'ASC');
  of_finished text := format(narrowed, 'false', format(cut, 'desk_finished', '<', 'DESC'), format(wanted, 'false', '<'), 'DESC');
BEGIN
  EXECUTE format(head, 'desk_tasks', format(shown, 'NULL::timestamptz', of_own || ' UNION ALL ' || of_others, 'ASC'));
  EXECUTE format(head, 'desk_finished_tasks', format(shown, 't.sort_at', of_finished, 'DESC'));
  -- as above: $1 desk, $2 me, $3 mode, $4 roles, $5 $6 $7 registers, approves, issues
  EXECUTE format($f$CREATE FUNCTION desk_counts(text, text[], text, text[], boolean, boolean, boolean)
    RETURNS TABLE (kind text, count int, overdue int, "dueThisWeek" int, mine int, unassigned int)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_generic_plan ROWS 10 AS $body$
    #variable_conflict use_column
    BEGIN
      IF NOT desk_in_scope($1) THEN RETURN; END IF;
      RETURN QUERY SELECT t.kind, count(*)::int, count(*) FILTER (WHERE %1$s)::int,
        -- the week ends on Sunday, on each campaign's clock
        count(*) FILTER (WHERE t.due_at > campaign_now(c) AND t.due_at <= (date_trunc('week',
          campaign_now(c) AT TIME ZONE 'Asia/Ho_Chi_Minh') + interval '7 days') AT TIME ZONE 'Asia/Ho_Chi_Minh')::int,
        count(*) FILTER (WHERE w.person_id = ANY ($2) OR w.coordinator_person_ids && $2)::int, count(*) FILTER (WHERE w.person_id IS NULL)::int
      FROM (SELECT * FROM desk_own WHERE desk = $1 UNION ALL %2$s) t JOIN campaign c ON c.id = t.campaign_id
      LEFT JOIN task_work w ON w.subject = t.subject AND w.unit_id = $1
      WHERE $3 IS NULL OR c.mode = $3 GROUP BY t.kind;
    END $body$$f$, late, format(others, ''));
END $do$;
