import type { Definition, Directive } from '#model';
import { nameOf } from './people.ts';
import type { Queryable, Transaction } from './transaction.ts';

export interface DefinitionSummary {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly ownerUnitId: string | null;
  readonly ownerName: string | null;
  /** Offered for copying; shipped with the product where nobody owns it. */
  readonly template: boolean;
  readonly draftRevision: number;
  /** 0 = never published. */
  readonly latestVersion: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** Null for whoever is not known by name any more. */
  readonly updatedByName: string | null;
}

export interface StoredDefinition extends DefinitionSummary {
  readonly draft: Definition;
  /** The letter proposed with the drawing. */
  readonly directive: Directive | null;
}

export interface DefinitionVersionSummary {
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly publishedByName: string | null;
}

export interface DefinitionVersion extends DefinitionVersionSummary {
  readonly definitionId: string;
  readonly body: Definition;
  readonly directive: Directive | null;
}

const SUMMARY = `d.id, d.key, d.title, d.owner_unit_id AS "ownerUnitId",
  (SELECT u.name FROM unit u WHERE u.id = d.owner_unit_id) AS "ownerName",
  d.template, d.draft_revision AS "draftRevision",
  coalesce((SELECT max(v.version) FROM definition_version v WHERE v.definition_id = d.id), 0) AS "latestVersion",
  d.updated_at AS "updatedAt", d.updated_by AS "updatedBy", ${nameOf('d.updated_by')} AS "updatedByName"`;
/** Shipped and installation-wide drawings are read by all; others by whoever has their owner in scope. */
const VISIBLE = `(d.owner_unit_id IS NULL OR $1::text IS NULL OR EXISTS (
  SELECT FROM unit o, unit s WHERE o.id = d.owner_unit_id AND s.id = $1 AND o.path <@ s.path))`;

export interface DefinitionFilter {
  readonly scope: string | null;
  readonly q?: string | undefined;
  readonly after?: { readonly title: string; readonly id: string } | undefined;
  readonly limit: number;
}

export async function findDefinitions(db: Queryable, filter: DefinitionFilter): Promise<DefinitionSummary[]> {
  const { rows } = await db.query<DefinitionSummary>(
    `SELECT ${SUMMARY} FROM definition d
      WHERE ${VISIBLE}
        AND ($2::text IS NULL OR strpos(fold(d.title), fold($2)) > 0)
        AND ($3::text IS NULL OR (d.title COLLATE "vi-x-icu", d.id) > ($3, $4::uuid))
      ORDER BY d.title COLLATE "vi-x-icu", d.id LIMIT $5`,
    [filter.scope, filter.q ?? null, filter.after?.title ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export interface DefinitionQuestion {
  readonly scope: string | null;
  readonly id: string;
  /** Keeps the row until the end of the transaction. */
  readonly forUpdate?: boolean;
}

export async function findDefinition(
  db: Queryable,
  question: DefinitionQuestion,
): Promise<StoredDefinition | null> {
  const { rows } = await db.query<StoredDefinition>(
    `SELECT ${SUMMARY}, d.draft, d.directive FROM definition d
      WHERE ${VISIBLE} AND d.id = $2 ${question.forUpdate ? 'FOR UPDATE OF d' : ''}`,
    [question.scope, question.id],
  );
  return rows[0] ?? null;
}

/** Whoever asks: keys are unique in the whole installation. */
export async function findDefinitionByKey(
  db: Queryable,
  key: string,
): Promise<{ readonly id: string; readonly shipped: boolean } | null> {
  const { rows } = await db.query<{ id: string; shipped: boolean }>(
    'SELECT id, template AND owner_unit_id IS NULL AS shipped FROM definition WHERE key = $1',
    [key],
  );
  return rows[0] ?? null;
}

export interface NewDefinition {
  readonly key: string;
  readonly title: string;
  readonly ownerUnitId: string | null;
  readonly template: boolean;
  readonly draft: Definition;
  readonly directive: Directive | null;
  readonly by: string;
}

/** Null when the key is taken. */
export async function insertDefinition(tx: Transaction, given: NewDefinition): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO definition (key, title, owner_unit_id, template, directive, draft, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      given.key,
      given.title,
      given.ownerUnitId,
      given.template,
      given.directive === null ? null : JSON.stringify(given.directive),
      JSON.stringify(given.draft),
      given.by,
    ],
  );
  return rows[0]?.id ?? null;
}

export interface DraftChange {
  readonly id: string;
  readonly draft: Definition;
  readonly directive: Directive | null;
  readonly by: string;
}

/** The key follows the drawing; false when another definition has it. Returns with the revision raised. */
export async function updateDraft(tx: Transaction, change: DraftChange): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE definition SET draft = $2, directive = $3, title = $4, key = $5, updated_by = $6, updated_at = now(),
            draft_revision = draft_revision + 1
      WHERE id = $1 AND NOT EXISTS (SELECT FROM definition other WHERE other.key = $5 AND other.id <> $1)`,
    [
      change.id,
      JSON.stringify(change.draft),
      change.directive === null ? null : JSON.stringify(change.directive),
      change.draft.title,
      change.draft.key,
      change.by,
    ],
  );
  return rowCount === 1;
}

/** Offers a drawing in the gallery, or takes it out; its content stays. */
export async function updateTemplate(
  tx: Transaction,
  change: { readonly id: string; readonly template: boolean },
): Promise<void> {
  await tx.query('UPDATE definition SET template = $2 WHERE id = $1', [change.id, change.template]);
}

const VERSION = `v.definition_id AS "definitionId", v.version, v.body, v.directive, v.hash,
  v.published_at AS "publishedAt", v.published_by AS "publishedBy", ${nameOf('v.published_by')} AS "publishedByName"`;

export async function findVersions(db: Queryable, definitionId: string): Promise<DefinitionVersionSummary[]> {
  const { rows } = await db.query<DefinitionVersionSummary>(
    `SELECT version, hash, published_at AS "publishedAt", published_by AS "publishedBy", ${nameOf('published_by')} AS "publishedByName"
       FROM definition_version WHERE definition_id = $1 ORDER BY version DESC`,
    [definitionId],
  );
  return rows;
}

/** `version` null = the newest. */
export async function findVersion(
  db: Queryable,
  question: { readonly definitionId: string; readonly version: number | null },
): Promise<DefinitionVersion | null> {
  const { rows } = await db.query<DefinitionVersion>(
    `SELECT ${VERSION} FROM definition_version v
      WHERE v.definition_id = $1 AND ($2::int IS NULL OR v.version = $2) ORDER BY v.version DESC LIMIT 1`,
    [question.definitionId, question.version],
  );
  return rows[0] ?? null;
}

export async function insertVersion(
  tx: Transaction,
  version: Omit<DefinitionVersion, 'publishedAt' | 'publishedByName'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO definition_version (definition_id, version, body, directive, hash, published_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      version.definitionId,
      version.version,
      JSON.stringify(version.body),
      version.directive === null ? null : JSON.stringify(version.directive),
      version.hash,
      version.publishedBy,
    ],
  );
}
