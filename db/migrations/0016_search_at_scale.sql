-- The search over everything, and the outgoing register, with a hundred thousand letters.

-- As db/search.ts writes a document's code, and its subject.
ALTER TABLE letter ADD COLUMN words text GENERATED ALWAYS AS (fold(COALESCE((document->>'codeNumber') ||
  CASE WHEN document->>'system' = 'party' THEN '-' ELSE '/' END || (document->>'codeNotation'), '') || ' ' ||
  COALESCE(document->>'subject', ''))) STORED;
CREATE INDEX letter_words ON letter USING gin (words gin_trgm_ops) WHERE state = 'issued';
CREATE INDEX letter_newest ON letter (issued_at DESC) WHERE state = 'issued';
CREATE INDEX letter_register ON letter (unit_id, (COALESCE(year, 0)) DESC, number DESC, id DESC) WHERE state = 'issued';
CREATE INDEX unit_code ON unit (code);
CREATE INDEX assignment_unit ON campaign_assignment (unit_id, campaign_id);
CREATE INDEX notice_kind ON notice (kind, id);

-- Issued letters with these words, those that begin with them first, then the newest: ids only, for a statement that
-- asks under row-level security which of them its reader may see. Words are looked up beneath that security because
-- LIKE is not leakproof: no index would be used for it above, and every letter of the country be asked about instead.
CREATE FUNCTION letters_about(folded text, most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT ROWS 100 AS $$
BEGIN
  RETURN QUERY SELECT id FROM letter WHERE state = 'issued' AND words LIKE folded || '%' ORDER BY issued_at DESC LIMIT most;
  RETURN QUERY SELECT id FROM letter WHERE state = 'issued' AND words LIKE '%' || folded || '%' ORDER BY issued_at DESC LIMIT most;
END $$;

-- As in 0006, each side of the obligation found by its own index.
DO $$ BEGIN
  EXECUTE format($p$ALTER POLICY scope ON letter USING (%s OR (state = 'issued' AND (
      EXISTS (SELECT FROM obligation o WHERE o.campaign_id = letter.campaign_id AND o.period_key = letter.period_key
                 AND o.disseminator_unit_id = letter.unit_id)
      OR EXISTS (SELECT FROM obligation o WHERE o.campaign_id = letter.campaign_id AND o.period_key = letter.period_key
                 AND o.collector_unit_id = letter.unit_id)
      OR EXISTS (SELECT FROM campaign_node n WHERE n.campaign_id = letter.campaign_id AND n.period_key = letter.period_key
                    AND n.parent_unit_id = letter.unit_id AND %s))))$p$, scope_predicate('unit_id'), scope_predicate('n.unit_id'));
END $$;
