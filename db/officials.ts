import type { Role } from '#model';
import { literally } from './like.ts';
import { withinScope } from './posts.ts';
import { unitsOfSmallScope } from './small-scope.ts';
import type { Queryable, Transaction } from './transaction.ts';

/** A person as an administrator sees him: with the posts of his own subtree, and no others. */
export interface Official {
  readonly id: string;
  /** OIDC `sub`. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly example: boolean;
  readonly disabledAt: string | null;
  readonly revision: number;
  readonly posts: readonly {
    readonly id: string;
    readonly title: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly roles: readonly Role[];
    readonly fromAt: string;
  }[];
  /** Holds a post outside that subtree as well. */
  readonly elsewhere: boolean;
}

const HELD = `post_holder h JOIN post o ON o.id = h.post_id JOIN unit u ON u.id = o.unit_id
  WHERE h.person_id = p.id AND h.to_at IS NULL AND o.closed_at IS NULL`;

/** A condition that is asked of a person at his turn: as EXISTS, PostgreSQL would gather everybody's answer first. */
const asked = (rest: string): string => `coalesce((SELECT true FROM ${rest} LIMIT 1), false)`;

/** `$1`: the administrator's unit. */
const OFFICIAL = `p.id, p.subject, p.name, p.email, p.example, p.disabled_at AS "disabledAt", p.revision,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'unitId', o.unit_id,
      'unitName', u.name, 'roles', o.roles, 'fromAt', iso(h.from_at)) ORDER BY h.from_at, o.id), '[]')
     FROM ${HELD} AND ${withinScope('u.path', '$1')}) AS posts,
  ${asked(`${HELD} AND NOT ${withinScope('u.path', '$1')}`)} AS elsewhere`;

/** A person belongs where he holds a post; without one, where he held his last. */
const OURS = `($1::text IS NULL OR ${asked(`${HELD} AND ${withinScope('u.path', '$1')}`)}
  OR (NOT ${asked(HELD)} AND (
    SELECT ${withinScope('u.path', '$1')} FROM post_holder h JOIN post o ON o.id = h.post_id
      JOIN unit u ON u.id = o.unit_id WHERE h.person_id = p.id ORDER BY h.from_at DESC LIMIT 1)))`;

export interface OfficialFilter {
  readonly scope: string | null;
  /** Holds a post of exactly this unit. */
  readonly unitId?: string | undefined;
  /** Part of the name, the address or the account; accents and case ignored. */
  readonly q?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/**
 * Whether somebody at work holds a post with one of these roles in the unit or above it. One question at a time in
 * the whole installation, until the commit: two who remove each other do not both find the other.
 */
export async function isLookedAfter(
  tx: Transaction,
  { unitId, roles }: { readonly unitId: string; readonly roles: readonly Role[] },
): Promise<boolean> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
  const { rowCount } = await tx.query(
    `SELECT FROM unit below JOIN unit u ON below.path <@ u.path JOIN post o ON o.unit_id = u.id AND o.closed_at IS NULL
       JOIN post_holder h ON h.post_id = o.id AND h.to_at IS NULL
       JOIN person p ON p.id = h.person_id AND p.disabled_at IS NULL
      WHERE below.id = $1 AND o.roles && $2 LIMIT 1`,
    [unitId, roles],
  );
  return rowCount === 1;
}

/** People who hold a post of one of the units, or held one: a few of them, by index. */
const EVER_IN = (units: string): string => `p.id = ANY(ARRAY(
  SELECT h.person_id FROM post o JOIN post_holder h ON h.post_id = o.id WHERE o.unit_id = ANY(${units})))`;

/** In Vietnamese order of names. */
export async function findOfficials(db: Queryable, filter: OfficialFilter): Promise<Official[]> {
  const { rows } = await db.query<Official>(
    `SELECT ${OFFICIAL} FROM person p
      WHERE ${OURS} AND ($8::text[] IS NULL OR ${EVER_IN('$8')})
        AND ($2::text IS NULL OR (${EVER_IN('ARRAY[$2]')} AND EXISTS (SELECT FROM ${HELD} AND o.unit_id = $2)))
        AND ($3::text IS NULL OR p.words LIKE fold($3))
        AND ($4::boolean IS NULL OR $4 = (p.disabled_at IS NOT NULL))
        AND ($5::text IS NULL OR (p.name COLLATE "vi-x-icu", p.id) > ($5, $6))
      ORDER BY p.name COLLATE "vi-x-icu", p.id LIMIT $7`,
    [
      filter.scope,
      filter.unitId ?? null,
      filter.q === undefined ? null : `%${literally(filter.q)}%`,
      filter.disabled ?? null,
      filter.after?.name ?? null,
      filter.after?.id ?? null,
      filter.limit,
      await unitsOfSmallScope(db, filter.scope),
    ],
  );
  return rows;
}

/** Disabled ones too. */
export async function findOfficial(
  db: Queryable,
  { id, scope }: { readonly id: string; readonly scope: string | null },
): Promise<Official | null> {
  const { rows } = await db.query<Official>(`SELECT ${OFFICIAL} FROM person p WHERE p.id = $2 AND ${OURS}`, [
    scope,
    id,
  ]);
  return rows[0] ?? null;
}

/** Whoever gives these people something, and whoever disables one of them, wait for each other. */
export async function lockPeople(
  tx: Transaction,
  { ids, forUpdate = false }: { readonly ids: readonly string[]; readonly forUpdate?: boolean },
): Promise<void> {
  await tx.query(
    `SELECT FROM person WHERE id = ANY ($1) ORDER BY id ${forUpdate ? 'FOR UPDATE' : 'FOR SHARE'}`,
    [ids],
  );
}

export interface NewOfficial {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  readonly example: boolean;
}

/** False where the account is another person's. */
export async function insertOfficial(tx: Transaction, person: NewOfficial): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO person (id, subject, name, email, example) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [person.id, person.subject, person.name, person.email, person.example],
  );
  return rowCount === 1;
}

export interface OfficialChange {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly disabled: boolean;
}

export async function updateOfficial(
  tx: Transaction,
  { id, name, email, disabled }: OfficialChange,
): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE person SET name = $2, email = $3, revision = revision + 1,
            disabled_at = CASE WHEN $4 THEN coalesce(disabled_at, clock_timestamp()) END
      WHERE id = $1`,
    [id, name, email, disabled],
  );
  if (rowCount !== 1) throw new Error('the person was not changed');
}

/** Whoever is signed in with this account is so no more, on whatever machine; streams notice by themselves. */
export async function endSessionsOf(tx: Transaction, subject: string): Promise<number> {
  const { rowCount } = await tx.query(`DELETE FROM session WHERE sess->>'subject' = $1`, [subject]);
  return rowCount ?? 0;
}
