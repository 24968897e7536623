-- A document's number is found however it was stored and is written: `05/UBND-KT` is number 5.

CREATE FUNCTION plain_number(p_number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN regexp_replace(p_number, '^0+(?=\d)', '');

-- Both lists as 0007 made them, with these two comparisons and nothing else changed.
DO $do$
DECLARE
  list   text;
  before text;
  after  text;
BEGIN
  FOREACH list IN ARRAY ARRAY['desk_tasks', 'desk_finished_tasks'] LOOP
    SELECT pg_get_functiondef(p.oid) INTO STRICT before
      FROM pg_proc p WHERE p.proname = list AND p.pronamespace = current_schema()::regnamespace;
    after := replace(before, 'c.code_number IS NOT DISTINCT FROM $19',
      'plain_number(c.code_number) IS NOT DISTINCT FROM plain_number($19)');
    after := replace(after, 'g.letter->>''codeNumber'' = $19', 'plain_number(g.letter->>''codeNumber'') = plain_number($19)');
    IF length(after) - length(before) < 4 * length('plain_number()') THEN
      RAISE EXCEPTION '% compares the number of a document otherwise than expected', list;
    END IF;
    EXECUTE after;
  END LOOP;
END $do$;
