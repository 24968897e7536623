import type { Indicator, ReportForm } from '#model';
import { instantAt } from './civil.ts';
import type { Assumptions, OfficialAct, ScriptedAct, SimulatedReport, Whose } from './simulate-types.ts';
import { epoch, type SimObligation, type Waiting, type World } from './simulate-world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What people are assumed to do about something that waits for them; empty: nothing. */
export type Response = (world: World, waiting: Waiting) => readonly ScriptedAct[];

/** Units report in the shares assumed, officials do what waits for them within their hours. */
export function assumedResponse(assumptions: Assumptions): Response {
  const random = seeded(assumptions.seed);
  // Acts to come: an official who will look at a report anyway looks at its latest version then.
  const promised = new Map<string, number>();
  const official = (world: World, act: OfficialAct): readonly ScriptedAct[] => {
    const key = JSON.stringify(act);
    if ((promised.get(key) ?? 0) > world.now) return [];
    const at = Math.round(world.now + random() * assumptions.officialHours * HOUR_MS);
    promised.set(key, at);
    return [{ at: instantAt(at), ...act }];
  };
  return (world, waiting) => {
    switch (waiting.kind) {
      case 'dissemination':
        return official(world, { act: 'disseminate', ...placeOf(waiting.node) });
      case 'signature':
        return official(world, { act: 'sign', ...placeOf(waiting.node) });
      case 'decision':
        return official(world, { act: 'accept', ...whose(waiting.obligation) });
      case 'obligation':
        return owing(world, waiting.obligation, { assumptions, random, official });
    }
  };
}

interface Assumed {
  readonly assumptions: Assumptions;
  readonly random: () => number;
  readonly official: (world: World, act: OfficialAct) => readonly ScriptedAct[];
}

function owing(world: World, obligation: SimObligation, assumed: Assumed): readonly ScriptedAct[] {
  const { assignment } = obligation;
  const { nil, levels } = assumed.assumptions;
  const { late, silent } = sharesOf(assignment.nodeIds, levels) ?? assumed.assumptions;
  const lot = assumed.random();
  if (lot < silent && !assignment.consolidates) return [];
  const acts = [...assumed.official(world, { act: 'acknowledge', ...whose(obligation) })];
  const form = world.forms.get(assignment.reportId ?? '');
  if (
    assignment.kind !== 'report' ||
    assignment.consolidates ||
    !form ||
    obligation.state.status === 'dormant'
  )
    return acts;
  const isNil = form.nilAllowed && lot >= silent && lot < silent + nil;
  const isLate = lot >= silent + nil && lot < silent + nil + late;
  const report: SimulatedReport = isNil
    ? { nil: true }
    : { values: inventedValues(form, assumed.random), sections: inventedSections(form) };
  acts.push({
    at: instantAt(arrival(world, obligation, { ...assumed, isLate })),
    act: 'report',
    report,
    ...whose(obligation),
  });
  return acts;
}

function sharesOf(nodeIds: readonly string[], levels: Assumptions['levels'] = {}) {
  const own = nodeIds.find((nodeId) => nodeId in levels);
  return own === undefined ? undefined : levels[own];
}

function arrival(
  world: World,
  { state }: SimObligation,
  { assumptions, random, isLate }: Assumed & { isLate: boolean },
): number {
  const due = epoch(state.dueAt);
  if (due === null) return Math.round(world.now + random() * assumptions.undatedDays * DAY_MS);
  if (isLate) {
    const { lateHours, lateHoursAtLeast = 0 } = assumptions;
    return Math.round(due + (lateHoursAtLeast + random() * (lateHours - lateHoursAtLeast)) * HOUR_MS);
  }
  // A millisecond before the due instant is still on time, the instant itself is not.
  return Math.floor(world.now + random() * Math.max(0, due - world.now - 1));
}

function inventedValues(form: ReportForm, random: () => number): NonNullable<SimulatedReport['values']> {
  return Object.fromEntries(form.indicators.map((indicator) => [indicator.id, invented(indicator, random)]));
}

function invented(
  indicator: Indicator,
  random: () => number,
): NonNullable<SimulatedReport['values']>[string] {
  const number = Math.floor(random() * 100);
  switch (indicator.type) {
    case 'number':
      return number;
    case 'ratio':
      return { numerator: Math.floor(random() * (number + 1)), denominator: number };
    case 'text':
      return 'Đã triển khai theo kế hoạch.';
    case 'list':
      return ['Hoạt động tuyên truyền'];
    case 'yesNo':
      return random() < 0.5;
  }
}

const inventedSections = (form: ReportForm): Record<string, string> =>
  Object.fromEntries(
    form.sections.filter(({ required }) => required).map(({ id }) => [id, 'Đã triển khai theo kế hoạch.']),
  );

/** Figures and texts that a form takes, the same for the same key; files cannot be invented. */
export function inventedReport(form: ReportForm, key: string): SimulatedReport {
  const seed = [...key].reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7);
  return { values: inventedValues(form, seeded(seed)), sections: inventedSections(form) };
}

const whose = ({ assignment, periodKey }: SimObligation): Whose => ({
  periodKey,
  unitId: assignment.unitId,
  reportId: assignment.reportId,
});

const placeOf = (node: { periodKey: string; plan: { unitId: string } }) => ({
  periodKey: node.periodKey,
  unitId: node.plan.unitId,
});

/** Mulberry32: small, and the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
