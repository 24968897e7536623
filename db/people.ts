import type { ActingFor, Role, Scope } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

export interface Person {
  readonly id: string;
  /** OIDC `sub`. */
  readonly subject: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly roles: readonly Role[];
  /** Shipped as an example; absent from an installation of one's own. */
  readonly example: boolean;
}

/** A post that somebody may act in now: his own, or another's for a time. */
export interface Capacity {
  /** Of the post, or of the delegation. */
  readonly id: string;
  readonly postId: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly roles: readonly Role[];
  /** What of the post was delegated; null: all of it. */
  readonly scopes: readonly Scope[] | null;
  readonly actingFor: ActingFor | null;
  /** Until when, for another's post. */
  readonly until: string | null;
}

export interface PersonWithCapacities {
  readonly id: string;
  readonly name: string;
  /** Own posts first, oldest first. */
  readonly capacities: readonly Capacity[];
}

/**
 * Null for unknown and for disabled people alike. A delegation counts while its giver still holds the post;
 * one that acts for another gives nothing on.
 */
export async function findPerson(
  db: Queryable,
  by: { readonly subject: string } | { readonly id: string },
): Promise<PersonWithCapacities | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['subject', by.subject];
  const { rows } = await db.query<PersonWithCapacities>({
    name: `person_by_${column}`,
    text: `SELECT p.id, p.name, COALESCE((
      SELECT jsonb_agg(to_jsonb(c) - 'since' ORDER BY c."actingFor" IS NOT NULL, c.since, c.id) FROM (
        SELECT o.id::text AS id, o.id AS "postId", o.title, o.unit_id AS "unitId", u.name AS "unitName", o.roles,
               NULL::text[] AS scopes, NULL::jsonb AS "actingFor", NULL::text AS until, h.from_at AS since
          FROM post_holder h JOIN post o ON o.id = h.post_id JOIN unit u ON u.id = o.unit_id
         WHERE h.person_id = p.id AND h.to_at IS NULL AND o.closed_at IS NULL
        UNION ALL
        SELECT d.id::text, o.id, o.title, o.unit_id, u.name, o.roles, d.scopes,
               jsonb_build_object('personId', f.id, 'name', f.name, 'delegationId', d.id), iso(d.to_at), d.from_at
          FROM delegation d JOIN post o ON o.id = d.post_id JOIN unit u ON u.id = o.unit_id
          JOIN post_holder h ON h.post_id = o.id AND h.to_at IS NULL AND h.person_id = d.from_person_id
          JOIN person f ON f.id = d.from_person_id
         WHERE d.to_person_id = p.id AND d.ended_at IS NULL AND o.closed_at IS NULL
           AND d.from_at <= clock_timestamp() AND clock_timestamp() < d.to_at
      ) c), '[]') AS capacities
      FROM person p WHERE p.${column} = $1 AND p.disabled_at IS NULL`,
    values: [value],
  });
  return rows[0] ?? null;
}

/** Unit of the first post that a person holds, in which he works when he signs in; null: disabled, or without one. */
export async function firstUnitOf(db: Queryable, personId: string): Promise<string | null> {
  const { rows } = await db.query<{ unitId: string }>(
    `SELECT o.unit_id AS "unitId" FROM person p JOIN post_holder h ON h.person_id = p.id AND h.to_at IS NULL
       JOIN post o ON o.id = h.post_id AND o.closed_at IS NULL
      WHERE p.id = $1 AND p.disabled_at IS NULL ORDER BY h.from_at, o.id LIMIT 1`,
    [personId],
  );
  return rows[0]?.unitId ?? null;
}

/** Each with the first post that he holds. */
export async function findExamplePeople(db: Queryable): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `SELECT p.id, p.subject, p.name, o.unit_id AS "unitId", u.name AS "unitName", o.roles, p.example
       FROM person p
       JOIN LATERAL (SELECT o.* FROM post_holder h JOIN post o ON o.id = h.post_id
                      WHERE h.person_id = p.id AND h.to_at IS NULL AND o.closed_at IS NULL
                      ORDER BY h.from_at, o.id LIMIT 1) o ON true
       JOIN unit u ON u.id = o.unit_id
      WHERE p.example AND p.disabled_at IS NULL ORDER BY p.id`,
  );
  return rows;
}

/** People not known yet, each with a post of his own. */
export async function addMissingPeople(
  tx: Transaction,
  people: readonly (Omit<Person, 'unitName'> & { readonly email: string | null })[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH given AS (
       SELECT *, gen_random_uuid() AS post FROM jsonb_to_recordset($1::jsonb)
         AS r(id text, subject text, name text, email text, "unitId" text, roles text[], example boolean)
     ), people AS (
       INSERT INTO person (id, subject, name, email, example) SELECT id, subject, name, email, example FROM given
       ON CONFLICT DO NOTHING RETURNING id
     ), posts AS (
       INSERT INTO post (id, unit_id, roles) SELECT post, "unitId", roles FROM given JOIN people USING (id)
     )
     INSERT INTO post_holder (post_id, person_id) SELECT post, id FROM given JOIN people USING (id)`,
    [JSON.stringify(people)],
  );
  return rowCount ?? 0;
}

/** SQL: the name behind `person:<id>`, `service:<id>` or `engine` in a column; null for what is no more known. */
export const nameOf = (column: string): string => `(CASE
  WHEN ${column} LIKE 'person:%' THEN (SELECT name FROM person WHERE id = substr(${column}, 8))
  WHEN ${column} LIKE 'service:%' THEN service_name(substr(${column}, 9))
  END)`;

/** SQL: the name of the person `p` is like a pattern, with or without accents; by index. */
export const namedLike = (pattern: string): string => `p.name_folded LIKE fold(${pattern})`;
