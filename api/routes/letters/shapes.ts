import { z } from 'zod';
import { Directive, Office, ROLES } from '#model';
import { day, instant, many, maybe } from '../shapes.ts';

const name = maybe(z.string());
const mode = z.enum(['live', 'rehearsal']);
const kind = z.enum(['dissemination', 'chase']);
export const LetterState = z.enum(['draft', 'submitted', 'approved', 'returned', 'issued', 'withdrawn']);
export type LetterState = z.output<typeof LetterState>;

export const Incoming = z.strictObject({
  id: z.string(),
  unitId: z.string(),
  mode,
  year: z.int(),
  arrivalNumber: z.int(),
  arrivedAt: instant,
  campaignId: z.string(),
  campaignTitle: z.string(),
  periodKey: z.string(),
  fromUnitId: z.string(),
  fromName: z.string(),
  letterId: name,
  document: Directive,
  opinion: z.string(),
  leadPersonId: name,
  leadName: name,
  coordinators: many(z.strictObject({ id: z.string(), name: z.string() })),
  dueOn: maybe(day),
  decidedAt: maybe(instant),
  decidedByName: name,
  decidedForName: name,
  registeredByName: name,
  onBehalfOfName: name,
  answerId: name,
  answerCode: name,
  revision: z.int(),
});
export type Incoming = z.output<typeof Incoming>;

export const Arrival = z.strictObject({
  campaignId: z.string(),
  campaignTitle: z.string(),
  mode,
  periodKey: z.string(),
  fromUnitId: z.string(),
  fromName: z.string(),
  at: instant,
  subject: z.string(),
  code: name,
});
export type Arrival = z.output<typeof Arrival>;

export const Outgoing = z.strictObject({
  id: z.string(),
  unitId: z.string(),
  mode,
  kind,
  state: LetterState,
  year: maybe(z.int()),
  number: maybe(z.int()),
  document: Directive,
  campaignId: z.string(),
  campaignTitle: z.string(),
  periodKey: z.string(),
  draftedByName: name,
  draftedForName: name,
  draftedAt: instant,
  issuedByName: name,
  issuedForName: name,
  issuedAt: maybe(instant),
  sentTo: z.int(),
});
export type Outgoing = z.output<typeof Outgoing>;

export const Sources = z.record(
  z.string(),
  z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }),
);
export type Sources = z.output<typeof Sources>;
const person = z.strictObject({ id: z.string(), name: z.string() });

export const Letter = z.strictObject({
  id: z.string(),
  kind,
  mode,
  campaignId: z.string(),
  campaignTitle: z.string(),
  periodKey: z.string(),
  periodLabel: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  state: LetterState,
  document: Directive,
  sources: Sources,
  addedTasks: many(z.string()),
  step: z.int(),
  /** Steps of the approval in all. */
  stepCount: z.int(),
  revision: z.int(),
  draftedByName: name,
  draftedForName: name,
  draftedAt: instant,
  year: maybe(z.int()),
  number: maybe(z.int()),
  issuedAt: maybe(instant),
  issuedByName: name,
  issuedForName: name,
  file: maybe(z.strictObject({ sha256: z.string(), bytes: z.int() })),
  steps: many(
    z.strictObject({
      id: z.int(),
      step: z.int(),
      act: z.enum(['submitted', 'approved', 'returned', 'issued', 'withdrawn']),
      comment: z.string(),
      at: instant,
      byName: name,
      onBehalfOfName: name,
    }),
  ),
  reach: z.strictObject({ count: z.int(), names: many(z.string()) }),
  approvers: many(person),
  may: z.strictObject({
    edit: z.boolean(),
    submit: z.boolean(),
    approve: z.boolean(),
    return: z.boolean(),
    issue: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type Letter = z.output<typeof Letter>;

export const Saved = z.strictObject({ revision: z.int(), sources: Sources });
export type Saved = z.output<typeof Saved>;
export const Moved = z.strictObject({ state: LetterState, step: z.int(), revision: z.int() });
export type Moved = z.output<typeof Moved>;
export const Issued = z.strictObject({
  state: z.literal('issued'),
  revision: z.int(),
  code: z.string(),
  number: z.int(),
  year: z.int(),
});
export type Issued = z.output<typeof Issued>;

export const OfficeView = z.strictObject({
  unitId: z.string(),
  unitName: z.string(),
  office: Office,
  template: maybe(z.strictObject({ sha256: z.string(), name: z.string() })),
  revision: z.int().describe('0: chưa ai đặt, suy ra từ văn bản gần nhất hoặc từ tên đơn vị (derived)'),
  people: many(
    z.strictObject({ id: z.string(), name: z.string(), title: z.string(), roles: many(z.enum(ROLES)) }),
  ),
});
export type OfficeView = z.output<typeof OfficeView>;
