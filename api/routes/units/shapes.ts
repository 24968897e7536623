import { z } from 'zod';
import { Unit } from '#model';
import { day, many, maybe } from '../shapes.ts';

export const ListedUnit = z.strictObject({ ...Unit.shape, parentName: z.string().nullable() });
export type ListedUnit = z.output<typeof ListedUnit>;

const related = {
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  validFrom: maybe(day),
  validTo: maybe(day),
};

export const UnitDetails = z.strictObject({
  ...Unit.shape,
  ancestors: many(z.strictObject(related)),
  children: many(z.strictObject(related)),
  successors: many(z.strictObject({ ...related, succession: z.string() })),
  predecessors: many(z.strictObject({ ...related, succession: z.string() })),
  formerNames: many(z.strictObject({ name: z.string(), type: z.string(), untilDate: day })),
});
export type UnitDetails = z.output<typeof UnitDetails>;

const { shape } = Unit;
/** A unit as a row: the fields of every other answer about units, in this order and named once. */
export const COLUMNS = [
  'id',
  'code',
  'name',
  'kind',
  'type',
  'chain',
  'parentId',
  'attributes',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof Unit)[];
const OrganisationRow = z.tuple([
  shape.id,
  shape.code,
  shape.name,
  shape.kind,
  shape.type,
  shape.chain,
  shape.parentId,
  shape.attributes,
  shape.validFrom,
  shape.validTo,
]);
export type OrganisationRow = z.output<typeof OrganisationRow>;

export const Organisation = z.strictObject({
  columns: many(z.enum(COLUMNS)),
  units: many(OrganisationRow.readonly()),
});
export type Organisation = z.output<typeof Organisation>;
