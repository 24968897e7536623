import { z } from 'zod';
import { Key, Text, UnitId } from './ids.ts';
import { Condition } from './organisation.ts';
import { ReportForm } from './report-form.ts';
import { Bound, CivilDate, DayOffPolicy, TimeOfDay } from './time.ts';

/** A value written in the drawing, or asked at the start by a parameter of that key. */
const orParameter = <T extends z.ZodType>(schema: T) => z.union([schema, z.object({ parameter: Key })]);
export const DateOrParameter = orParameter(CivilDate);
export type DateOrParameter = z.infer<typeof DateOrParameter>;
export const UnitOrParameter = orParameter(UnitId);
export type UnitOrParameter = z.infer<typeof UnitOrParameter>;

/** Where a selector looks: below the unit of the parent node, or below a named unit. */
export const Within = z.union([z.literal('parent'), UnitOrParameter]);
export type Within = z.infer<typeof Within>;

/**
 * Who is addressed. Resolved once per unit of the parent node when the plan is compiled; frozen then. A
 * selector that names nobody yet is a drawing in the making: kept, but not published (`validate`).
 */
export const Selector = z.discriminatedUnion('kind', [
  /** The unit that starts the campaign; the top node only. */
  z.object({ kind: z.literal('root') }),
  z.object({ kind: z.literal('list'), units: z.array(UnitOrParameter).max(5000) }),
  /**
   * All units of these kinds below `within`: the nearest ones on each branch, so the same drawing
   * works with and without a district level. `chain` defaults to the chain of the node.
   */
  z.object({
    kind: z.literal('ofKind'),
    unitKinds: z.array(Key),
    within: Within.default('parent'),
    chain: Key.optional(),
    where: z.array(Condition).default([]),
  }),
  /** Open membership: every unit below `within` (in any chain) that satisfies all conditions. */
  z.object({
    kind: z.literal('criterion'),
    where: z.array(Condition),
    within: Within.default('parent'),
  }),
]);
export type Selector = z.infer<typeof Selector>;

/** Which members of a group something concerns. `rest` = members in no sub-group. */
export const Members = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('subgroup'), subgroup: Key }),
  z.object({ kind: z.literal('rest') }),
]);
export type Members = z.infer<typeof Members>;

export const Window = z.object({ from: DateOrParameter.nullable(), to: DateOrParameter.nullable() });
export type Window = z.infer<typeof Window>;

export const Task = z.object({
  id: Key,
  text: Text(4000),
  role: z.enum(['lead', 'coordinate', 'joint']).default('joint'),
  /** A prohibition is open through its window and nobody is overdue on it. */
  kind: z.enum(['do', 'prohibition']).default('do'),
  members: Members.default({ kind: 'all' }),
  window: Window.nullable().default(null),
  /** All must hold for the unit; a unit without the attribute does not satisfy. */
  conditions: z.array(Condition).default([]),
  /** What shows that it is done: the report, an acknowledgement, or the relay's own letter. */
  proof: z.enum(['report', 'acknowledgement', 'relay']).default('acknowledgement'),
});
export type Task = z.infer<typeof Task>;

/** A task for someone who is no addressee (an internal office): acknowledged, never reported. */
export const ActorTask = Task.extend({ assignee: Selector });
export type ActorTask = z.infer<typeof ActorTask>;

const onDay = { time: TimeOfDay.nullable().default(null), bound: Bound };
export const DueRule = z.discriminatedUnion('kind', [
  /** No deadline: a first-class choice, no timer. */
  z.object({ kind: z.literal('none') }),
  /** Set elsewhere, or unknown: blocks publishing until answered. */
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('date'), date: DateOrParameter, ...onDay }),
  /** The date that the reporting period itself carries. */
  z.object({ kind: z.literal('period') }),
  /** Earlier than the date of the unit one reports to, by working days or by hours; keeps its bound. */
  z.object({ kind: z.literal('lead'), workingDays: z.int().min(0).max(250) }),
  z.object({ kind: z.literal('leadHours'), hours: z.int().min(1).max(2000) }),
  /** Anchored to an event declared while the campaign runs; `offset` in days, may be negative. */
  z.object({
    kind: z.literal('event'),
    event: Key,
    offset: z.int().min(-400).max(400),
    days: z.enum(['calendar', 'working']),
    ...onDay,
  }),
]);
export type DueRule = z.infer<typeof DueRule>;

/** `offset` counts from the due date: negative before, 0 on the day, positive after. */
const At = z.discriminatedUnion('unit', [
  z.object({
    unit: z.literal('workingDays'),
    offset: z.int().min(-250).max(250),
    time: TimeOfDay.default('08:00'),
  }),
  z.object({ unit: z.literal('hours'), offset: z.int().min(-2000).max(2000) }),
]);
export const Reminder = At;
export type Reminder = z.infer<typeof Reminder>;
/** Once, to the unit that collects and to the parent of the unit that owes. */
export const Escalation = At;
export type Escalation = z.infer<typeof Escalation>;

/** Another unit that collects and consolidates on behalf of the recipient of record ("qua phòng Kinh tế"). */
export const Via = z.object({
  /** Must resolve to exactly one unit per unit of the parent node. */
  select: Selector,
  /** When the consolidator itself owes the consolidated report to the recipient of record. */
  due: DueRule.default({ kind: 'none' }),
});
export type Via = z.infer<typeof Via>;

/** Several recipients of record; complete when all or any of them have it. The first consolidates. */
export const RecipientsOfRecord = z.object({
  mode: z.enum(['all', 'any']),
  units: z.array(UnitOrParameter).min(1),
});
export type RecipientsOfRecord = z.infer<typeof RecipientsOfRecord>;

export const ObligationRule = z.object({
  report: Key,
  members: Members.default({ kind: 'all' }),
  due: DueRule,
  via: Via.nullable().default(null),
  recipients: RecipientsOfRecord.nullable().default(null),
  /** "nếu có": owed only once this event is declared for the unit, never missing otherwise. */
  onlyIf: Key.nullable().default(null),
  acceptance: z.enum(['official', 'automatic']).default('official'),
  reminders: z.array(Reminder).max(10).default([]),
  escalation: Escalation.nullable().default(null),
  /** Fewer working days than this between opening and due date: starting is refused (C11). */
  minimumWorkingDays: z.int().min(0).max(250).default(0),
  calendar: z.object({ id: Key, onDayOff: DayOffPolicy }).nullable().default(null),
});
export type ObligationRule = z.infer<typeof ObligationRule>;

/** A level or an addressee group. The directive goes down `parent`; reports go up to it or to `via`. */
export const DrawingNode = z.object({
  id: Key,
  name: Text(200),
  parent: Key.nullable(),
  chain: Key.default('state'),
  select: Selector,
  /** A group that may resolve to nobody (open membership, registry still empty). */
  allowEmpty: z.boolean().default(false),
  /** Addressed to the post, not the body: "Hiệu trưởng các trường". */
  position: z.string().max(120).nullable().default(null),
  subgroups: z.array(z.object({ id: Key, name: Text(200), select: Selector })).default([]),
  /** Tasks that this node gives to all its addressees, whatever their group. */
  sharedTasks: z.array(Task).default([]),
  /** Own tasks of this group's members. */
  tasks: z.array(Task).default([]),
  /** Tasks that this node gives to someone who is no addressee. */
  actorTasks: z.array(ActorTask).default([]),
  obligations: z.array(ObligationRule).default([]),
  /** How a unit of this node passes the directive on to the groups below it. */
  dissemination: z
    .object({
      mode: z.enum(['automatic', 'official']),
      /** Its own letter: notation and added text; generated letters come with the workplace. */
      document: z
        .object({ codeNotation: z.string().max(30), subject: z.string().max(500) })
        .nullable()
        .default(null),
    })
    .default({ mode: 'automatic', document: null }),
  /** How a unit of this node closes what it collected. */
  consolidation: z
    .object({
      sign: z.enum(['automatic', 'official']),
      /** The moment it is drawn up although reports are missing; `none` waits for all. */
      when: z.enum(['allAccepted', 'allAcceptedOrDue']).default('allAcceptedOrDue'),
    })
    .default({ sign: 'official', when: 'allAcceptedOrDue' }),
  /** Recipients for information: told, owe nothing. */
  information: z.array(z.object({ name: Text(200), unit: UnitId.nullable().default(null) })).default([]),
});
export type DrawingNode = z.infer<typeof DrawingNode>;

export const Parameter = z.object({
  key: Key,
  label: Text(200),
  kind: z.enum(['date', 'unit', 'text', 'number']),
  default: z.union([z.string(), z.number()]).nullable().default(null),
});
export type Parameter = z.infer<typeof Parameter>;

export const Target = z.object({
  report: Key,
  indicator: Key,
  /** Decimal string, e.g. `1250` or `12.5`. */
  total: z.string().regex(/^\d+(\.\d+)?$/),
  /** Node whose units the total is split over. */
  node: Key,
  split: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('equal') }),
    z.object({
      kind: z.literal('given'),
      shares: z.array(z.object({ unit: UnitId, value: z.string().regex(/^\d+(\.\d+)?$/) })),
    }),
  ]),
  exempt: z.array(UnitId).default([]),
});
export type Target = z.infer<typeof Target>;

export const FORMAT_VERSION = 1;

/**
 * A cascade drawing: the file format of the designer (JSON), what is validated, published and
 * compiled. Positions (`layout`) have no meaning for the engine and never enter a diff.
 */
export const Definition = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  key: Key,
  title: Text(300),
  summary: z.string().max(4000).default(''),
  calendar: z.object({ id: Key, onDayOff: DayOffPolicy }).default({ id: 'vn', onDayOff: 'asWritten' }),
  /** Reports after the deadline: taken and marked late, or refused. */
  lateReports: z.enum(['accept', 'refuse']).default('accept'),
  parameters: z.array(Parameter).default([]),
  events: z.array(z.object({ key: Key, label: Text(200) })).default([]),
  reports: z.array(ReportForm).default([]),
  targets: z.array(Target).default([]),
  nodes: z.array(DrawingNode).min(1).max(500),
  layout: z
    .object({
      nodes: z.record(Key, z.object({ x: z.number(), y: z.number(), locked: z.boolean().default(false) })),
    })
    .default({ nodes: {} }),
});
export type Definition = z.infer<typeof Definition>;
export type DefinitionInput = z.input<typeof Definition>;
