import { z } from 'zod';
import { ROLES, SCOPES } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { many } from '../shapes.ts';

export const Capacity = z.strictObject({
  id: z.string(),
  postId: z.string(),
  title: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  roles: many(z.enum(ROLES)),
  scopes: many(z.enum(SCOPES)),
  actingFor: z.string().nullable(),
  until: z.string().nullable(),
  current: z.boolean(),
});
export type Capacity = z.output<typeof Capacity>;

export const Me = z.strictObject({
  kind: z.enum(['person', 'service']),
  id: z.string(),
  name: z.string(),
  unit: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }).nullable(),
  roles: many(z.enum(ROLES)),
  scopes: many(z.enum(SCOPES)),
  embedded: z.boolean(),
  actingFor: z.strictObject({ personId: z.string(), name: z.string() }).nullable(),
  capacities: many(Capacity),
});
export type Me = z.output<typeof Me>;

export const Capacities = z.strictObject({ capacities: many(Capacity) });
export type Capacities = z.output<typeof Capacities>;

export const CapacityBody = z.strictObject({ capacityId: z.uuid() });
export type CapacityBody = Sent<typeof CapacityBody>;
