import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Scope } from '#model';
import { type Address, callerOf } from './caller.ts';

/** What stands beside every act, in place of a person's name: nobody did it, and it says so. */
export const REHEARSAL_NAME = 'Diễn tập tự động';

const NEEDED: readonly Scope[] = [
  'read',
  'campaigns:write',
  'clock:write',
  'reports:write',
  'reports:decide',
  'consolidations:sign',
];
const Made = z.object({ id: z.string(), secret: z.string() });
type Made = z.infer<typeof Made>;

export interface RehearsalKey {
  readonly address: Address;
  /** No act by it is possible afterwards; what it did keeps its name. */
  readonly revoke: () => Promise<void>;
}

/**
 * A key for a story that plays by itself, made by the installation's own. `keptIn`: a file that holds it until
 * it is revoked, so that a story interrupted goes on as the same system.
 */
export async function rehearsalKey(own: Address, keptIn?: string): Promise<RehearsalKey> {
  const known = keptIn === undefined ? null : await keptKey(keptIn, own);
  const made = known ?? (await makeKey(own));
  if (keptIn !== undefined && known === null)
    await writeFile(keptIn, JSON.stringify(made), { mode: 0o600, flush: true });
  return {
    address: { ...own, serviceKey: made.secret },
    revoke: async () => {
      await callerOf(own).post(`/api/keys/${made.id}/revocation`, { schema: z.unknown() });
      if (keptIn !== undefined) await rm(keptIn, { force: true });
    },
  };
}

const makeKey = (own: Address): Promise<Made> =>
  callerOf(own).post('/api/keys', {
    body: { name: REHEARSAL_NAME, unitId: null, scopes: NEEDED },
    schema: Made,
  });

/** Null: none was kept, or it is in force no more. */
async function keptKey(file: string, own: Address): Promise<Made | null> {
  try {
    const kept = Made.parse(JSON.parse(await readFile(file, 'utf8')));
    const caller = callerOf({ ...own, serviceKey: kept.secret });
    await caller.get('/api/me', z.object({ kind: z.literal('service') }));
    return kept;
  } catch {
    return null;
  }
}
