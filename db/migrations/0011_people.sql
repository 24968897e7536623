-- People and posts are edited by several administrators: whoever saves says what he has read.
ALTER TABLE person ADD COLUMN revision int NOT NULL DEFAULT 1;
ALTER TABLE post ADD COLUMN revision int NOT NULL DEFAULT 1;
-- whose a person was who holds no post any more
CREATE INDEX post_holder_ever ON post_holder (person_id, from_at DESC);
CREATE INDEX delegation_from ON delegation (from_person_id);

-- As in 0006, and whoever holds no post any more still belongs where he held his last: his administrator
-- disables him or gives him a new post.
CREATE OR REPLACE FUNCTION person_in_scope(person text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
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
      OR NOT EXISTS (SELECT FROM post_holder h WHERE h.person_id = person)
      OR (NOT EXISTS (SELECT FROM post_holder h WHERE h.person_id = person AND h.to_at IS NULL)
          AND (SELECT u.path <@ top FROM post_holder h JOIN post p ON p.id = h.post_id JOIN unit u ON u.id = p.unit_id
                WHERE h.person_id = person ORDER BY h.from_at DESC LIMIT 1));
END $$;
