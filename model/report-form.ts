import { z } from 'zod';
import { Key, Text } from './ids.ts';
import { Bound, CivilDate, TimeOfDay } from './time.ts';

/** Decimal string, dot as separator, no grouping, e.g. `-12.5`: exact, unlike a JSON number. */
export const Decimal = z.string().regex(/^-?\d{1,30}(\.\d{1,12})?$/);
export type Decimal = z.infer<typeof Decimal>;

export const Indicator = z.object({
  id: Key,
  label: Text(300),
  type: z.enum(['number', 'ratio', 'text', 'list', 'yesNo']),
  unit: z.string().max(60).default(''),
  /** Fraction digits allowed for numbers; 0 = a count, which also may not be negative. */
  decimals: z.int().min(0).max(6).default(0),
  required: z.boolean().default(true),
  /** How children's values become the parent's. Ratios are always ratios of sums (C12). */
  aggregate: z.enum(['sum', 'average', 'min', 'max', 'last', 'count', 'ratioOfSums', 'concat', 'none']),
  /** `cumulative`: across periods the latest figure counts, not the sum; differences are derived. */
  accumulation: z.enum(['perPeriod', 'cumulative']).default('perPeriod'),
});
export type Indicator = z.infer<typeof Indicator>;

export const AttachmentRule = z.object({
  kind: Key,
  label: Text(120),
  /** File extensions without dot. */
  extensions: z.array(z.enum(['docx', 'pdf', 'xlsx', 'jpg', 'png'])).min(1),
  min: z.int().min(0).max(20),
  max: z.int().min(1).max(20),
});
export type AttachmentRule = z.infer<typeof AttachmentRule>;

export const NamedPeriod = z.object({
  key: Key,
  label: Text(200),
  /** What the figures cover; `opens`: when it is opened (default: `from`, never before the start). */
  from: CivilDate.nullable().default(null),
  to: CivilDate.nullable().default(null),
  opens: CivilDate.nullable().default(null),
  /** Chốt số liệu: the due date must lie at least one working day after it. */
  cutoff: CivilDate.nullable().default(null),
  due: z.object({ date: CivilDate, time: TimeOfDay.nullable().default(null), bound: Bound }),
});
export type NamedPeriod = z.infer<typeof NamedPeriod>;

/** Day numbers past the end of a month mean its last day. */
const Recurrence = z.discriminatedUnion('frequency', [
  z.object({
    frequency: z.literal('monthly'),
    day: z.int().min(1).max(31),
    time: TimeOfDay.nullable().default(null),
  }),
  /** Day of the first month after the quarter. */
  z.object({
    frequency: z.literal('quarterly'),
    day: z.int().min(1).max(31),
    time: TimeOfDay.nullable().default(null),
  }),
  /** ISO weekday, 1 = Monday. */
  z.object({
    frequency: z.literal('weekly'),
    weekday: z.int().min(1).max(7),
    time: TimeOfDay.nullable().default(null),
  }),
  z.object({ frequency: z.literal('daily'), time: TimeOfDay }),
  z.object({ frequency: z.literal('hourly'), every: z.int().min(1).max(24) }),
]);

export const Periods = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once') }),
  z.object({ kind: z.literal('named'), list: z.array(NamedPeriod).min(1).max(60) }),
  z.object({
    kind: z.literal('rule'),
    recurrence: Recurrence,
    bound: Bound,
    /** First day that a due date may fall on; null = the start of the campaign. */
    from: CivilDate.nullable().default(null),
    /** Last day that a due date may fall on; null = open end. */
    until: CivilDate.nullable().default(null),
    /** Another due day for named months (`2026-02`), e.g. around Tết. */
    overrides: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), date: CivilDate })).default([]),
  }),
]);
export type Periods = z.infer<typeof Periods>;
export type RecurrenceRule = Extract<Periods, { kind: 'rule' }>;

export const ReportForm = z.object({
  id: Key,
  title: Text(300),
  kind: z.enum(['periodic', 'thematic', 'adHoc']),
  purpose: z.string().max(1000).default(''),
  indicators: z.array(Indicator).max(300).default([]),
  sections: z
    .array(z.object({ id: Key, title: Text(300), required: z.boolean().default(false) }))
    .max(50)
    .default([]),
  attachments: z.array(AttachmentRule).default([]),
  paperForbidden: z.boolean().default(false),
  link: z.url().nullable().default(null),
  nilAllowed: z.boolean().default(true),
  periods: Periods.default({ kind: 'once' }),
  /** Indicators and sections that are ours, not the source document's. */
  inferred: z.boolean().default(false),
});
export type ReportForm = z.infer<typeof ReportForm>;
