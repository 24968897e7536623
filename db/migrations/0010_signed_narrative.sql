-- The paragraphs behind a signed consolidation's texts, with the units they came from (model/narrative.ts).
ALTER TABLE consolidation ADD COLUMN narrative jsonb;
