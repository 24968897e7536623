import type { Successor, Unit } from '#model';
import { UNIT_COLUMNS } from './units.ts';
import type { Queryable, Transaction } from './transaction.ts';

/** Every unit of every time: what an import is compared with. */
export async function loadAllUnits(db: Queryable): Promise<Unit[]> {
  const { rows } = await db.query<Unit>(`SELECT ${UNIT_COLUMNS} FROM unit u ORDER BY u.id COLLATE "C"`);
  return rows;
}

/** One import at a time: what was compared must still hold when it is written. Readers go on. */
export async function lockUnits(tx: Transaction): Promise<void> {
  await tx.query('LOCK TABLE unit IN SHARE ROW EXCLUSIVE MODE');
}

const RECORD = `jsonb_to_recordset($1::jsonb) AS r(id text, code text, name text, kind text, type text, chain text,
  "parentId" text, attributes jsonb, "validFrom" date, "validTo" date)`;

/** Writes units as given and brings all paths up to date. */
export async function writeUnits(tx: Transaction, units: readonly Unit[]): Promise<void> {
  await tx.query(
    `INSERT INTO unit (id, code, name, kind, type, chain, parent_id, path, attributes, valid_from, valid_to)
     SELECT id, code, name, kind, type, chain, "parentId", text2ltree(id), attributes, "validFrom", "validTo" FROM ${RECORD}
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name, kind = excluded.kind,
       type = excluded.type, chain = excluded.chain, parent_id = excluded.parent_id,
       attributes = excluded.attributes, valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [JSON.stringify(units)],
  );
  await recomputePaths(tx);
}

/**
 * Adds those that are not there yet, changes none; returns how many were added. Paths are written at
 * once, which halves the time of a first start.
 */
export async function addMissingUnits(tx: Transaction, units: readonly Unit[]): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH RECURSIVE given AS MATERIALIZED (SELECT * FROM ${RECORD}), tree AS (
       SELECT g.id, CASE WHEN p.id IS NULL THEN text2ltree(g.id) ELSE p.path || text2ltree(g.id) END AS path
         FROM given g LEFT JOIN unit p ON p.id = g."parentId"
        WHERE g."parentId" IS NULL OR g."parentId" NOT IN (SELECT id FROM given)
       UNION ALL
       SELECT g.id, t.path || text2ltree(g.id) FROM given g JOIN tree t ON g."parentId" = t.id
     )
     INSERT INTO unit (id, code, name, kind, type, chain, parent_id, path, attributes, valid_from, valid_to)
     SELECT g.id, g.code, g.name, g.kind, g.type, g.chain, g."parentId", t.path, g.attributes, g."validFrom", g."validTo"
       FROM given g JOIN tree t USING (id)
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(units)],
  );
  return rowCount ?? 0;
}

export async function addMissingSuccessors(tx: Transaction, successors: readonly Successor[]): Promise<void> {
  await tx.query(
    `INSERT INTO unit_successor (from_id, to_id, kind)
     SELECT "fromId", "toId", kind FROM jsonb_to_recordset($1::jsonb) AS r("fromId" text, "toId" text, kind text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(successors)],
  );
}

export interface FormerName {
  readonly unitId: string;
  readonly name: string;
  readonly type: string;
  /** Last day on which the unit bore it. */
  readonly untilDate: string;
}

/** A second renaming on one day keeps the name that was in force before that day. */
export async function keepFormerNames(tx: Transaction, names: readonly FormerName[]): Promise<void> {
  await tx.query(
    `INSERT INTO unit_former_name (unit_id, name, type, until_date)
     SELECT "unitId", name, type, "untilDate"
       FROM jsonb_to_recordset($1::jsonb) AS r("unitId" text, name text, type text, "untilDate" date)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(names)],
  );
}

/** Paths follow the parents; only rows that differ are written. */
export async function recomputePaths(tx: Transaction): Promise<number> {
  const { rowCount } = await tx.query(
    `WITH RECURSIVE tree AS (
       SELECT id, text2ltree(id) AS path FROM unit WHERE parent_id IS NULL
       UNION ALL
       SELECT u.id, t.path || text2ltree(u.id) FROM unit u JOIN tree t ON u.parent_id = t.id
     )
     UPDATE unit u SET path = t.path FROM tree t WHERE t.id = u.id AND u.path <> t.path`,
  );
  return rowCount ?? 0;
}
