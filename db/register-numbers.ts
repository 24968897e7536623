import type { Queryable } from './transaction.ts';

/** One register of a body: its numbers run from 1 on 1 January (NĐ 30/2020, article 15). */
export interface Register {
  readonly unitId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly mode: 'live' | 'rehearsal';
  readonly year: number;
}

/**
 * The next number. The row stays locked until the act commits and an act that fails gives it back, so
 * concurrent acts get consecutive numbers without gaps. Take it late: everybody else waits meanwhile.
 */
export async function takeNumber(tx: Queryable, register: Register): Promise<number> {
  const taken = await tx.query<{ last: number }>(
    `INSERT INTO register_number (unit_id, direction, mode, year, last) VALUES ($1, $2, $3, $4, 1)
     ON CONFLICT (unit_id, direction, mode, year) DO UPDATE SET last = register_number.last + 1 RETURNING last`,
    [register.unitId, register.direction, register.mode, register.year],
  );
  const [row] = taken.rows;
  if (row === undefined) throw new Error('no number taken');
  return row.last;
}

/** A number given outside: the register goes on after it. */
export async function passNumber(tx: Queryable, register: Register, given: number): Promise<void> {
  await tx.query(
    `INSERT INTO register_number (unit_id, direction, mode, year, last) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (unit_id, direction, mode, year) DO UPDATE SET last = greatest(register_number.last, EXCLUDED.last)`,
    [register.unitId, register.direction, register.mode, register.year, given],
  );
}
