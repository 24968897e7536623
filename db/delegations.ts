import type { Role, Scope } from '#model';
import { nameOf } from './people.ts';
import { withinScope } from './posts.ts';
import type { Queryable, Transaction } from './transaction.ts';

export interface Delegation {
  readonly id: string;
  readonly kind: 'absence' | 'delegation';
  readonly post: {
    readonly id: string;
    readonly title: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly roles: readonly Role[];
  };
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly fromAt: string;
  /** Exclusive. */
  readonly toAt: string;
  /** Null: all that the post may. */
  readonly scopes: readonly Scope[] | null;
  readonly reason: string;
  readonly createdAt: string;
  readonly createdByName: string | null;
  /** Before its time. */
  readonly endedAt: string | null;
  readonly state: 'upcoming' | 'current' | 'over';
}

const DELEGATION = `d.id, d.kind, jsonb_build_object('id', o.id, 'title', o.title, 'unitId', o.unit_id,
    'unitName', u.name, 'roles', o.roles) AS post,
  jsonb_build_object('id', f.id, 'name', f.name) AS "from", jsonb_build_object('id', t.id, 'name', t.name) AS "to",
  d.from_at AS "fromAt", d.to_at AS "toAt", d.scopes, d.reason, d.created_at AS "createdAt",
  ${nameOf('d.created_by')} AS "createdByName", d.ended_at AS "endedAt",
  CASE WHEN d.ended_at IS NOT NULL OR d.to_at <= clock_timestamp() THEN 'over'
       WHEN d.from_at > clock_timestamp() THEN 'upcoming' ELSE 'current' END AS state`;
const TABLES = `delegation d JOIN post o ON o.id = d.post_id JOIN unit u ON u.id = o.unit_id
  JOIN person f ON f.id = d.from_person_id JOIN person t ON t.id = d.to_person_id`;

export interface DelegationFilter {
  /** Given by or to this person; null: whosoever. */
  readonly personId: string | null;
  /** Posts of this subtree; null: everywhere. */
  readonly scope: string | null;
  readonly after?: { readonly fromAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Latest first. */
export async function findDelegations(db: Queryable, filter: DelegationFilter): Promise<Delegation[]> {
  const { rows } = await db.query<Delegation>(
    `SELECT ${DELEGATION} FROM ${TABLES}
      WHERE ($1::text IS NULL OR $1 IN (d.from_person_id, d.to_person_id))
        AND ${withinScope('u.path', '$2')}
        AND ($3::timestamptz IS NULL OR (d.from_at, d.id) < ($3, $4::uuid))
      ORDER BY d.from_at DESC, d.id DESC LIMIT $5`,
    [filter.personId, filter.scope, filter.after?.fromAt ?? null, filter.after?.id ?? null, filter.limit],
  );
  return rows;
}

export async function findDelegation(db: Queryable, id: string): Promise<Delegation | null> {
  const { rows } = await db.query<Delegation>(`SELECT ${DELEGATION} FROM ${TABLES} WHERE d.id = $1`, [id]);
  return rows[0] ?? null;
}

export interface NewDelegation {
  readonly kind: Delegation['kind'];
  readonly postId: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly fromAt: string;
  readonly toAt: string;
  readonly scopes: readonly Scope[] | null;
  readonly reason: string;
  readonly createdBy: string;
}

export async function insertDelegation(tx: Transaction, given: NewDelegation): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO delegation (kind, post_id, from_person_id, to_person_id, from_at, to_at, scopes, reason, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      given.kind,
      given.postId,
      given.fromPersonId,
      given.toPersonId,
      given.fromAt,
      given.toAt,
      given.scopes,
      given.reason,
      given.createdBy,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the delegation was not written');
  return id;
}

/** Another substitute for the whole post in any part of this time. */
export async function absenceOverlaps(
  db: Queryable,
  { postId, fromAt, toAt }: Pick<NewDelegation, 'postId' | 'fromAt' | 'toAt'>,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM delegation d WHERE d.post_id = $1 AND d.kind = 'absence' AND d.ended_at IS NULL
        AND d.from_at < $3 AND $2 < d.to_at LIMIT 1`,
    [postId, fromAt, toAt],
  );
  return rowCount === 1;
}

/** What is not over ends now; the ids of those that did. */
export async function endDelegations(
  tx: Transaction,
  which: { readonly id: string } | { readonly postId: string } | { readonly personId: string },
): Promise<readonly string[]> {
  const [condition, value] =
    'id' in which
      ? ['d.id = $1', which.id]
      : 'postId' in which
        ? ['d.post_id = $1', which.postId]
        : ['$1 IN (d.from_person_id, d.to_person_id)', which.personId];
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE delegation d SET ended_at = clock_timestamp()
      WHERE ${condition} AND d.ended_at IS NULL AND d.to_at > clock_timestamp() RETURNING d.id`,
    [value],
  );
  return rows.map(({ id }) => id).sort();
}

export interface Substitute {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
  /** His own days off that are not over, the next first; `toAt` is exclusive. */
  readonly absences: readonly {
    readonly fromAt: string;
    readonly toAt: string;
    readonly substituteName: string;
  }[];
}

export interface SubstituteFilter {
  /** Holds a post of this unit or of one below it; null: of any. */
  readonly under: string | null;
  /** Who cannot stand in for himself. */
  readonly except: string;
  readonly q?: string | undefined;
  /** Just this person. */
  readonly personId?: string | undefined;
  readonly limit: number;
}

/** Each with the post that lies highest; nobody who is disabled. */
export async function findSubstitutes(db: Queryable, filter: SubstituteFilter): Promise<Substitute[]> {
  const { rows } = await db.query<Substitute>(
    `SELECT found.*, COALESCE((SELECT jsonb_agg(jsonb_build_object('fromAt', iso(d.from_at), 'toAt', iso(d.to_at),
         'substituteName', s.name) ORDER BY d.from_at, d.id) FROM delegation d JOIN person s ON s.id = d.to_person_id
        WHERE d.from_person_id = found.id AND d.kind = 'absence' AND d.ended_at IS NULL AND d.to_at > clock_timestamp()),
       '[]') AS absences
     FROM (
       SELECT DISTINCT ON (p.id) p.id, p.name, o.title, u.name AS "unitName", nlevel(u.path) AS depth
         FROM post o JOIN unit u ON u.id = o.unit_id JOIN post_holder h ON h.post_id = o.id AND h.to_at IS NULL
         JOIN person p ON p.id = h.person_id
        WHERE o.closed_at IS NULL AND p.disabled_at IS NULL AND p.id <> $2 AND ${withinScope('u.path', '$1')}
          AND ($3::text IS NULL OR strpos(fold(p.name || ' ' || o.title || ' ' || u.name), fold($3)) > 0)
          AND ($4::text IS NULL OR p.id = $4)
        ORDER BY p.id, nlevel(u.path), h.from_at
     ) found ORDER BY depth, name COLLATE "vi-x-icu", id LIMIT $5`,
    [filter.under, filter.except, filter.q ?? null, filter.personId ?? null, filter.limit],
  );
  return rows.map(({ id, name, title, unitName, absences }) => ({ id, name, title, unitName, absences }));
}
