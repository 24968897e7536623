-- Both names on a request for extension and on its decision, as on everything else that somebody does for another.
ALTER TABLE extension
  ADD COLUMN on_behalf_of text DEFAULT on_behalf_of(),
  ADD COLUMN decided_on_behalf_of text;
