import { z } from 'zod';
import { Decimal, Instant, Key, ReportInput, UnitId, Value } from '#model';

/**
 * A worked example: one start of a template, what people do at which instant, and what must stand there
 * afterwards, worked out by hand from domain.md §0 (arithmetic in README.md). Data only; whoever runs it
 * chooses the way: HTTP API on the real stack, acts without Temporal, or the simulator.
 *
 * How to run one: start as a rehearsal; for each act in the order of the list move the clock to `at`
 * (everything that falls due at that instant happens first) and wait for rest, then act and wait for rest
 * again. Acts with the same `at` follow one another without moving the clock. At the end move the clock
 * `toEnd`, unless the campaign was closed.
 */
const at = { at: Instant, period: Key.default('once') };
/** Codes that the act must be refused with, all of them present; absent = it must succeed. */
const refused = { refused: z.array(z.string()).min(1).optional() };

export const Counts = z.strictObject({
  /** Obligations of kind `report` that are owed; = onTime + late + noDeadline + missing. */
  expected: z.int(),
  /** At least one complete version. */
  received: z.int(),
  /** Received and in time by C6 and C7; one returned whose rework date has passed is late. */
  onTime: z.int(),
  late: z.int(),
  /** Received where there is no deadline. */
  noDeadline: z.int(),
  /** No complete version. */
  missing: z.int(),
  /** Returned and not back: also counted above as received. */
  returned: z.int(),
  accepted: z.int(),
});

/** Compare numbers by value (`111.5` = `111.50`), lists without regard to order; indicators not named are not compared. */
const Totals = z.record(Key, Value.nullable());

const Coverage = z.strictObject({
  owed: z.int(),
  accepted: z.int(),
  missing: z.array(UnitId),
  /** All levels below included. */
  deep: z.strictObject({ owed: z.int(), accepted: z.int(), missing: z.array(UnitId) }).optional(),
});

/** `unit` is always the unit that owes; a decision is taken by its collector. */
export const Act = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('acknowledge'), unit: UnitId, ...at, ...refused }),
  z.strictObject({ act: z.literal('acknowledgeActorTask'), unit: UnitId, task: Key, ...at }),
  z.strictObject({ act: z.literal('disseminate'), unit: UnitId, ...at }),
  z.strictObject({
    act: z.literal('submit'),
    unit: UnitId,
    input: ReportInput.omit({ attachments: true }),
    /** Files of `test/expected/files` to upload first, in this order; one too many may be refused at its upload already. */
    files: z.array(z.strictObject({ kind: Key, file: z.enum(['bao-cao.docx', 'ban-scan.pdf']) })).default([]),
    ...at,
    ...refused,
  }),
  /** The latest version. */
  z.strictObject({ act: z.literal('accept'), unit: UnitId, ...at, ...refused }),
  z.strictObject({
    act: z.literal('return'),
    unit: UnitId,
    reason: z.string(),
    reworkDueAt: Instant.nullable(),
    ...at,
  }),
  /** `date` is the civil date asked for, with the bound of the deadline in force; `dueAt` the same as an instant. */
  z.strictObject({
    act: z.literal('askExtension'),
    unit: UnitId,
    date: z.iso.date(),
    dueAt: Instant,
    reason: z.string(),
    ...at,
  }),
  /** On the unit's open request; `dueAt` is what is granted. */
  z.strictObject({
    act: z.literal('grantExtension'),
    unit: UnitId,
    date: z.iso.date(),
    dueAt: Instant,
    beyondParent: z.boolean().default(false),
    ...at,
    ...refused,
  }),
  /** `unit` signs its own consolidation. */
  z.strictObject({
    act: z.literal('sign'),
    unit: UnitId,
    revision: z.int(),
    ownPart: ReportInput.omit({ attachments: true }).optional(),
    ...at,
  }),
  z.strictObject({ act: z.literal('close'), ...at }),
  /** Nobody acts: what must be seen at this instant. */
  z.strictObject({
    act: z.literal('check'),
    counts: Counts.optional(),
    provisional: z.strictObject({ unit: UnitId, coverage: Coverage, totals: Totals }).optional(),
    ...at,
  }),
]);
export type Act = z.infer<typeof Act>;

const ExpectedPlan = z.strictObject({
  /** Units addressed by the root itself. */
  addressees: z.int(),
  obligations: z.int(),
  reports: z.int(),
  acknowledgements: z.int(),
  actorTasks: z.int(),
  nodeCount: z.int(),
  /** Complete where given: every unit that gets a workflow. */
  nodes: z
    .array(
      z.strictObject({
        unit: UnitId,
        parent: UnitId.nullable(),
        disseminates: z.boolean(),
        collects: z.boolean(),
      }),
    )
    .optional(),
  /** Codes of the warnings, complete. */
  warnings: z.array(z.string()),
  dues: z.array(
    z.strictObject({
      period: Key,
      dueKey: z.string(),
      dueAt: Instant.nullable(),
      /** Date that the deadline names, after the day-off policy; and the last date on time. */
      date: z.iso.date().nullable(),
      lastDate: z.iso.date().nullable(),
      remindAt: z.array(Instant),
      escalateAt: Instant.nullable(),
    }),
  ),
  periods: z.array(z.strictObject({ key: Key, opensAt: Instant })),
  /** Tasks of some units, complete for each unit named. */
  tasks: z.array(z.strictObject({ units: z.array(UnitId), taskIds: z.array(Key) })).default([]),
  targets: z.array(z.strictObject({ unit: UnitId, indicator: Key, value: Decimal })).default([]),
});

const ExpectedObligation = z.strictObject({
  period: Key.default('once'),
  unit: UnitId,
  kind: z.enum(['report', 'acknowledge']).default('report'),
  status: z.enum(['open', 'acknowledged', 'submitted', 'returned', 'accepted']),
  timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
  /** Versions handed in. */
  versions: z.int().default(0),
  /** Of the submission that counts (C5, C6). */
  workingDaysLate: z.int().default(0),
});

const ExpectedConsolidation = z.strictObject({
  period: Key.default('once'),
  unit: UnitId,
  revision: z.int(),
  state: z.enum(['draft', 'signed']),
  coverage: Coverage,
  totals: Totals,
  targets: z
    .array(
      z.strictObject({
        indicator: Key,
        total: Decimal,
        attained: Decimal,
        percent: Decimal,
        met: z.boolean(),
        shortfalls: z.array(z.strictObject({ unit: UnitId, missing: Decimal })),
      }),
    )
    .optional(),
  /** Totals that differ from the revision before, complete where given. */
  differences: z
    .array(z.strictObject({ indicator: Key, before: Value.nullable(), after: Value.nullable() }))
    .optional(),
});

export const Expectation = z.strictObject({
  key: Key,
  title: z.string(),
  start: z.strictObject({
    template: Key,
    rootUnitId: UnitId,
    startAt: Instant,
    parameters: z.record(Key, z.union([z.string(), z.number()])).default({}),
  }),
  /** Starting is refused with exactly these codes, and nothing is there afterwards. */
  startRefused: z.array(z.string()).optional(),
  plan: ExpectedPlan.optional(),
  acts: z.array(Act).default([]),
  expect: z
    .strictObject({
      /** Over the whole campaign. */
      counts: Counts,
      /** Complete: every obligation of the campaign. */
      obligations: z.array(ExpectedObligation),
      actorTasksAcknowledged: z.int().default(0),
      /**
       * Complete for the kinds reminder, overdue (missed rework dates included), escalation and windowEnd, except those
       * about `noticesOpen`; `information` complete too. `about` null: not about one obligation.
       */
      notices: z.array(
        z.strictObject({
          kind: z.enum(['reminder', 'overdue', 'escalation', 'windowEnd', 'information']),
          period: Key.default('once'),
          about: UnitId.nullable(),
          to: UnitId,
          at: Instant,
        }),
      ),
      /** Units whose reminders and escalations are left open: they were granted an extension. */
      noticesOpen: z.array(UnitId).default([]),
      /** Latest revision of every consolidating unit; complete in that sense. Earlier revisions may be listed too. */
      consolidations: z.array(ExpectedConsolidation),
    })
    .optional(),
});
export type Expectation = z.infer<typeof Expectation>;
