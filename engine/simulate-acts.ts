import type { Problem } from '#model';
import { problem } from '#model/problem';
import { epochOf } from './civil.ts';
import { extendedDue } from './extension.ts';
import { isBefore } from './instant.ts';
import { decide, isOwed } from './obligation.ts';
import { declareEvent } from './simulate-declare.ts';
import { cancel, close, disseminateByOfficial, sign } from './simulate-node-acts.ts';
import { timingOf } from './simulate-open.ts';
import { acceptVersion, checkWithoutFiles, first, handIn } from './simulate-reports.ts';
import type { OfficialAct, SimulatedReport, TimelineEntry } from './simulate-types.ts';
import {
  nodeKey,
  nowOf,
  record,
  type SimObligation,
  setAlarms,
  setState,
  touch,
  type World,
} from './simulate-world.ts';

/** One act of an official or a system, as the transactions in `acts/` do it; a refusal is recorded and changes nothing. */
export function perform(world: World, act: OfficialAct): void {
  const refused = attempt(world, act);
  if (!refused) return;
  const unitId = 'unitId' in act ? (act.unitId ?? '') : world.plan.rootUnitId;
  const periodKey = 'periodKey' in act ? (act.periodKey ?? null) : null;
  record(world, { kind: 'refused', unitId, periodKey, count: 1, detail: `${act.act}: ${refused.code}` });
}

function attempt(world: World, act: OfficialAct): Problem | null {
  switch (act.act) {
    case 'disseminate':
      return disseminateByOfficial(world, act);
    case 'sign':
      return sign(world, act);
    case 'declare':
      return declareEvent(world, act);
    case 'close':
      return close(world, act.periodKey ?? null);
    case 'cancel':
      return cancel(world);
    default:
      return onObligation(world, act);
  }
}

type OnObligation = Exclude<OfficialAct, { act: 'disseminate' | 'sign' | 'declare' | 'close' | 'cancel' }>;

function onObligation(world: World, act: OnObligation): Problem | null {
  const obligation = find(world, act);
  if (!obligation) return problem('obligation.notFound', [], { id: act.unitId });
  if (world.status === 'cancelled') return problem('campaign.notRunning');
  switch (act.act) {
    case 'acknowledge': {
      const decided = decide(obligation.state, { kind: 'acknowledge' }, nowOf(world));
      if (!decided.ok) return first(decided);
      setState(world, obligation, decided.value.state);
      return done(world, obligation, { kind: 'acknowledged', detail: '' });
    }
    case 'report':
      return report(world, obligation, act.report);
    case 'accept': {
      const version = act.version ?? obligation.state.version;
      const decided = decide(obligation.state, { kind: 'accept', version }, nowOf(world));
      if (!decided.ok) return first(decided);
      acceptVersion(world, obligation, version);
      return null;
    }
    case 'return': {
      const { reason, reworkDueAt, version = obligation.state.version } = act;
      const decided = decide(
        obligation.state,
        { kind: 'return', version, reason, reworkDueAt },
        nowOf(world),
      );
      if (!decided.ok) return first(decided);
      setState(world, obligation, decided.value.state);
      obligation.reworkOverdue = false;
      for (const each of obligation.versions) if (each.no === version) each.state = 'returned';
      return done(world, obligation, { kind: 'returned', detail: String(version) });
    }
    case 'extend':
      return extend(world, obligation, act);
  }
}

function report(world: World, obligation: SimObligation, input: SimulatedReport): Problem | null {
  const form = world.forms.get(obligation.assignment.reportId ?? '');
  if (!form) return problem('obligation.noReportOwed');
  if (obligation.assignment.consolidates) return problem('obligation.consolidated');
  const checked = checkWithoutFiles(form, input);
  if (!checked.ok) return first(checked);
  const { values, sections } = checked.value;
  return handIn(world, obligation, { nil: input.nil ?? false, values, sections, snapshot: null });
}

function extend(
  world: World,
  obligation: SimObligation,
  act: Extract<OfficialAct, { act: 'extend' }>,
): Problem | null {
  const { assignment, periodKey } = obligation;
  const period = world.periods.find(({ plan }) => plan.key === periodKey)?.plan;
  const before =
    period?.unitDues[`${assignment.unitId}/${assignment.dueKey}`] ?? period?.dues[assignment.dueKey];
  const due = extendedDue({
    definition: world.definition,
    calendars: world.input.calendars ?? [],
    dueKey: assignment.dueKey,
    day: { date: act.date, time: act.time ?? null, bound: before?.bound ?? 'by' },
    why: before?.why ?? [],
  });
  if (!due.ok) return first(due);
  if (due.value.dueAt === null) return problem('obligation.noDeadlineToExtend');
  const event = {
    kind: 'extend',
    dueAt: due.value.dueAt,
    parentDueAt: dueOfCollector(world, obligation),
    beyondParent: act.beyondParent ?? false,
  } as const;
  const decided = decide(obligation.state, event, nowOf(world));
  if (!decided.ok) return first(decided);
  const rework = obligation.state.status === 'returned' && obligation.state.reworkDueAt !== null;
  setState(world, obligation, decided.value.state);
  if (rework) obligation.reworkOverdue = false;
  else {
    const { remindAt, escalateAt } = timingOf(due.value);
    obligation.remindAt = remindAt;
    obligation.escalateAt = escalateAt;
    obligation.reminded = remindAt.filter((at) => at <= world.now).length;
  }
  return done(world, obligation, { kind: 'extended', detail: act.date });
}

/** Deadline upwards, on the same report, of the unit that collects. */
function dueOfCollector(world: World, { periodKey, assignment }: SimObligation): string | null {
  const collector = world.ofUnit.get(nodeKey(periodKey, assignment.collectorUnitId ?? '')) ?? [];
  return collector
    .filter(
      (own) =>
        own.assignment.consolidates && own.assignment.reportId === assignment.reportId && isOwed(own.state),
    )
    .map(({ state }) => state.dueAt)
    .reduce<string | null>(
      (least, at) => (least === null || (at !== null && isBefore(at, least)) ? at : least),
      null,
    );
}

/** Without a report named: the acknowledgement owed alone when acknowledging, otherwise the report. */
function find(world: World, { act, periodKey, unitId, reportId }: OnObligation): SimObligation | undefined {
  const owed = world.ofUnit.get(nodeKey(periodKey, unitId)) ?? [];
  if (reportId !== undefined) return owed.find(({ assignment }) => assignment.reportId === reportId);
  const meant = act === 'acknowledge' ? 'acknowledge' : 'report';
  return owed.find(({ assignment }) => assignment.kind === meant) ?? owed[0];
}

function done(world: World, obligation: SimObligation, entry: Pick<TimelineEntry, 'kind' | 'detail'>): null {
  setAlarms(world, obligation);
  touch(world, obligation);
  record(world, {
    ...entry,
    unitId: obligation.assignment.unitId,
    periodKey: obligation.periodKey,
    count: 1,
  });
  return null;
}

/** Acts are performed at their instant, never before the campaign starts. */
export const instantOfAct = (world: World, at: string): number =>
  Math.max(epochOf(at), epochOf(world.plan.startAt));
