-- What a person has looked at, by unit: whoever stands in for somebody of another unit does not thereby mark
-- the notices of the own one as seen. {"<unit>": <number of the last notice>}
ALTER TABLE person DROP COLUMN notices_seen, ADD COLUMN notices_seen jsonb NOT NULL DEFAULT '{}';
CREATE INDEX notice_unit_id ON notice (unit_id, id);

-- One row per day on which digests were made: several workers make them once, and the next day begins where
-- this one ended. It replaces a mark on each person, which somebody new would have to be given.
ALTER TABLE person DROP COLUMN mailed_up_to;
CREATE TABLE mail_round (
  day     date PRIMARY KEY,             -- in Asia/Ho_Chi_Minh
  up_to   bigint NOT NULL,              -- number of the last notice in its digests
  digests int NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX mail_day ON mail (day DESC, id);

-- what the audit's reader filters by
CREATE INDEX audit_actor ON audit (actor, id);
CREATE INDEX audit_act ON audit (act, id);
