import {
  calendarsInForce,
  type CampaignRow,
  campaignById,
  type CollectedObligation,
  type CollectedVersion,
  collectedTable,
  consolidationAt,
  inSnapshot,
  nodeCounts,
  type NodeRow,
  type OwnPart,
  type OwnUpward,
  ownUpward,
  periodByKey,
  planTexts,
  type RevisionLine,
  revisionLines,
} from '#db';
import {
  civilDateOf,
  type ConsolidatedValue,
  type Coverage,
  deadlineInForce,
  type DrawnUp,
  shownCode,
  isOutstanding,
  isOwed,
  type TargetResult,
  timelinessOf,
  workingCalendar,
} from '#engine';
import {
  type Calendar,
  type CivilDate,
  type Definition,
  type Directive,
  ok,
  type ObligationStatus,
  type Principal,
  problem,
  refuse,
  type ReportForm,
  type Result,
  type Timeliness,
} from '#model';
import type { NodeRef } from '#model/contract';
import type { ActContext } from '../context.ts';
import { hadAHand } from '../own-work.ts';
import { covered, lateDaysBy, workingDaysPast } from '../lateness.ts';
import { definitionOf } from '../scene.ts';
import { snapshot } from '../snapshot.ts';
import { seenNode } from './seen-node.ts';

/** One child's report form in the table: where it stands, and the figures that its cells show. */
export interface CollectRow {
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  /** It adds up children of its own. */
  readonly consolidates: boolean;
  readonly status: ObligationStatus;
  /** Its figures stand in the totals. */
  readonly counts: boolean;
  readonly timeliness: Timeliness;
  /** Working days late: of what was handed in, or up to now of what was not. */
  readonly lateDays: number;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly returnReason: string | null;
  readonly targets: Readonly<Record<string, string>>;
  readonly version: number;
  readonly acceptedVersion: number | null;
  readonly revision: number;
  /** The version whose figures the cells show: the accepted one, else the one that waits; null: neither. */
  readonly shown: CollectedVersion | null;
  /** Without its figures, which the report itself shows. */
  readonly latest: Omit<CollectedVersion, 'values'> | null;
  readonly askedExtension: CollectedObligation['askedExtension'];
  readonly lastReminder: CollectedObligation['lastReminder'];
  /** The caller had a hand in the latest version, or in the request for more time: another decides on it. */
  readonly ownReport: boolean;
  readonly ownRequest: boolean;
}

/** A total as the table's foot shows it; the contributions are asked for cell by cell. */
export interface ColumnTotal extends Pick<ConsolidatedValue, 'aggregate' | 'value'> {
  readonly count: number;
  /** The unit's own figure in it; null: none. */
  readonly own: ConsolidatedValue['value'];
}

export interface CollectTable {
  readonly campaign: Pick<CampaignRow, 'id' | 'title' | 'mode' | 'status' | 'now'> & {
    readonly documentCode: string | null;
    readonly subject: string | null;
  };
  readonly unitId: string;
  readonly unitName: string;
  readonly periodKey: string;
  readonly periodLabel: string;
  readonly forms: readonly ReportForm[];
  readonly rows: readonly CollectRow[];
  readonly totals: Readonly<Record<string, Readonly<Record<string, ColumnTotal>>>>;
  readonly targets: Readonly<Record<string, Readonly<Record<string, TargetResult>>>>;
  readonly coverage: Coverage;
  /** What a revision drawn up now would change. */
  readonly differences: DrawnUp['differences'];
  readonly ownPart: OwnPart | null;
  readonly revision: number;
  readonly signedRevision: number;
  readonly submittedRevision: number;
  readonly sign: 'automatic' | 'official';
  /** When a draft is drawn up at the latest; null: once everything is accepted. */
  readonly cutoffAt: string | null;
  /** The working days to come: what a new date for a returned report is picked from. */
  readonly workingDays: readonly CivilDate[];
  readonly revisions: readonly RevisionLine[];
  readonly upward: readonly OwnUpward[];
}

/** Everything that a consolidating unit sees of its children, of one moment; the number of statements does not grow with them. */
export async function collectTable(ctx: ActContext, ref: NodeRef): Promise<Result<CollectTable>> {
  return inSnapshot(ctx.pool, async (tx) => {
    const seen = await seenNode({ ...ctx, pool: tx }, ref);
    if (!seen.ok) return seen;
    const node = seen.value;
    const campaign = await campaignById(tx, ref.campaignId);
    if (campaign === null)
      return refuse(problem('campaign.notFound', ['campaignId'], { id: ref.campaignId }));
    const definition = await definitionOf(tx, campaign);
    const latest = node.revision === 0 ? null : await consolidationAt(tx, ref, node.revision);
    const drawn = await snapshot(tx, {
      campaign,
      node,
      ownPart: latest?.ownPart ?? null,
      previous: latest?.reports ?? null,
    });
    const calendars = await calendarsInForce(tx);
    const children = (await collectedTable(tx, ref)).filter(isOwed);
    const collected = new Set(children.map(({ reportId }) => reportId));
    const counts = await nodeCounts(tx, ref);
    return ok({
      campaign: campaignOf(campaign, (await planTexts(tx, campaign.id))?.directive ?? null),
      unitId: node.unitId,
      unitName: node.unitName,
      periodKey: node.periodKey,
      periodLabel: (await periodByKey(tx, campaign.id, node.periodKey))?.label ?? node.periodKey,
      forms: definition.reports.filter(({ id }) => collected.has(id)),
      rows: children.flatMap((child) =>
        rowOf(child, { definition, calendars, now: campaign.now, reader: ctx.principal }),
      ),
      ...columnsOf(drawn, node),
      coverage: drawn.coverage,
      differences: drawn.differences,
      ownPart: latest?.ownPart ?? null,
      revision: node.revision,
      signedRevision: node.signedRevision,
      submittedRevision: node.submittedRevision,
      sign: node.sign,
      cutoffAt: node.when === 'allAcceptedOrDue' ? counts.cutoffAt : null,
      workingDays: workingDaysAfter(
        campaign.now,
        calendars.find(({ id }) => id === definition.calendar.id),
      ),
      revisions: await revisionLines(tx, ref),
      upward: await ownUpward(tx, ref),
    });
  });
}

const DAYS_TO_PICK_FROM = 20;

/** Fewer where the calendar ends. */
function workingDaysAfter(now: string, known: Calendar | undefined): readonly CivilDate[] {
  const days: CivilDate[] = [];
  if (known === undefined) return days;
  const calendar = workingCalendar(known);
  let day: CivilDate | null = civilDateOf(now);
  while (day !== null && days.length < DAYS_TO_PICK_FROM) {
    const from: CivilDate = day;
    day = covered(() => calendar.step(from, 1));
    if (day !== null) days.push(day);
  }
  return days;
}

function campaignOf(
  { id, title, mode, status, now }: CampaignRow,
  directive: Directive | null,
): CollectTable['campaign'] {
  const documentCode =
    directive === null || directive.codeNumber === null ? null : shownCode(directive, directive.system);
  return { id, title, mode, status, now, documentCode, subject: directive?.subject ?? null };
}

interface Moment {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
  readonly now: string;
  readonly reader: Principal;
}

function rowOf(row: CollectedObligation, moment: Moment): readonly CollectRow[] {
  if (row.reportId === null) return [];
  const { done, timeliness } = timelinessOf(row, moment.now);
  const { definition, calendars, now, reader } = moment;
  const rule = { definition, row, unitPath: row.unitPath };
  const lateDays =
    isOutstanding(row) || row.status === 'returned'
      ? workingDaysPast(calendars, rule, { dueAt: deadlineInForce(row), at: now })
      : lateDaysBy(calendars, { ...rule, state: row });
  const waiting = row.status === 'submitted' ? row.latest : null;
  return [
    {
      obligationId: row.id,
      unitId: row.unitId,
      unitName: row.unitName,
      reportId: row.reportId,
      consolidates: row.consolidates,
      status: row.status,
      counts: done,
      timeliness,
      lateDays,
      dueAt: row.dueAt,
      reworkDueAt: row.reworkDueAt,
      returnReason: row.status === 'returned' ? row.returnReason : null,
      targets: row.targets,
      version: row.version,
      acceptedVersion: row.acceptedVersion,
      revision: row.revision,
      shown: row.acceptedVersion === null ? waiting : (row.counted ?? row.latest),
      latest: withoutValues(row.latest),
      askedExtension: row.askedExtension,
      lastReminder: row.lastReminder,
      ownReport: hadAHand(reader, row.reporters),
      ownRequest: hadAHand(reader, row.askers),
    },
  ];
}

function withoutValues(version: CollectedVersion | null): CollectRow['latest'] {
  if (version === null) return null;
  const { values: _, ...rest } = version;
  return rest;
}

function columnsOf(drawn: DrawnUp, node: NodeRow): Pick<CollectTable, 'totals' | 'targets'> {
  const totals: Record<string, Record<string, ColumnTotal>> = {};
  const targets: Record<string, Readonly<Record<string, TargetResult>>> = {};
  for (const [reportId, report] of Object.entries(drawn.reports)) {
    const columns: Record<string, ColumnTotal> = {};
    for (const [id, { aggregate, value, parts, from }] of Object.entries(report.indicators)) {
      const own = from.find(({ obligationId, unitId }) => obligationId === null && unitId === node.unitId);
      columns[id] = { aggregate, value, count: parts.count, own: own?.value ?? null };
    }
    totals[reportId] = columns;
    targets[reportId] = report.targets;
  }
  return { totals, targets };
}
