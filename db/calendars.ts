import type { Calendar } from '#model';
import type { Queryable, Transaction } from './transaction.ts';

export interface StoredCalendar {
  readonly calendar: Calendar;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly reason: string;
}

const COLUMNS = `body AS calendar, created_at AS "createdAt", created_by AS "createdBy", reason`;

export async function findCalendarVersions(db: Queryable, id: string): Promise<StoredCalendar[]> {
  const { rows } = await db.query<StoredCalendar>(
    `SELECT ${COLUMNS} FROM calendar WHERE id = $1 ORDER BY version DESC`,
    [id],
  );
  return rows;
}

export interface NewCalendarVersion {
  readonly calendar: Calendar;
  readonly by: string;
  readonly reason: string;
}

/** False when that version exists already. */
export async function insertCalendar(tx: Transaction, given: NewCalendarVersion): Promise<boolean> {
  const { rowCount } = await tx.query(
    'INSERT INTO calendar (id, version, body, created_by, reason) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [given.calendar.id, given.calendar.version, JSON.stringify(given.calendar), given.by, given.reason],
  );
  return rowCount === 1;
}
