-- What the lists of people, of posts and of the trail are found by in an installation of a whole country
-- (docs/benchmarks.md): nothing here reads a large table from end to end.

ALTER TABLE person
  ADD COLUMN name_folded text GENERATED ALWAYS AS (fold(name)) STORED,
  ADD COLUMN words       text GENERATED ALWAYS AS (fold(name || ' ' || subject || ' ' || COALESCE(email, ''))) STORED;
CREATE INDEX person_name_folded ON person USING gin (name_folded gin_trgm_ops);
CREATE INDEX person_words ON person USING gin (words gin_trgm_ops);
CREATE INDEX person_name ON person (name COLLATE "vi-x-icu", id);
ALTER TABLE post ADD COLUMN title_folded text GENERATED ALWAYS AS (fold(title)) STORED;
CREATE INDEX unit_name ON unit (name);

CREATE INDEX audit_on_behalf_of ON audit (on_behalf_of, id) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX audit_actor_unit ON audit (actor_unit_id, id);
CREATE INDEX audit_at ON audit (at);

-- What waits for a decision, with all that the task list counts over it: a province has thousands, each in a page of its own.
DROP INDEX obligation_to_decide;
CREATE INDEX obligation_to_decide ON obligation (collector_unit_id, campaign_id, period_key)
  INCLUDE (unit_id, due_at, opened_at, first_complete_at)
  WHERE status = 'submitted' AND acceptance = 'official';
