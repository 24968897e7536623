-- Both names on what is taken note of, as on everything else that somebody does for another.
ALTER TABLE obligation ADD COLUMN acknowledged_on_behalf_of text;
ALTER TABLE actor_task ADD COLUMN acknowledged_on_behalf_of text;
UPDATE obligation o SET acknowledged_on_behalf_of = a.on_behalf_of FROM audit a
 WHERE a.act = 'obligation.acknowledged' AND a.subject = o.id::text AND a.actor = o.acknowledged_by AND a.on_behalf_of IS NOT NULL;
UPDATE actor_task t SET acknowledged_on_behalf_of = a.on_behalf_of FROM audit a
 WHERE a.act = 'actorTask.acknowledged' AND a.subject = t.id::text AND a.actor = t.acknowledged_by AND a.on_behalf_of IS NOT NULL;
