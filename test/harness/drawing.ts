import type { Pool } from 'pg';
import { createDefinition, publishDefinition } from '#acts';
import { operator } from './operator.ts';
import { valueOf } from './value-of.ts';

/** Publishes a drawing of a test's own; returns the definition's id. */
export async function publishDrawing(
  pool: Pool,
  definition: Readonly<Record<string, unknown>>,
): Promise<string> {
  const ctx = { pool, principal: operator };
  const { id, draftRevision } = valueOf(
    await createDefinition(ctx, { definition: { formatVersion: 1, ...definition } }),
  );
  valueOf(await publishDefinition(ctx, { id, expectedRevision: draftRevision }));
  return id;
}
