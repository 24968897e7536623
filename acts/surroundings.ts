import {
  actorNames,
  countsBelow,
  documentReceived,
  type EarlierReport,
  earlierReport,
  nodeByRef,
  noticesOfObligation,
  type ObligationRow,
  planTexts,
  type Queryable,
  type ToldNotice,
  type UnitAbove,
  unitNames,
  unitsAbove,
} from '#db';
import { deadlineInForce, decide, lastDayOnTime, workingDaysLeft } from '#engine';
import { type CivilDate, type Definition, type Directive, ok, type Problem, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { calendarOf, covered, lateDays } from './lateness.ts';
import { definitionOf, seenObligation } from './scene.ts';

/** What stands around one task: who is above and below, until when, the letter, and what submitting would mean now. */
export interface Surroundings {
  readonly now: string;
  /** The reader may write this unit's report. */
  readonly mine: boolean;
  readonly deadline: Deadline;
  /** What handing in at this moment would mean; null where no report is written here. */
  readonly submitting: {
    readonly refusal: Problem | null;
    readonly late: boolean;
    readonly workingDaysLate: number;
  } | null;
  readonly fromUnitName: string;
  readonly collectorUnitName: string | null;
  readonly acknowledgedByName: string | null;
  /** Whose post was acted in, where somebody stood in. */
  readonly acknowledgedForName: string | null;
  readonly above: readonly UnitAbove[];
  /** Where the unit itself passes on or collects. */
  readonly node: {
    readonly disseminates: boolean;
    readonly disseminatedAt: string | null;
    readonly collects: boolean;
    readonly below: { readonly opened: number; readonly done: number; readonly overdue: number };
  } | null;
  /** As it reached the unit; where nobody wrote one of his own, the directive of the campaign. */
  readonly directive: Directive | null;
  readonly earlier: EarlierReport | null;
  readonly notices: readonly ToldNotice[];
}

export interface Deadline {
  /** In force: the rework date while the report is returned with one. */
  readonly at: string | null;
  /** Last civil day that is on time. */
  readonly lastDay: CivilDate | null;
  /** Negative: overdue by so many; null: no deadline, or a day that the calendar does not know. */
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly calendarId: string | null;
}

export async function taskSurroundings(ctx: ActContext, id: string): Promise<Result<Surroundings>> {
  const seen = await seenObligation(ctx, id);
  if (!seen.ok) return seen;
  const { row, campaign } = seen.value;
  const tx = ctx.pool;
  const { now } = campaign;
  const definition = await definitionOf(tx, campaign);
  const names = await unitNames(tx, [row.disseminatorUnitId, row.collectorUnitId ?? row.disseminatorUnitId]);
  const { acknowledgedBy, acknowledgedOnBehalfOf } = row;
  const actors = await actorNames(
    tx,
    [acknowledgedBy, acknowledgedOnBehalfOf].filter((actor) => actor !== null),
  );
  return ok({
    now,
    mine: missingScope(ctx.principal, 'reports:write') === null && (await mayActAs(ctx, row.unitId)),
    deadline: await deadlineOf(tx, { row, definition, now }),
    submitting: await ifSubmitted(tx, { row, definition, now }),
    fromUnitName: names.get(row.disseminatorUnitId) ?? row.disseminatorUnitId,
    collectorUnitName: row.collectorUnitId === null ? null : (names.get(row.collectorUnitId) ?? null),
    acknowledgedByName: actors.get(acknowledgedBy ?? '') ?? null,
    acknowledgedForName: actors.get(acknowledgedOnBehalfOf ?? '') ?? null,
    above: await unitsAbove(tx, row),
    node: await nodeOf(tx, row),
    directive: (await documentReceived(tx, row)) ?? (await planTexts(tx, campaign.id))?.directive ?? null,
    earlier: row.reportId === null ? null : await earlierReport(tx, row),
    notices: await noticesOfObligation(tx, row),
  });
}

interface Moment {
  readonly row: ObligationRow;
  readonly definition: Definition;
  readonly now: string;
}

async function deadlineOf(tx: Queryable, moment: Moment): Promise<Deadline> {
  const { row, now } = moment;
  const at = deadlineInForce(row);
  const calendar = await calendarOf(tx, moment);
  const calendarId = calendar?.id ?? null;
  if (at === null) return { at, lastDay: null, workingDaysLeft: null, overdue: false, calendarId };
  const days = calendar === null ? null : covered(() => workingDaysLeft(at, now, calendar));
  const overdue = Date.parse(at) <= Date.parse(now);
  return { at, lastDay: lastDayOnTime(at), workingDaysLeft: days, overdue, calendarId };
}

async function ifSubmitted(tx: Queryable, moment: Moment): Promise<Surroundings['submitting']> {
  const { row, definition, now } = moment;
  if (row.kind !== 'report' || row.consolidates) return null;
  const event = {
    kind: 'submit',
    complete: true,
    nil: false,
    lateReports: definition.lateReports,
  } as const;
  const decided = decide(row, event, now);
  if (!decided.ok) return { refusal: decided.problems[0] ?? null, late: false, workingDaysLate: 0 };
  const { state, late = false } = decided.value;
  return { refusal: null, late, workingDaysLate: await lateDays(tx, { state, definition, row }) };
}

async function nodeOf(tx: Queryable, row: ObligationRow): Promise<Surroundings['node']> {
  const node = await nodeByRef(tx, row);
  if (node === null) return null;
  const [below] = await countsBelow(tx, { ...row, unitIds: [row.unitId] });
  const { disseminates, disseminatedAt, collects } = node;
  const { opened = 0, done = 0, overdue = 0 } = below ?? {};
  return { disseminates, disseminatedAt, collects, below: { opened, done, overdue } };
}
