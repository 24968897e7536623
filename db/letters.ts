import type { ApprovalChain, Directive } from '#model';
import type { NodeRef } from '#model/contract';
import { nameOf } from './people.ts';
import type { Queryable } from './transaction.ts';

export type LetterKind = 'dissemination' | 'chase';
export type LetterState = 'draft' | 'submitted' | 'approved' | 'returned' | 'issued' | 'withdrawn';
/** Where a part of a letter comes from: codes of `engine/letter-pass-on`, or `edited`. */
export interface LetterSource {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}
export type LetterSources = Readonly<Record<string, LetterSource>>;

export interface LetterRow extends NodeRef {
  readonly id: string;
  readonly kind: LetterKind;
  readonly mode: 'live' | 'rehearsal';
  readonly unitName: string;
  readonly campaignTitle: string;
  readonly state: LetterState;
  readonly document: Directive;
  readonly sources: LetterSources;
  readonly addedTasks: readonly string[];
  readonly obligationIds: readonly string[];
  readonly step: number;
  readonly chain: ApprovalChain;
  readonly revision: number;
  /** Actors who wrote a part of it, whoever they stood in for included. */
  readonly writers: readonly string[];
  readonly draftedByName: string | null;
  readonly draftedForName: string | null;
  readonly draftedAt: string;
  readonly year: number | null;
  readonly number: number | null;
  readonly issuedAt: string | null;
  readonly issuedByName: string | null;
  readonly issuedForName: string | null;
  readonly fileSha256: string | null;
  readonly fileBytes: number | null;
}

const COLUMNS = `l.id, l.kind, l.mode, l.campaign_id AS "campaignId", l.period_key AS "periodKey", l.unit_id AS "unitId",
  (SELECT name FROM unit WHERE id = l.unit_id) AS "unitName", (SELECT title FROM campaign WHERE id = l.campaign_id) AS "campaignTitle",
  l.state, l.document, l.sources, l.added_tasks AS "addedTasks", l.obligation_ids AS "obligationIds", l.step, l.chain, l.revision,
  l.writers, ${nameOf('l.drafted_by')} AS "draftedByName", ${nameOf('l.on_behalf_of')} AS "draftedForName", l.drafted_at AS "draftedAt", l.year, l.number,
  l.issued_at AS "issuedAt", ${nameOf('l.issued_by')} AS "issuedByName", ${nameOf('l.issued_on_behalf_of')} AS "issuedForName",
  l.file_sha256 AS "fileSha256", l.file_bytes AS "fileBytes"`;

export async function letterById(tx: Queryable, id: string): Promise<LetterRow | null> {
  const found = await tx.query<LetterRow>(`SELECT ${COLUMNS} FROM letter l WHERE l.id = $1`, [id]);
  return found.rows[0] ?? null;
}

/** Locks: letter → campaign → nodes → obligations → register numbers → audit. */
export async function lockLetter(tx: Queryable, id: string): Promise<LetterRow | null> {
  const found = await tx.query<LetterRow>(`SELECT ${COLUMNS} FROM letter l WHERE l.id = $1 FOR UPDATE`, [id]);
  return found.rows[0] ?? null;
}

/** The letter under way or issued with which the unit passes this period on. */
export async function disseminationLetter(tx: Queryable, ref: NodeRef): Promise<string | null> {
  const found = await tx.query<{ id: string }>(
    `SELECT id FROM letter WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3 AND kind = 'dissemination' AND state <> 'withdrawn'`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows[0]?.id ?? null;
}

/** The unit's draft, newest first, that chases exactly these reports. */
export async function openChase(
  tx: Queryable,
  { ref, obligationIds }: { readonly ref: NodeRef; readonly obligationIds: readonly string[] },
): Promise<string | null> {
  const found = await tx.query<{ id: string }>(
    `SELECT id FROM letter WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3 AND kind = 'chase'
       AND state IN ('draft', 'returned') AND obligation_ids @> $4::uuid[] AND obligation_ids <@ $4::uuid[]
     ORDER BY drafted_at DESC, id LIMIT 1`,
    [ref.campaignId, ref.periodKey, ref.unitId, obligationIds],
  );
  return found.rows[0]?.id ?? null;
}

/** Chase letters that wait for approval or for their number, the newest first: with the obligations that they urge. */
export async function chasesOnTheirWay(
  tx: Queryable,
  ref: NodeRef,
): Promise<readonly { readonly id: string; readonly obligationIds: readonly string[] }[]> {
  const found = await tx.query<{ id: string; obligationIds: string[] }>(
    `SELECT id, obligation_ids AS "obligationIds" FROM letter WHERE campaign_id = $1 AND period_key = $2 AND unit_id = $3
       AND kind = 'chase' AND state IN ('submitted', 'approved') ORDER BY drafted_at DESC, id`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows;
}

/** By what the unit passed the campaign on: in this period, else the latest before. */
export async function issuedLetter(
  tx: Queryable,
  ref: NodeRef,
): Promise<{ id: string; document: Directive } | null> {
  const found = await tx.query<{ id: string; document: Directive }>(
    `SELECT id, document FROM letter WHERE campaign_id = $1 AND unit_id = $3 AND state = 'issued' AND kind = 'dissemination'
     ORDER BY (period_key = $2) DESC, issued_at DESC LIMIT 1`,
    [ref.campaignId, ref.periodKey, ref.unitId],
  );
  return found.rows[0] ?? null;
}

export interface NewLetter extends NodeRef {
  readonly kind: LetterKind;
  readonly mode: 'live' | 'rehearsal';
  readonly document: Directive;
  readonly sources: LetterSources;
  readonly addedTasks: readonly string[];
  readonly obligationIds: readonly string[];
  readonly chain: ApprovalChain;
  readonly writers: readonly string[];
  readonly by: string;
  readonly at: string;
}

/** Null: somebody else has begun the letter of this node. */
export async function insertLetter(tx: Queryable, letter: NewLetter): Promise<string | null> {
  const written = await tx.query<{ id: string }>(
    `INSERT INTO letter (kind, mode, unit_id, campaign_id, period_key, document, sources, added_tasks, obligation_ids, chain,
       writers, drafted_by, drafted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (campaign_id, period_key, unit_id) WHERE kind = 'dissemination' AND state <> 'withdrawn' DO NOTHING RETURNING id`,
    [
      letter.kind,
      letter.mode,
      letter.unitId,
      letter.campaignId,
      letter.periodKey,
      JSON.stringify(letter.document),
      JSON.stringify(letter.sources),
      letter.addedTasks,
      letter.obligationIds,
      JSON.stringify(letter.chain),
      letter.writers,
      letter.by,
      letter.at,
    ],
  );
  return written.rows[0]?.id ?? null;
}

export interface LetterText {
  readonly document: Directive;
  readonly sources: LetterSources;
  readonly addedTasks: readonly string[];
  readonly writers: readonly string[];
}

export async function putLetterText(tx: Queryable, id: string, text: LetterText): Promise<void> {
  await tx.query(
    `UPDATE letter SET document = $2, sources = $3, added_tasks = $4, writers = $5, revision = revision + 1 WHERE id = $1`,
    [id, JSON.stringify(text.document), JSON.stringify(text.sources), text.addedTasks, text.writers],
  );
}

export interface LetterMove {
  readonly state: LetterState;
  readonly step: number;
  /** Frozen anew when it is submitted. */
  readonly chain?: ApprovalChain;
}

export async function putLetterState(tx: Queryable, id: string, move: LetterMove): Promise<void> {
  await tx.query(
    `UPDATE letter SET state = $2, step = $3, chain = COALESCE($4, chain), revision = revision + 1 WHERE id = $1`,
    [id, move.state, move.step, move.chain === undefined ? null : JSON.stringify(move.chain)],
  );
}

export interface Issue {
  readonly document: Directive;
  readonly year: number;
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly file: { readonly sha256: string; readonly bytes: number };
}

export async function putLetterIssued(tx: Queryable, id: string, issue: Issue): Promise<void> {
  await tx.query(
    `UPDATE letter SET state = 'issued', document = $2, year = $3, number = $4, issued_at = $5, issued_by = $6,
       issued_on_behalf_of = on_behalf_of(), file_sha256 = $7, file_bytes = $8, revision = revision + 1 WHERE id = $1`,
    [
      id,
      JSON.stringify(issue.document),
      issue.year,
      issue.number,
      issue.at,
      issue.by,
      issue.file.sha256,
      issue.file.bytes,
    ],
  );
}

/** Whether another letter of the body bears this number already. */
export async function numberTaken(
  tx: Queryable,
  of: { readonly unitId: string; readonly mode: string; readonly year: number; readonly number: number },
): Promise<boolean> {
  const found = await tx.query(
    'SELECT FROM letter WHERE unit_id = $1 AND mode = $2 AND year = $3 AND number = $4',
    [of.unitId, of.mode, of.year, of.number],
  );
  return found.rowCount !== 0;
}
