import type { Problem, ReportForm } from '#model';
import { decide } from './obligation.ts';
import { checkReport } from './report.ts';
import type { SimulatedReport } from './simulate-types.ts';
import {
  nowOf,
  record,
  type SimObligation,
  type Snapshot,
  setState,
  touch,
  type World,
} from './simulate-world.ts';

export interface HandedIn {
  readonly nil: boolean;
  readonly values: SimObligation['versions'][number]['values'];
  readonly sections: Readonly<Record<string, string>>;
  readonly snapshot: Snapshot | null;
}

/** One transaction of `submitReport`: the version, what it supersedes, and automatic acceptance. The refusal, or null. */
export function handIn(world: World, obligation: SimObligation, report: HandedIn): Problem | null {
  const { lateReports } = world.definition;
  const { unitId } = obligation.assignment;
  const where = { unitId, periodKey: obligation.periodKey, count: 1 };
  const decided = decide(
    obligation.state,
    { kind: 'submit', complete: true, nil: report.nil, lateReports },
    nowOf(world),
  );
  if (!decided.ok) return first(decided);
  const { state, reportKind = 'ordinary', late = false } = decided.value;
  for (const version of obligation.versions) if (version.state === 'submitted') version.state = 'superseded';
  setState(world, obligation, state);
  obligation.reworkOverdue = false;
  const kind = report.snapshot && reportKind !== 'supplementary' ? 'consolidated' : reportKind;
  const { values, sections, snapshot } = report;
  obligation.versions.push({
    no: state.version,
    kind,
    late,
    state: 'submitted',
    values,
    sections,
    snapshot,
    receivedAt: nowOf(world),
  });
  if (!report.snapshot) record(world, { kind: 'reported', ...where, detail: String(state.version) });
  if (obligation.assignment.acceptance === 'automatic') acceptVersion(world, obligation, state.version);
  else world.inbox.push({ kind: 'decision', obligation });
  touch(world, obligation);
  return null;
}

export function acceptVersion(world: World, obligation: SimObligation, no: number): void {
  const where = { unitId: obligation.assignment.unitId, periodKey: obligation.periodKey, count: 1 };
  const decided = decide(obligation.state, { kind: 'accept', version: no }, nowOf(world));
  if (!decided.ok) {
    record(world, { kind: 'refused', ...where, detail: decided.problems[0]?.code ?? '' });
    return;
  }
  for (const version of obligation.versions) {
    if (version.no === no) version.state = 'accepted';
    else if (version.state === 'accepted') version.state = 'superseded';
  }
  setState(world, obligation, decided.value.state);
  record(world, { kind: 'accepted', ...where, detail: String(no) });
  touch(world, obligation);
}

/** Files cannot be had here: their rules are tested with `checkReport` itself. */
export const checkWithoutFiles = (form: ReportForm, input: SimulatedReport) =>
  checkReport(
    { ...form, attachments: [] },
    { nil: false, values: {}, sections: {}, note: '', ...input, attachments: [] },
    [],
  );

/** Refusals in the simulator are told by their first problem. */
export function first({ problems: [refusal] }: { readonly problems: readonly Problem[] }): Problem {
  if (!refusal) throw new Error('refused without a problem');
  return refusal;
}
