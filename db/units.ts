import type { Unit } from '#model';
import { literally } from './like.ts';
import type { Queryable } from './transaction.ts';

/** The columns of a unit as the model names them; `u` is the table's alias. */
export const UNIT_COLUMNS = `u.id, u.code, u.name, u.kind, u.type, u.chain, u.parent_id AS "parentId",
  u.attributes, u.valid_from AS "validFrom", u.valid_to AS "validTo"`;

export interface ListedUnit extends Unit {
  readonly parentName: string | null;
}

export interface UnitFilter {
  /** Part of a name, present or former, diacritics and case ignored; or a whole code. */
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly chain?: string | undefined;
  /** Only units below this one. */
  readonly under?: string | undefined;
  /** Only units valid on this civil date. */
  readonly at?: string | undefined;
  /** Last unit of the page before. */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** In Vietnamese order of names. */
export async function findUnits(db: Queryable, filter: UnitFilter): Promise<ListedUnit[]> {
  const { rows } = await db.query<ListedUnit>(
    `SELECT ${UNIT_COLUMNS}, p.name AS "parentName"
       FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
      WHERE ($1::text IS NULL OR u.code = $2 OR u.name_folded LIKE fold($1)
             OR u.id IN (SELECT f.unit_id FROM unit_former_name f WHERE fold(f.name) LIKE fold($1)))
        AND ($3::text IS NULL OR u.kind = $3)
        AND ($4::text IS NULL OR u.chain = $4)
        AND ($5::text IS NULL OR (u.path <@ (SELECT path FROM unit WHERE id = $5) AND u.id <> $5))
        AND ($6::date IS NULL OR (coalesce(u.valid_from, '-infinity') <= $6 AND coalesce(u.valid_to, 'infinity') >= $6))
        AND ($7::text IS NULL OR (u.name, u.id) > ($7 COLLATE "vi-x-icu", $8))
      ORDER BY u.name, u.id
      LIMIT $9`,
    [
      filter.q === undefined ? null : `%${literally(filter.q.trim())}%`,
      filter.q ?? null,
      filter.kind ?? null,
      filter.chain ?? null,
      filter.under ?? null,
      filter.at ?? null,
      filter.after?.name ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  );
  return rows;
}

export interface RelatedUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface UnitDetails extends Unit {
  /** From the top of its chain down to its parent. */
  readonly ancestors: readonly RelatedUnit[];
  readonly children: readonly RelatedUnit[];
  readonly successors: readonly (RelatedUnit & { readonly succession: string })[];
  readonly predecessors: readonly (RelatedUnit & { readonly succession: string })[];
  readonly formerNames: readonly {
    readonly name: string;
    readonly type: string;
    readonly untilDate: string;
  }[];
}

const RELATED = `jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'validFrom', r.valid_from, 'validTo', r.valid_to)`;

export async function findUnit(db: Queryable, id: string): Promise<UnitDetails | null> {
  const { rows } = await db.query<UnitDetails>(
    `SELECT ${UNIT_COLUMNS},
       (SELECT coalesce(jsonb_agg(${RELATED} ORDER BY nlevel(r.path)), '[]')
          FROM unit r WHERE r.path @> u.path AND r.id <> u.id) AS ancestors,
       (SELECT coalesce(jsonb_agg(${RELATED} ORDER BY r.name, r.id), '[]') FROM unit r WHERE r.parent_id = u.id) AS children,
       (SELECT coalesce(jsonb_agg(${RELATED} || jsonb_build_object('succession', s.kind) ORDER BY r.name, r.id), '[]')
          FROM unit_successor s JOIN unit r ON r.id = s.to_id WHERE s.from_id = u.id) AS successors,
       (SELECT coalesce(jsonb_agg(${RELATED} || jsonb_build_object('succession', s.kind) ORDER BY r.name, r.id), '[]')
          FROM unit_successor s JOIN unit r ON r.id = s.from_id WHERE s.to_id = u.id) AS predecessors,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'type', f.type, 'untilDate', f.until_date)
                                  ORDER BY f.until_date), '[]')
          FROM unit_former_name f WHERE f.unit_id = u.id) AS "formerNames"
     FROM unit u WHERE u.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Every unit valid on the civil date, ordered by id; null: every unit there ever was, so that who asks can
 * tell one that has ended from one that never existed.
 */
export async function loadOrganisation(db: Queryable, date: string | null): Promise<Unit[]> {
  const { rows } = await db.query<Unit>({
    name: 'load_organisation',
    text: `SELECT ${UNIT_COLUMNS} FROM unit u
      WHERE $1::date IS NULL
        OR (coalesce(u.valid_from, '-infinity') <= $1::date AND coalesce(u.valid_to, 'infinity') >= $1::date)
      ORDER BY u.id COLLATE "C"`,
    values: [date],
  });
  return rows;
}

/** `scope` null = the whole installation. Unknown units are within nothing. */
export async function unitIsWithin(
  db: Queryable,
  question: { readonly unitId: string; readonly scope: string | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT FROM unit u WHERE u.id = $1
        AND ($2::text IS NULL OR u.path <@ (SELECT s.path FROM unit s WHERE s.id = $2))`,
    [question.unitId, question.scope],
  );
  return rowCount === 1;
}
