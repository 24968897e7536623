import { inject } from 'vitest';
import { addMissingPeople, createPool, inTransaction } from '#db';
import type { Role } from '#model';

export interface Newcomer {
  readonly id: string;
  /** As the button names him. */
  readonly name: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
}

/** People of units in which the installation's examples have nobody; to be chosen when signing in, as those are. */
export async function addPeople(newcomers: readonly Newcomer[]): Promise<void> {
  const pool = createPool(inject('stack').databaseUrl);
  try {
    await inTransaction(pool, (tx) =>
      addMissingPeople(
        tx,
        newcomers.map(({ id, name, ...rest }) => ({
          ...rest,
          id,
          subject: id,
          name: `Ví dụ: ${name}`,
          email: null,
          example: true,
        })),
      ),
    );
  } finally {
    await pool.end();
  }
}
