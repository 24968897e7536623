-- What is told to one person is read by nobody else, whatever a statement forgets to ask: the connection of a
-- request knows who is signed in (`cascade.person`; absent or empty = nobody, as for systems).
CREATE POLICY in_person ON notice AS RESTRICTIVE FOR SELECT TO cascade_reader
  USING (person_id IS NULL OR person_id = (SELECT current_setting('cascade.person', true)));
