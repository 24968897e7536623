import { z } from 'zod';
import { LegalBasis, TIMELINE_KINDS } from '#model';
import { Status } from '../obligations/shapes.ts';
import { instant, many, maybe } from '../shapes.ts';

/** What a board counts: written with their conditions in db/board.ts. */
export const Figure = z.enum([
  'expected',
  'received',
  'onTime',
  'late',
  'missing',
  'waiting',
  'returned',
  'done',
  'unopened',
]);
export type Figure = z.output<typeof Figure>;

const count = z.int();
export const Figures = {
  expected: count,
  received: count,
  onTime: count,
  late: count,
  missing: count,
  waiting: count,
  returned: count,
  done: count,
  unopened: count,
} satisfies Readonly<Record<z.infer<typeof Figure>, z.ZodType>>;

export const BoardUnit = z.strictObject({
  seq: z.int(),
  unitId: z.string(),
  unitName: z.string(),
  fromName: z.string(),
  obligationId: maybe(z.string()),
  kind: maybe(z.enum(['report', 'acknowledge'])),
  status: maybe(Status),
  dueAt: maybe(instant),
  receivedAt: maybe(instant),
  late: z.boolean(),
  returnReason: maybe(z.string()),
});
export type BoardUnit = z.output<typeof BoardUnit>;

export const Board = z.strictObject({
  campaignId: z.string(),
  periodKey: z.string(),
  now: instant,
  parentUnitId: z.string(),
  periods: many(z.strictObject({ key: z.string(), label: z.string(), ...Figures })),
  levels: many(z.strictObject({ nodeId: z.string(), name: z.string(), ...Figures })),
  branches: many(
    z.strictObject({ unitId: z.string(), unitName: z.string(), passesOn: z.boolean(), ...Figures }),
  ),
});
export type Board = z.output<typeof Board>;

export const Timeline = z.strictObject({
  basis: many(LegalBasis),
  documentCode: maybe(z.string()),
  entries: many(
    z.strictObject({
      kind: z.enum(TIMELINE_KINDS),
      at: instant,
      until: maybe(instant),
      unitName: maybe(z.string()),
      units: z.int(),
      periodLabel: maybe(z.string()),
      documentCode: maybe(z.string()),
      letterId: maybe(z.string()),
      revision: maybe(z.int()),
      text: maybe(z.string()),
    }),
  ),
});
export type Timeline = z.output<typeof Timeline>;

export const Found = z.strictObject({
  campaigns: many(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      documentCode: maybe(z.string()),
      mode: z.enum(['live', 'rehearsal']),
      status: z.enum(['running', 'closed', 'cancelled']),
    }),
  ),
  letters: many(
    z.strictObject({
      letterId: maybe(z.string()),
      campaignId: z.string(),
      documentCode: z.string(),
      subject: maybe(z.string()),
      unitName: z.string(),
    }),
  ),
  units: many(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      parentName: maybe(z.string()),
      campaigns: many(z.strictObject({ id: z.string(), title: z.string() })),
    }),
  ),
});
export type Found = z.output<typeof Found>;
