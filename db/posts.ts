import type { Role } from '#model';
import { literally } from './like.ts';
import { namedLike } from './people.ts';
import { unitsOfSmallScope } from './small-scope.ts';
import type { Queryable, Transaction } from './transaction.ts';

export interface ListedPost {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Chức vụ; may be empty. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly revision: number;
  /** Null: vacant. */
  readonly holder: { readonly id: string; readonly name: string; readonly fromAt: string } | null;
}

/** One holding of a post; `toAt` null: still. */
export interface Holding {
  readonly personId: string;
  readonly name: string;
  readonly fromAt: string;
  readonly toAt: string | null;
}

/** SQL: `path` lies in the subtree of the unit `$n`; everything does where `$n` is null. */
export const withinScope = (path: string, parameter: string): string =>
  `(${parameter}::text IS NULL OR ${path} <@ (SELECT s.path FROM unit s WHERE s.id = ${parameter}))`;

const POST = `o.id, o.unit_id AS "unitId", u.name AS "unitName", o.title, o.roles, o.created_at AS "createdAt",
  o.closed_at AS "closedAt", o.revision,
  (SELECT jsonb_build_object('id', p.id, 'name', p.name, 'fromAt', iso(h.from_at))
     FROM post_holder h JOIN person p ON p.id = h.person_id
    WHERE h.post_id = o.id AND h.to_at IS NULL) AS holder`;

export interface PostFilter {
  readonly scope: string | null;
  readonly unitId?: string | undefined;
  /** Part of the title, the unit's or the holder's name; accents and case ignored. */
  readonly q?: string | undefined;
  readonly vacant?: boolean | undefined;
  readonly after?: { readonly unitName: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Posts that are not closed, by unit in Vietnamese order. */
export async function findPosts(db: Queryable, filter: PostFilter): Promise<ListedPost[]> {
  const { rows } = await db.query<ListedPost>(
    `SELECT ${POST} FROM post o JOIN unit u ON u.id = o.unit_id
      WHERE o.closed_at IS NULL AND ${withinScope('u.path', '$1')} AND ($8::text[] IS NULL OR o.unit_id = ANY($8))
        AND ($2::text IS NULL OR o.unit_id = $2)
        AND ($3::text IS NULL OR o.title_folded || ' ' || u.name_folded LIKE fold($3) OR o.id IN (
          SELECT h.post_id FROM post_holder h JOIN person p ON p.id = h.person_id
           WHERE h.to_at IS NULL AND ${namedLike('$3')}))
        AND ($4::boolean IS NOT TRUE OR o.id = ANY(ARRAY(
          SELECT v.id FROM post v WHERE NOT EXISTS (SELECT FROM post_holder h WHERE h.post_id = v.id AND h.to_at IS NULL))))
        AND ($4::boolean IS NOT FALSE OR EXISTS (SELECT FROM post_holder h WHERE h.post_id = o.id AND h.to_at IS NULL))
        AND ($5::text IS NULL OR (u.name, o.id) > ($5 COLLATE "vi-x-icu", $6::uuid))
      ORDER BY u.name, o.id LIMIT $7`,
    [
      filter.scope,
      filter.unitId ?? null,
      filter.q === undefined ? null : `%${literally(filter.q)}%`,
      filter.vacant ?? null,
      filter.after?.unitName ?? null,
      filter.after?.id ?? null,
      filter.limit,
      await unitsOfSmallScope(db, filter.scope),
    ],
  );
  return rows;
}

/** Closed ones too. */
export async function findPost(
  db: Queryable,
  { id, scope }: { readonly id: string; readonly scope: string | null },
): Promise<ListedPost | null> {
  const { rows } = await db.query<ListedPost>(
    `SELECT ${POST} FROM post o JOIN unit u ON u.id = o.unit_id
      WHERE o.id = $1 AND ${withinScope('u.path', '$2')}`,
    [id, scope],
  );
  return rows[0] ?? null;
}

/** Nobody hands over, closes or delegates the post until the transaction ends. */
export async function lockPost(tx: Transaction, id: string): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT FROM post WHERE id = $1 FOR UPDATE', [id]);
  return rowCount === 1;
}

/** Latest first. */
export async function holdersOf(db: Queryable, postId: string): Promise<Holding[]> {
  const { rows } = await db.query<Holding>(
    `SELECT h.person_id AS "personId", p.name, h.from_at AS "fromAt", h.to_at AS "toAt"
       FROM post_holder h JOIN person p ON p.id = h.person_id WHERE h.post_id = $1
      ORDER BY h.from_at DESC`,
    [postId],
  );
  return rows;
}

export interface NewPost {
  readonly unitId: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

export async function insertPost(tx: Transaction, { unitId, title, roles }: NewPost): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'INSERT INTO post (unit_id, title, roles) VALUES ($1, $2, $3) RETURNING id',
    [unitId, title, roles],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the post was not written');
  return id;
}

export async function updatePost(
  tx: Transaction,
  { id, title, roles }: Omit<NewPost, 'unitId'> & { readonly id: string },
): Promise<void> {
  await tx.query('UPDATE post SET title = $2, roles = $3, revision = revision + 1 WHERE id = $1', [
    id,
    title,
    roles,
  ]);
}

export async function closePost(tx: Transaction, id: string): Promise<void> {
  await tx.query('UPDATE post SET closed_at = clock_timestamp(), revision = revision + 1 WHERE id = $1', [
    id,
  ]);
}

/** Ends the present holding, where there is one, and begins the next; null leaves the post vacant. */
export async function putHolder(
  tx: Transaction,
  { postId, personId }: { readonly postId: string; readonly personId: string | null },
): Promise<void> {
  await tx.query('UPDATE post_holder SET to_at = clock_timestamp() WHERE post_id = $1 AND to_at IS NULL', [
    postId,
  ]);
  if (personId !== null)
    await tx.query('INSERT INTO post_holder (post_id, person_id) VALUES ($1, $2)', [postId, personId]);
  await tx.query('UPDATE post SET revision = revision + 1 WHERE id = $1', [postId]);
}
