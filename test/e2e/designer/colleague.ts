import { inject } from 'vitest';
import { addMissingPeople, createPool, inTransaction } from '#db';

/** A second process designer in the city's office, as her button names her. */
export const COLLEAGUE = 'đồng nghiệp thiết kế, UBND thành phố Bắc Kạn';

/** The installation's example people have one process designer per office; drawing together takes two. */
export async function addColleague(): Promise<void> {
  const pool = createPool(inject('stack').databaseUrl);
  try {
    await inTransaction(pool, (tx) =>
      addMissingPeople(tx, [
        {
          id: 'vd-dong-nghiep-bk',
          subject: 'vd-dong-nghiep-bk',
          name: `Ví dụ: ${COLLEAGUE}`,
          email: null,
          unitId: '2024-district-058',
          roles: ['designer'],
          example: true,
        },
      ]),
    );
  } finally {
    await pool.end();
  }
}
