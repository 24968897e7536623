import { z } from 'zod';
import { ObligationId, UnitId } from '#model';

/** Lists of rows: acts hand out readonly ones. */
export const many = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Dates, instants and ids in answers come from the database: their form is documented, not checked twice. */
export const instant = z.string().describe('UTC, ISO 8601');
export const day = z.string().describe('yyyy-mm-dd');
export const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
export const json = z.record(z.string(), z.unknown());

export const unitParams = z.strictObject({ id: UnitId });
export const obligationParams = z.strictObject({ id: ObligationId });
export const uuidParams = z.strictObject({ id: z.uuid() });
export const keyParams = z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) });
/** The largest that a column `int` holds: a number beyond it is refused, not an error of the database. */
export const LARGEST = 2_147_483_647;
export const expectedRevision = z
  .int()
  .min(1)
  .max(LARGEST)
  .describe('revision được đọc trước đó (read before)');
