-- Rehearsals number their documents in books of their own: practising leaves no gap in the real registers.
ALTER TABLE register_number ADD COLUMN mode text NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'rehearsal'));
ALTER TABLE register_number DROP CONSTRAINT register_number_pkey,
  ADD PRIMARY KEY (unit_id, direction, mode, year);

ALTER TABLE incoming_document ADD COLUMN mode text NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'rehearsal'));
ALTER TABLE incoming_document DROP CONSTRAINT incoming_document_unit_id_year_arrival_number_key,
  ADD UNIQUE (unit_id, mode, year, arrival_number);

ALTER TABLE letter ADD COLUMN mode text NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'rehearsal')),
  -- everybody who wrote a part of it: none of them approves it where self-approval is off
  ADD COLUMN writers text[] NOT NULL DEFAULT '{}',
  -- of a chase letter: the obligations that it urges
  ADD COLUMN obligation_ids uuid[] NOT NULL DEFAULT '{}';
ALTER TABLE letter DROP CONSTRAINT letter_unit_id_year_number_key,
  ADD UNIQUE (unit_id, mode, year, number);
-- by which letter a unit passed a campaign on
CREATE INDEX letter_issued ON letter (campaign_id, unit_id) WHERE state = 'issued';
CREATE INDEX letter_obligations ON letter USING gin (obligation_ids) WHERE state = 'issued';
