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

export const FRONT_OFFICER = 'chuyên viên Mặt trận thành phố Bắc Kạn';
export const FRONT_CHAIR = 'chủ tịch Mặt trận thành phố Bắc Kạn';

const FRONT = 'bk-mttq-tp';
/** The Front of the city, which passes document 001 on by a letter of its own. */
export const FRONT_PEOPLE: readonly Newcomer[] = [
  { id: 'vd-mttq-chuyen-vien', name: FRONT_OFFICER, unitId: FRONT, roles: ['officer'] },
  { id: 'vd-mttq-chu-tich', name: FRONT_CHAIR, unitId: FRONT, roles: ['leader', 'clerk'] },
];

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
