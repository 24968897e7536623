-- The audit trail is several hash chains side by side: an act takes the first chain that is free, so that
-- commits do not queue behind one another (docs of append_audit). Each chain is verified by itself.
CREATE TABLE audit_chain (
  chain int PRIMARY KEY,
  seq   bigint NOT NULL DEFAULT 0,
  hash  text NOT NULL DEFAULT ''
) WITH (fillfactor = 50);
INSERT INTO audit_chain (chain) SELECT generate_series(1, 32);

ALTER TABLE audit ADD COLUMN chain int NOT NULL, ADD COLUMN seq bigint NOT NULL, ADD UNIQUE (chain, seq);

-- canonical text of one row: independent of the session's zone; jsonb orders its keys by itself
CREATE FUNCTION audit_hash(audit) RETURNS text LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to($1.prev_hash || jsonb_build_array(
    $1.id, $1.chain, $1.seq, (extract(epoch FROM $1.at) * 1000000)::bigint, $1.actor, $1.actor_unit_id, $1.act,
    $1.campaign_id, $1.unit_id, $1.subject, $1.before, $1.after)::text, 'UTF8')), 'hex');

-- Appends one row. The chain's head stays locked until the end of the transaction; a transaction that
-- appends twice stays in its chain, and one that finds all chains taken waits holding none of them.
CREATE FUNCTION append_audit(
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

-- The event stream is read in the order (tx, id): every transaction below the oldest running one has
-- ended, so no row can appear before a cursor that stands there. By id alone a late committer is skipped.
DROP INDEX event_campaign;
CREATE INDEX event_campaign ON event (campaign_id, tx, id);

-- what the installation was filled with, by content: a second start has nothing to do
CREATE TABLE seeded (
  key  text PRIMARY KEY,
  hash text NOT NULL,
  at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotency_age ON idempotency (created_at);
