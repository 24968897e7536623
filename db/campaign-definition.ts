import type { Calendar, Definition, Directive } from '#model';
import type { Queryable } from './transaction.ts';

export interface PublishedDefinition {
  readonly definitionId: string;
  readonly version: number;
  readonly body: Definition;
  readonly directive: Directive | null;
  readonly title: string;
  /** Null: a shipped template, usable by all. */
  readonly ownerUnitId: string | null;
}

/** Published versions never change, so a process keeps the ones it has read. */
const KEPT = 200;
const published = new Map<string, PublishedDefinition>();

/** `version` null: the latest. */
export async function publishedDefinition(
  tx: Queryable,
  definitionId: string,
  version: number | null,
): Promise<PublishedDefinition | null> {
  const kept = version === null ? undefined : published.get(`${definitionId}/${version}`);
  if (kept !== undefined) return kept;
  const found = await tx.query<PublishedDefinition>(
    `SELECT v.definition_id AS "definitionId", v.version, v.body, v.directive, d.title, d.owner_unit_id AS "ownerUnitId"
     FROM definition_version v JOIN definition d ON d.id = v.definition_id
     WHERE v.definition_id = $1 AND ($2::int IS NULL OR v.version = $2) ORDER BY v.version DESC LIMIT 1`,
    [definitionId, version],
  );
  const row = found.rows[0];
  if (row === undefined) return null;
  const oldest = published.keys().next();
  if (published.size >= KEPT && oldest.done !== true) published.delete(oldest.value);
  published.set(`${row.definitionId}/${row.version}`, row);
  return row;
}

/** The calendars in force: the highest version of each. */
export async function calendarsInForce(tx: Queryable): Promise<Calendar[]> {
  const found = await tx.query<{ body: Calendar }>(
    'SELECT DISTINCT ON (id) body FROM calendar ORDER BY id, version DESC',
  );
  return found.rows.map(({ body }) => body);
}
