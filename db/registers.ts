import type { Directive } from '#model';
import { codeOf, shownCodeOf } from './document-code.ts';
import type { LetterState } from './letters.ts';
import { literally } from './like.ts';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export interface IncomingRow {
  readonly id: string;
  readonly unitId: string;
  readonly mode: 'live' | 'rehearsal';
  readonly year: number;
  /** Số đến. */
  readonly arrivalNumber: number;
  /** Ngày đến: when it was registered, on the campaign's clock. */
  readonly arrivedAt: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly periodKey: string;
  readonly fromUnitId: string;
  readonly fromName: string;
  readonly letterId: string | null;
  readonly document: Directive;
  readonly opinion: string;
  readonly leadPersonId: string | null;
  readonly leadName: string | null;
  readonly coordinators: readonly { readonly id: string; readonly name: string }[];
  readonly dueOn: string | null;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly decidedForName: string | null;
  readonly registeredByName: string | null;
  readonly onBehalfOfName: string | null;
  /** The unit's own letter that passed it on; null where there is none. */
  readonly answerId: string | null;
  readonly answerCode: string | null;
  readonly revision: number;
}

const INCOMING = `d.id, d.unit_id AS "unitId", d.mode, d.year, d.arrival_number AS "arrivalNumber", d.arrived_at AS "arrivedAt",
  d.campaign_id AS "campaignId", c.title AS "campaignTitle", d.period_key AS "periodKey", d.from_unit_id AS "fromUnitId",
  d.from_name AS "fromName", d.letter_id AS "letterId", d.document, d.opinion, d.lead_person_id AS "leadPersonId",
  (SELECT name FROM person WHERE id = d.lead_person_id) AS "leadName",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name), '[]')
     FROM person p WHERE p.id = ANY(d.coordinator_person_ids)) AS coordinators,
  d.due_on AS "dueOn", d.decided_at AS "decidedAt", ${nameOf('d.decided_by')} AS "decidedByName",
  ${nameOf('d.decided_on_behalf_of')} AS "decidedForName",
  ${nameOf('d.registered_by')} AS "registeredByName", ${nameOf('d.on_behalf_of')} AS "onBehalfOfName",
  a.id AS "answerId", a.code AS "answerCode", d.revision
  FROM incoming_document d JOIN campaign c ON c.id = d.campaign_id
  LEFT JOIN LATERAL (
    SELECT l.id, ${shownCodeOf('l.document')} AS code FROM letter l
    WHERE l.campaign_id = d.campaign_id AND l.unit_id = d.unit_id AND l.kind = 'dissemination' AND l.state = 'issued'
    ORDER BY l.issued_at DESC LIMIT 1) a ON true`;

export async function incomingOf(
  tx: Queryable,
  of: { readonly unitId: string; readonly campaignId: string },
): Promise<IncomingRow | null> {
  const found = await tx.query<IncomingRow>(
    `SELECT ${INCOMING} WHERE d.unit_id = $1 AND d.campaign_id = $2`,
    [of.unitId, of.campaignId],
  );
  return found.rows[0] ?? null;
}

export async function incomingById(tx: Queryable, id: string): Promise<IncomingRow | null> {
  const found = await tx.query<IncomingRow>(`SELECT ${INCOMING} WHERE d.id = $1`, [id]);
  return found.rows[0] ?? null;
}

/** Two who register the same directive at once: the second waits here and then finds the first one's row. */
export async function lockRegistering(
  tx: Queryable,
  of: { readonly unitId: string; readonly campaignId: string },
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [`${of.unitId}/${of.campaignId}`]);
}

export interface NewIncoming {
  readonly unitId: string;
  readonly mode: 'live' | 'rehearsal';
  readonly year: number;
  readonly arrivalNumber: number;
  readonly arrivedAt: string;
  readonly campaignId: string;
  readonly periodKey: string;
  readonly fromUnitId: string;
  readonly fromName: string;
  readonly letterId: string | null;
  readonly document: Directive;
  readonly by: string;
}

export async function insertIncoming(tx: Queryable, row: NewIncoming): Promise<void> {
  await tx.query(
    `INSERT INTO incoming_document (unit_id, mode, year, arrival_number, arrived_at, campaign_id, period_key, from_unit_id,
       from_name, letter_id, document, registered_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.unitId,
      row.mode,
      row.year,
      row.arrivalNumber,
      row.arrivedAt,
      row.campaignId,
      row.periodKey,
      row.fromUnitId,
      row.fromName,
      row.letterId,
      JSON.stringify(row.document),
      row.by,
    ],
  );
}

export interface Opinion {
  readonly opinion: string;
  readonly leadPersonId: string | null;
  readonly coordinatorPersonIds: readonly string[];
  readonly dueOn: string | null;
  readonly at: string;
  readonly by: string;
}

/** False: the row has another revision by now. */
export async function putOpinion(
  tx: Queryable,
  row: { readonly id: string; readonly expected: number },
  opinion: Opinion,
): Promise<boolean> {
  const written = await tx.query(
    `UPDATE incoming_document SET opinion = $3, lead_person_id = $4, coordinator_person_ids = $5, due_on = $6,
       decided_at = $7, decided_by = $8, decided_on_behalf_of = on_behalf_of(), revision = revision + 1 WHERE id = $1 AND revision = $2`,
    [
      row.id,
      row.expected,
      opinion.opinion,
      opinion.leadPersonId,
      opinion.coordinatorPersonIds,
      opinion.dueOn,
      opinion.at,
      opinion.by,
    ],
  );
  return written.rowCount === 1;
}

/** Arrival numbers under which the unit has a document of this number, notation and body already. */
export async function sameDocument(
  tx: Queryable,
  of: { readonly unitId: string; readonly mode: string; readonly document: Directive },
): Promise<{ arrivalNumber: number; year: number } | null> {
  const { codeNumber, codeNotation, issuingBody } = of.document;
  if (codeNumber === null) return null;
  const found = await tx.query<{ arrivalNumber: number; year: number }>(
    `SELECT arrival_number AS "arrivalNumber", year FROM incoming_document d
     WHERE d.unit_id = $1 AND d.mode = $2 AND d.document->>'codeNumber' = $3 AND d.document->>'codeNotation' = $4
       AND fold(d.document->>'issuingBody') = fold($5) ORDER BY year, arrival_number LIMIT 1`,
    [of.unitId, of.mode, codeNumber, codeNotation, issuingBody],
  );
  return found.rows[0] ?? null;
}

export interface RegisterFilter {
  readonly unitId: string;
  readonly mode: string | null;
  readonly year: number | null;
  /** Words, with or without accents. */
  readonly words: string | null;
  /** A document's code, exact: number, and the beginning of the notation. */
  readonly code: { readonly number: string; readonly notation: string } | null;
  readonly after: { readonly year: number; readonly number: number; readonly id: string } | null;
  readonly limit: number;
}

/** `$3`–`$6` of every list: year, words, number, notation. */
const SOUGHT = `($3::int IS NULL OR d.year = $3)
  AND ($4::text IS NULL OR fold(concat_ws(' ', d.document->>'subject', d.document->>'issuingBody', d.document->>'documentType',
        ${codeOf('d.document')}, c.title)) LIKE '%' || fold($4) || '%')
  AND ($5::text IS NULL OR (d.document->>'codeNumber' = $5 AND starts_with(d.document->>'codeNotation', $6)))`;

/** Newest first. */
export async function incomingRows(
  tx: Queryable,
  filter: RegisterFilter & { readonly undecided: boolean | null },
): Promise<IncomingRow[]> {
  const found = await tx.query<IncomingRow>(
    `SELECT ${INCOMING}
     WHERE d.unit_id = $1 AND ($2::text IS NULL OR d.mode = $2) AND ${SOUGHT}
       AND ($7::boolean IS NULL OR (d.decided_at IS NULL) = $7)
       AND ($8::int IS NULL OR (d.year, d.arrival_number, d.id) < ($8, $9::int, $10::uuid))
     ORDER BY d.year DESC, d.arrival_number DESC, d.id DESC LIMIT $11`,
    [...sought(filter), filter.undecided, ...afterOf(filter), filter.limit],
  );
  return found.rows;
}

export interface OutgoingRow {
  readonly id: string;
  readonly unitId: string;
  readonly mode: 'live' | 'rehearsal';
  readonly kind: 'dissemination' | 'chase';
  readonly state: LetterState;
  readonly year: number | null;
  readonly number: number | null;
  readonly document: Directive;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly periodKey: string;
  readonly draftedByName: string | null;
  readonly draftedAt: string;
  readonly draftedForName: string | null;
  readonly issuedByName: string | null;
  readonly issuedForName: string | null;
  readonly issuedAt: string | null;
  /** Units that it went to here. */
  readonly sentTo: number;
}

/** Its number, in the order of an index; what has none yet stands by the moment of its draft, in milliseconds. */
const placeOf = (open: boolean): string => (open ? 'extract(epoch FROM d.drafted_at) * 1000' : 'd.number');

/** Issued ones, newest number first; `open`: those under way, newest draft first. */
export async function outgoingRows(
  tx: Queryable,
  filter: RegisterFilter & { readonly open: boolean },
): Promise<OutgoingRow[]> {
  const place = placeOf(filter.open);
  const found = await tx.query<OutgoingRow>(
    `SELECT d.id, d.unit_id AS "unitId", d.mode, d.kind, d.state, d.year, d.number, d.document, d.campaign_id AS "campaignId",
       c.title AS "campaignTitle", d.period_key AS "periodKey", ${nameOf('d.drafted_by')} AS "draftedByName",
       ${nameOf('d.on_behalf_of')} AS "draftedForName", d.drafted_at AS "draftedAt", ${nameOf('d.issued_by')} AS "issuedByName",
       ${nameOf('d.issued_on_behalf_of')} AS "issuedForName", d.issued_at AS "issuedAt",
       CASE WHEN d.kind = 'chase' THEN (
         SELECT count(DISTINCT o.unit_id)::int FROM obligation o WHERE o.id = ANY(d.obligation_ids)) WHEN d.state <> 'issued' THEN 0 ELSE (
         SELECT count(DISTINCT o.unit_id)::int FROM obligation o WHERE o.campaign_id = d.campaign_id
           AND o.period_key = d.period_key AND o.disseminator_unit_id = d.unit_id) END AS "sentTo"
     FROM letter d JOIN campaign c ON c.id = d.campaign_id
     WHERE d.unit_id = $1 AND ($2::text IS NULL OR d.mode = $2) AND ${SOUGHT}
       AND CASE WHEN $7 THEN d.state NOT IN ('issued', 'withdrawn') ELSE d.state = 'issued' END
       AND ($8::int IS NULL OR (coalesce(d.year, 0), ${place}, d.id) < ($8, $9::numeric, $10::uuid))
     ORDER BY coalesce(d.year, 0) DESC, ${place} DESC, d.id DESC LIMIT $11`,
    [...sought(filter), filter.open, ...afterOf(filter), filter.limit],
  );
  return found.rows;
}

const sought = ({ unitId, mode, year, words, code }: RegisterFilter) => [
  unitId,
  mode,
  year,
  words === null ? null : literally(words),
  code?.number ?? null,
  code?.notation ?? null,
];
const afterOf = ({ after }: RegisterFilter) => [
  after?.year ?? null,
  after?.number ?? null,
  after?.id ?? null,
];
