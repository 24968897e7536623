import { z } from 'zod';
import { Key, Text, UnitId } from './ids.ts';
import { CivilDate } from './time.ts';

export const AttributeValue = z.union([z.string(), z.number(), z.boolean()]);
export type AttributeValue = z.infer<typeof AttributeValue>;

/**
 * One organisation with its validity. `chain` is the line of authority it stands in (`state`,
 * `front`, `party` …): each chain is a tree of its own through `parentId`.
 */
export const Unit = z.object({
  id: UnitId,
  code: z.string().max(35),
  name: Text(200),
  /** ministry, department, province, district, commune, office, school, enterprise, front, … (data, not a fixed list) */
  kind: Key,
  /** The kind as written in the name: Thành phố, Phường, Xã … */
  type: z.string().max(60).default(''),
  chain: Key.default('state'),
  parentId: UnitId.nullable().default(null),
  attributes: z.record(Key, AttributeValue).default({}),
  validFrom: CivilDate.nullable().default(null),
  /** Last day of validity, inclusive. */
  validTo: CivilDate.nullable().default(null),
});
export type Unit = z.infer<typeof Unit>;

export const Successor = z.object({
  fromId: UnitId,
  toId: UnitId,
  kind: z.enum(['whole', 'split', 'split-default']),
});
export type Successor = z.infer<typeof Successor>;

/** A test on a unit's own attribute, or on `kind`, `type`, `code` (written with a leading `$`: `$type`). */
export const Condition = z.object({
  attribute: z.string().regex(/^\$?[a-z0-9][a-z0-9-]{0,59}$/),
  op: z.enum(['eq', 'ne', 'in', 'gte', 'lte', 'exists']),
  value: z.union([AttributeValue, z.array(AttributeValue)]).optional(),
});
export type Condition = z.infer<typeof Condition>;
