import type { Role } from '#model';
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

const COLUMNS = `p.id, p.subject, p.name, p.unit_id AS "unitId", u.name AS "unitName", p.roles, p.example`;

/** Null for unknown and for disabled people alike. */
export async function findPersonBySubject(db: Queryable, subject: string): Promise<Person | null> {
  const { rows } = await db.query<Person>(
    `SELECT ${COLUMNS} FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.subject = $1 AND p.disabled_at IS NULL`,
    [subject],
  );
  return rows[0] ?? null;
}

export async function findExamplePeople(db: Queryable): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `SELECT ${COLUMNS} FROM person p JOIN unit u ON u.id = p.unit_id
      WHERE p.example AND p.disabled_at IS NULL ORDER BY p.id`,
  );
  return rows;
}

export async function addMissingPeople(
  tx: Transaction,
  people: readonly Omit<Person, 'unitName'>[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO person (id, subject, name, unit_id, roles, example)
     SELECT id, subject, name, "unitId", roles, example FROM jsonb_to_recordset($1::jsonb)
       AS r(id text, subject text, name text, "unitId" text, roles text[], example boolean)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  );
  return rowCount ?? 0;
}
