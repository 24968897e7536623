-- Notices to one person: told of what concerns him and no campaign (a delegation, a post handed over). `unit_id` is
-- then the unit of his own first post, where he works when he signs in.
ALTER TABLE notice ALTER COLUMN campaign_id DROP NOT NULL,
  ADD COLUMN person_id text REFERENCES person (id),
  ADD CHECK (campaign_id IS NOT NULL OR person_id IS NOT NULL);

-- Numbers are given before commits: a notice with a smaller number may appear after a greater one was mailed or looked at.
-- So a digest marks each notice that it has passed instead of remembering a number …
ALTER TABLE notice ADD COLUMN digest_day date;  -- day of the round that passed it; null: none yet
UPDATE notice n SET digest_day = r.day FROM (SELECT day, up_to FROM mail_round ORDER BY day DESC LIMIT 1) r
 WHERE n.id <= r.up_to AND n.at > now() - interval '15 days';  -- older ones are never mailed (acts/mails.ts)
ALTER TABLE mail_round DROP COLUMN up_to;
CREATE INDEX notice_undigested ON notice (at) WHERE digest_day IS NULL;

-- … and who has looked at a unit's notices has seen those of the transactions that had ended then:
-- {"<unit>": {"upTo": <number of the last notice>, "in": "<pg_snapshot>"}}; the number alone for marks of before.
ALTER TABLE notice ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX notice_unit_tx ON notice (unit_id, tx);
UPDATE person SET notices_seen = (
  SELECT jsonb_object_agg(unit, jsonb_build_object('upTo', up_to)) FROM jsonb_each(notices_seen) AS seen (unit, up_to))
 WHERE notices_seen <> '{}';
