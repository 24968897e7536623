import { z } from 'zod';
import { LARGEST, instant, many, maybe } from '../shapes.ts';

export const AuditEntry = z.strictObject({
  id: z.int(),
  at: instant,
  actor: z.string(),
  actorName: maybe(z.string()),
  actorUnitId: maybe(z.string()),
  actorUnitName: maybe(z.string()),
  onBehalfOf: maybe(z.string()),
  onBehalfOfName: maybe(z.string()),
  act: z.string(),
  campaignId: maybe(z.string()),
  campaignTitle: maybe(z.string()),
  unitId: maybe(z.string()),
  unitName: maybe(z.string()),
  subject: z.string(),
  obligationId: maybe(z.string()),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const Head = z.strictObject({
  chain: z.int().min(1).max(LARGEST),
  seq: z.int().min(0),
  hash: z.string().max(100),
});
export type Head = z.output<typeof Head>;

export const Verification = z.strictObject({
  intact: z.boolean(),
  rows: z.int(),
  firstBroken: maybe(
    z.strictObject({
      id: maybe(z.int()),
      chain: z.int(),
      seq: z.int(),
      reason: z.enum(['altered', 'unlinked', 'gap', 'missingTail', 'differsFromHead']),
    }),
  ),
  heads: many(Head),
});
export type Verification = z.output<typeof Verification>;
