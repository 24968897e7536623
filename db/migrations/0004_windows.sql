-- The end of a task's window, told once to each unit that holds such tasks, whatever became of its reports:
-- an instant of the unit that gave the tasks (`by_unit_id`), whose node waits for it in `period_key`.
CREATE TABLE task_window (
  campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  by_unit_id  text NOT NULL REFERENCES unit (id),
  ends_at     timestamptz NOT NULL,   -- exclusive: the first instant after the last day
  unit_id     text NOT NULL REFERENCES unit (id),
  period_key  text NOT NULL,
  task_ids    text[] NOT NULL,
  told_at     timestamptz,
  PRIMARY KEY (campaign_id, by_unit_id, ends_at, unit_id)
);
CREATE INDEX task_window_open ON task_window (campaign_id, period_key, by_unit_id, ends_at) WHERE told_at IS NULL;
