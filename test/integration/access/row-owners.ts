/**
 * Whom a row concerns, worked out apart from the policies: per table an SQL expression of type text[] over its
 * row `t`. Null among the units is for everybody who takes part (events of a campaign as a whole).
 */
const OBLIGATION = (id: string) => `(SELECT array_agg(x) FROM obligation o, campaign c,
  unnest(ARRAY[o.unit_id, o.collector_unit_id, o.disseminator_unit_id, c.root_unit_id] || o.recipient_unit_ids) x
  WHERE o.id = ${id} AND c.id = o.campaign_id AND x IS NOT NULL)`;
const VERSION = (id: string) =>
  `(SELECT ${OBLIGATION('r.obligation_id')} FROM report_version r WHERE r.id = ${id})`;
const CONSOLIDATION = (k: string) => `(SELECT array_agg(x) FROM (
  SELECT ${k}.unit_id UNION SELECT c.root_unit_id FROM campaign c WHERE c.id = ${k}.campaign_id
  UNION SELECT n.parent_unit_id FROM campaign_node n
    WHERE (n.campaign_id, n.period_key, n.unit_id) = (${k}.campaign_id, ${k}.period_key, ${k}.unit_id)
  UNION SELECT unnest(${OBLIGATION('r.obligation_id')}) FROM report_version r WHERE r.consolidation_id = ${k}.id) s (x) WHERE x IS NOT NULL)`;
const PERSON = (id: string) => `(SELECT COALESCE(array_agg(p.unit_id), '{*}') FROM post p WHERE p.id IN (
  SELECT h.post_id FROM post_holder h WHERE h.person_id = ${id} AND h.to_at IS NULL
  UNION SELECT d.post_id FROM delegation d WHERE d.to_person_id = ${id} AND d.ended_at IS NULL))`;

export const CONCERNS: Readonly<Record<string, string>> = {
  obligation: OBLIGATION('t.id'),
  actor_task: `(SELECT ARRAY[t.unit_id, t.by_unit_id, c.root_unit_id] FROM campaign c WHERE c.id = t.campaign_id)`,
  report_version: OBLIGATION('t.obligation_id'),
  attachment: OBLIGATION('t.obligation_id'),
  extension: OBLIGATION('t.obligation_id'),
  report_receipt: VERSION('t.report_version_id'),
  report_attachment: VERSION('t.report_version_id'),
  consolidation: CONSOLIDATION('t'),
  consolidation_source: `(SELECT ${CONSOLIDATION('k')} FROM consolidation k WHERE k.id = t.consolidation_id)`,
  notice: 'ARRAY[t.unit_id]',
  event: `CASE WHEN t.unit_id IS NULL AND t.obligation_id IS NULL THEN '{*}'::text[]
    ELSE ARRAY[t.unit_id, (SELECT c.root_unit_id FROM campaign c WHERE c.id = t.campaign_id)] || COALESCE(${OBLIGATION('t.obligation_id')}, '{}') END`,
  audit: 'ARRAY[t.unit_id, t.actor_unit_id]',
  incoming_document: 'ARRAY[t.unit_id]',
  letter: `ARRAY[t.unit_id] || CASE WHEN t.state = 'issued' THEN COALESCE((
    SELECT array_agg(x) FROM obligation o, unnest(${OBLIGATION('o.id')}) x
     WHERE o.campaign_id = t.campaign_id AND o.period_key = t.period_key AND t.unit_id IN (o.disseminator_unit_id, o.collector_unit_id)), '{}')
    ELSE '{}' END`,
  letter_step: '(SELECT ARRAY[l.unit_id] FROM letter l WHERE l.id = t.letter_id)',
  register_number: 'ARRAY[t.unit_id]',
  unit_office: 'ARRAY[t.unit_id]',
  task_work: 'ARRAY[t.unit_id]',
  report_draft: '(SELECT ARRAY[o.unit_id] FROM obligation o WHERE o.id = t.obligation_id)',
  narrative: 'ARRAY[t.unit_id]',
  saved_filter: PERSON('t.person_id'),
  mail: PERSON('t.person_id'),
  person: PERSON('t.id'),
  post: 'ARRAY[t.unit_id]',
  post_holder: '(SELECT ARRAY[p.unit_id] FROM post p WHERE p.id = t.post_id)',
  delegation: `(SELECT ARRAY[p.unit_id] FROM post p WHERE p.id = t.post_id) || ${PERSON('t.from_person_id')} || ${PERSON('t.to_person_id')}`,
  service_key: 'ARRAY[t.unit_id]',
};

/** Who holds which post is for everybody to read; only writing is kept to the scope. */
export const DIRECTORIES: ReadonlySet<string> = new Set(['unit_office', 'person', 'post', 'post_holder']);

/** Tables without policies, each with the reason why. */
export const OPEN: Readonly<Record<string, string>> = {
  unit: 'the organisation of the state is public',
  unit_former_name: 'the organisation of the state is public',
  unit_successor: 'the organisation of the state is public',
  calendar: 'working days are public',
  definition: 'acts ask who owns it; templates are for all',
  definition_version: 'as its definition',
  campaign: 'the letter itself; acts ask who takes part',
  campaign_period: 'dates of the letter',
  campaign_assignment: 'whom the letter addresses stands in the letter',
  campaign_node: 'who passes it on stands in the letter',
  declared_event: 'dates of the letter',
  task_window: 'dates of the letter',
  idempotency: 'asked for by caller and key only',
  audit_chain: 'heads of the chains: a number and a hash',
  outbox: 'readers may only add: which workflow to wake',
  session: 'readers may end sessions and never read an id',
  seeded: 'out of reach of readers',
  mail_round: 'out of reach of readers',
  schema_migration: 'out of reach of readers',
};
