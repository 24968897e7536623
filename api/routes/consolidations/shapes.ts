import { z } from 'zod';
import { Indicator, Key, ReportInput, Value } from '#model';
import type { Sent } from '../../http/shapes.ts';
import { instant, many, maybe } from '../shapes.ts';

const Missing = z.strictObject({
  unitId: z.string(),
  unitName: z.string(),
  reportId: maybe(z.string()),
  state: z.enum(['notReported', 'awaitingDecision', 'returned']),
});
export const Coverage = z.strictObject({
  owed: z.int(),
  accepted: z.int(),
  missing: many(Missing),
  deep: z.strictObject({ owed: z.int(), accepted: z.int(), missing: many(Missing) }),
});

const decimal = z.string();
const ConsolidatedValue = z.strictObject({
  aggregate: Indicator.shape.aggregate,
  value: maybe(Value),
  parts: z.strictObject({
    count: z.int(),
    sum: maybe(decimal),
    numerator: maybe(decimal),
    denominator: maybe(decimal),
    lastAt: maybe(instant),
    lastUnitId: maybe(z.string()),
  }),
  from: many(
    z.strictObject({
      obligationId: maybe(z.string()),
      unitId: z.string(),
      unitName: z.string(),
      value: maybe(Value),
      count: z.int(),
    }),
  ),
});

const Shortfall = z.strictObject({
  unitId: z.string(),
  unitName: z.string(),
  target: decimal,
  attained: maybe(decimal),
  missing: decimal,
  percent: maybe(decimal),
});
export const TargetResult = z.strictObject({
  total: decimal,
  attained: decimal,
  percent: maybe(decimal),
  met: z.boolean(),
  shortfalls: many(Shortfall),
  exempt: many(z.string()),
});
const ConsolidatedReport = z.strictObject({
  reportId: z.string(),
  indicators: z.record(z.string(), ConsolidatedValue),
  sections: z.record(
    z.string(),
    many(z.strictObject({ unitId: z.string(), unitName: z.string(), text: z.string() })),
  ),
  targets: z.record(z.string(), TargetResult),
  units: many(z.strictObject({ unitId: z.string(), unitName: z.string() })),
});

const changed = { before: maybe(Value), after: maybe(Value) };
const unit = { unitId: z.string(), unitName: z.string() };
export const Difference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indicator'), indicator: z.string(), ...changed }),
  z.strictObject({ kind: z.literal('unitAdded'), ...unit }),
  z.strictObject({ kind: z.literal('unitRemoved'), ...unit }),
  z.strictObject({ kind: z.literal('unitChanged'), ...unit, indicator: z.string(), ...changed }),
  z.strictObject({ kind: z.literal('section'), ...unit, section: z.string() }),
]);

const summary = {
  id: z.string(),
  campaignId: z.string(),
  periodKey: z.string(),
  unitId: z.string(),
  revision: z.int(),
  state: z.enum(['draft', 'signed']),
  coverage: Coverage,
  drawnAt: instant,
  signedAt: maybe(instant),
  signedBy: maybe(z.string()),
};
const content = {
  reports: z.record(z.string(), ConsolidatedReport),
  differences: z.record(z.string(), many(Difference)),
};
export const ConsolidationSummary = z.strictObject(summary);
export const OwnPart = z.record(
  z.string(),
  z.strictObject({ values: z.record(z.string(), Value), sections: z.record(z.string(), z.string()) }),
);
export const Consolidation = z.strictObject({
  ...summary,
  ...content,
  ownPart: maybe(OwnPart),
});
export type Consolidation = z.output<typeof Consolidation>;
export const Provisional = z.strictObject({
  ...content,
  coverage: Coverage,
  provisional: z.literal(true).describe('Số tạm tính, không phải bản đã ký'),
  asOf: instant,
  sinceRevision: z.int(),
});
export type Provisional = z.output<typeof Provisional>;
export const Cell = z.strictObject({
  reportId: z.string(),
  indicator: z.string(),
  label: z.string(),
  revision: maybe(z.int()),
  value: ConsolidatedValue,
  coverage: Coverage,
});
export type Cell = z.output<typeof Cell>;

/** A signing leader adds the unit's own figures; files belong to the reports of others. */
export const SignedPart = z.record(Key, ReportInput.omit({ attachments: true }));

/** The sections of the narrative as they were read; written further since, signing is refused. */
const ReadNarrative = z
  .array(z.strictObject({ reportId: Key, sectionId: Key, revision: z.int().min(1) }))
  .max(2000);

export const SignatureBody = z.strictObject({
  ownPart: SignedPart.optional(),
  narrative: ReadNarrative.optional(),
});
export type SignatureBody = Sent<typeof SignatureBody>;
