import { z } from 'zod';
import { SCOPES, Text, UnitId } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { scopes } from '../people/shapes.ts';
import { instant, many, maybe } from '../shapes.ts';

export const IssuedKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  unitId: maybe(z.string()),
  scopes: many(z.enum(SCOPES)),
  createdAt: instant,
  secret: maybe(z.string()).describe('Chỉ hiện một lần; null khi gọi lại cùng Idempotency-Key (shown once)'),
});
export type IssuedKey = z.output<typeof IssuedKey>;

export const ServiceKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  unitId: maybe(z.string()),
  unitName: maybe(z.string()),
  scopes: many(z.enum(SCOPES)),
  createdAt: instant,
  createdByName: maybe(z.string()),
  lastUsedAt: maybe(instant).describe('Chính xác đến phút (to the minute)'),
  revokedAt: maybe(instant),
  revokedByName: maybe(z.string()),
});
export type ServiceKey = z.output<typeof ServiceKey>;

export const KeyBody = z.strictObject({
  name: Text(120),
  unitId: UnitId.nullable().describe('null: toàn hệ thống (the whole installation)'),
  scopes,
});
export type KeyBody = Sent<typeof KeyBody>;
