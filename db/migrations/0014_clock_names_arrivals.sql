-- Files in the order in which they came: in a rehearsal, whose clock stands still meanwhile, the moment does not tell.
ALTER TABLE attachment ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;

-- Both names on a decision and on an issue, as on everything else that somebody does for another.
ALTER TABLE incoming_document ADD COLUMN decided_on_behalf_of text;
ALTER TABLE report_version ADD COLUMN decided_on_behalf_of text;
ALTER TABLE letter ADD COLUMN issued_on_behalf_of text;
UPDATE letter l SET issued_on_behalf_of = s.on_behalf_of FROM letter_step s
 WHERE s.letter_id = l.id AND s.act = 'issued' AND s.on_behalf_of IS NOT NULL;

-- How something reached a unit is said once: db/arrivals.ts reads the view of the task list, through the eyes of
-- whoever asks (row-level security as on the tables behind it).
ALTER VIEW desk_arrival SET (security_invoker = true);
GRANT SELECT ON desk_arrival TO cascade_reader;
