import { inject } from 'vitest';
import { addMissingPeople, createPool, inTransaction } from '#db';
import { unzipped } from '../../documents/unzipped.ts';

/** The Front of the city, which passes document 001 on by a letter of its own. */
export const FRONT_CLERK = 'chuyên viên kiêm văn thư Ủy ban MTTQ thành phố Bắc Kạn';
export const FRONT_CHAIR = 'chủ tịch Ủy ban MTTQ thành phố Bắc Kạn';
/** In a ward, where the installation's examples have nobody. */
export const WARD_FRONT = 'cán bộ Ủy ban MTTQ phường Đức Xuân';
const WARD_FRONT_ID = 'bk-mttq-01840';

/** To be chosen when signing in, as the installation's own examples are. */
export async function seatTheWardFront(): Promise<void> {
  const pool = createPool(inject('stack').databaseUrl);
  const id = 'vd-can-bo-mttq-duc-xuan';
  try {
    await inTransaction(pool, (tx) =>
      addMissingPeople(tx, [
        {
          id,
          subject: id,
          name: `Ví dụ: ${WARD_FRONT}`,
          email: null,
          unitId: WARD_FRONT_ID,
          roles: ['clerk', 'officer'],
          example: true,
        },
      ]),
    );
  } finally {
    await pool.end();
  }
}

/** The paragraphs of a Word file as one reads them. */
export async function paragraphsOf(docx: Buffer): Promise<readonly string[]> {
  const body = (await unzipped(docx)).get('word/document.xml') ?? '';
  return body
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text.trim() !== '');
}
