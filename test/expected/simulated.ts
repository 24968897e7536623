import type { Calendar, Definition, Plan } from '#model';
import {
  type CanonicalState,
  type ScriptedAct,
  type Simulation,
  simulate,
  timelinessOf,
  workingCalendar,
  workingDaysLate,
} from '#engine';
import type { Outcome } from './outcome.ts';
import type { Act, Expectation } from './types.ts';

export interface SimulatedRun {
  readonly outcome: Outcome;
  readonly state: CanonicalState;
  /** `<instant> <unit> <code>` of the acts that were refused. */
  readonly refused: readonly string[];
}

/** Runs the acts in the pure simulator, up to `until` where it is given. */
export function runSimulated(
  { acts }: Pick<Expectation, 'acts'>,
  {
    plan,
    definition,
    calendar,
    until,
  }: { plan: Plan; definition: Definition; calendar: Calendar; until?: string },
): SimulatedRun {
  const report = definition.reports[0]?.id ?? '';
  const behaviour = { kind: 'scripted' as const, acts: acts.flatMap((act) => scripted(act, report)) };
  const run = simulate({
    plan,
    definition,
    calendars: [calendar],
    behaviour,
    ...(until === undefined ? {} : { until }),
  });
  return { outcome: outcomeOf(run, plan, calendar), state: run.canonicalState, refused: refusals(run) };
}

/** What the simulator does not know: files, actor tasks, the asking of an extension, looking. */
function scripted(act: Act, reportId: string): readonly ScriptedAct[] {
  const { at, period: periodKey } = act;
  switch (act.act) {
    case 'acknowledge':
    case 'accept':
      return [{ at, periodKey, act: act.act, unitId: act.unit }];
    case 'disseminate':
      return [{ at, periodKey, act: 'disseminate', unitId: act.unit }];
    case 'submit':
      return refusedForFiles(act)
        ? []
        : [{ at, periodKey, act: 'report', unitId: act.unit, report: act.input }];
    case 'return':
      return [
        { at, periodKey, act: 'return', unitId: act.unit, reason: act.reason, reworkDueAt: act.reworkDueAt },
      ];
    case 'grantExtension':
      return [
        { at, periodKey, act: 'extend', unitId: act.unit, date: act.date, beyondParent: act.beyondParent },
      ];
    case 'sign': {
      const own = act.ownPart ? { ownPart: { [reportId]: act.ownPart } } : {};
      return [{ at, periodKey, act: 'sign', unitId: act.unit, revision: act.revision, ...own }];
    }
    case 'close':
      return [{ at, act: 'close' }];
    case 'acknowledgeActorTask':
    case 'askExtension':
    case 'check':
      return [];
  }
}

const refusedForFiles = (act: Extract<Act, { act: 'submit' }>): boolean =>
  act.refused?.some((code) => code.startsWith('report.attachment')) ?? false;

/** The refusals that the simulator can tell, as `<instant> <unit> <code>`. */
export function expectedRefusals({ acts }: Pick<Expectation, 'acts'>): readonly string[] {
  return acts.flatMap((act) => {
    if (!('refused' in act) || act.refused === undefined) return [];
    if (act.act === 'submit' && refusedForFiles(act)) return [];
    return act.refused.map((code) => `${act.at} ${act.unit} ${code}`);
  });
}

const refusals = ({ timeline }: Simulation): readonly string[] =>
  timeline
    .filter(({ kind }) => kind === 'refused')
    .map(
      ({ at, unitId, detail }) =>
        `${new Date(at).toISOString()} ${unitId} ${detail.split(': ').at(-1) ?? ''}`,
    );

function outcomeOf({ rows }: Simulation, plan: Plan, calendar: Calendar): Outcome {
  const days = workingCalendar(calendar);
  return {
    obligations: rows.obligations.map((row) => ({
      period: row.periodKey,
      unit: row.unitId,
      kind: row.kind,
      status: row.status,
      timeliness: timelinessOf(row, rows.now).timeliness,
      versions: row.versions.length,
      workingDaysLate: row.countedAt === null ? 0 : workingDaysLate(row.countedAgainst, row.countedAt, days),
      received: row.firstCompleteAt !== null,
      accepted: row.acceptedVersion !== null,
    })),
    knowsRecipients: false,
    notices: [
      ...rows.obligations.flatMap(({ periodKey, unitId, notices }) =>
        notices.map(({ kind, at }) => ({ kind, period: periodKey, about: unitId, to: '', at })),
      ),
      ...rows.windowEnds.map(({ periodKey: period, unitId, at }) => {
        const owes = rows.obligations.some((row) => row.unitId === unitId && row.periodKey === period);
        return { kind: 'windowEnd', period, about: owes ? unitId : null, to: '', at };
      }),
    ],
    consolidations: rows.consolidations.map((row) => {
      const [report] = Object.values(row.reports);
      const { deep } = row.coverage;
      return {
        period: row.periodKey,
        unit: row.unitId,
        revision: row.revision,
        state: row.state,
        coverage: { ...covered(row.coverage), deep: covered(deep) },
        totals: Object.fromEntries(
          Object.entries(report?.indicators ?? {}).map(([id, { value }]) => [id, value]),
        ),
        targets: Object.fromEntries(
          Object.entries(report?.targets ?? {}).map(([id, { total, attained, percent, met, shortfalls }]) => [
            id,
            {
              total,
              attained,
              percent,
              met,
              shortfalls: shortfalls.map(({ unitId, missing }) => ({ unit: unitId, missing })),
            },
          ]),
        ),
      };
    }),
  };
}

const covered = ({
  owed,
  accepted,
  missing,
}: {
  owed: number;
  accepted: number;
  missing: readonly { unitId: string }[];
}) => ({
  owed,
  accepted,
  missing: missing.map(({ unitId }) => unitId),
});
