import type { Problem, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';
import type { OwnPart } from './draw-up.ts';
import { decide } from './obligation.ts';
import { content } from './simulate-consolidate.ts';
import { disseminate } from './simulate-open.ts';
import { checkWithoutFiles, first } from './simulate-reports.ts';
import type { OfficialAct, SimulatedReport } from './simulate-types.ts';
import { nodeKey, nowOf, record, setState, type World } from './simulate-world.ts';

/** Acts on a node or on the whole campaign; null = done. */
export function disseminateByOfficial(
  world: World,
  act: { periodKey: string; unitId: string },
): Problem | null {
  const node = world.nodes.get(nodeKey(act.periodKey, act.unitId));
  if (!node) return problem('dissemination.notFound', ['unitId'], { unit: act.unitId });
  if (!node.opened) return problem('dissemination.notReceived', ['unitId'], { unit: node.plan.unitName });
  if (node.disseminated)
    return problem('dissemination.alreadyDone', ['unitId'], { unit: node.plan.unitName });
  if (world.status !== 'running') return problem('campaign.notRunning');
  disseminate(world, node);
  world.touched.add(node);
  return null;
}

export function sign(world: World, act: Extract<OfficialAct, { act: 'sign' }>): Problem | null {
  const node = world.nodes.get(nodeKey(act.periodKey, act.unitId));
  const snapshot = node?.snapshots.at(-1);
  if (!node || !snapshot) return problem('consolidation.notFound', ['unitId'], { unit: act.unitId });
  if (act.revision !== undefined && act.revision !== snapshot.revision) {
    return problem('consolidation.conflict', ['revision'], {
      expected: act.revision,
      actual: snapshot.revision,
    });
  }
  if (snapshot.state === 'signed')
    return problem('consolidation.alreadySigned', ['revision'], { revision: snapshot.revision });
  if (act.ownPart) {
    const ownPart = ownPartOf(world, act.ownPart);
    if (!ownPart.ok) return first(ownPart);
    snapshot.ownPart = ownPart.value;
    Object.assign(snapshot, content(world, node, { ownPart: ownPart.value, sources: snapshot.sources }));
  }
  snapshot.state = 'signed';
  world.touched.add(node);
  const detail = String(snapshot.revision);
  record(world, {
    kind: 'signed',
    unitId: act.unitId,
    periodKey: act.periodKey,
    count: snapshot.sources.size,
    detail,
  });
  return null;
}

function ownPartOf(world: World, parts: Readonly<Record<string, SimulatedReport>>): Result<OwnPart> {
  const ownPart: Record<string, OwnPart[string]> = {};
  for (const [reportId, input] of Object.entries(parts)) {
    const form = world.forms.get(reportId);
    if (!form)
      return refuse(problem('consolidation.reportUnknown', ['ownPart', reportId], { report: reportId }));
    const checked = checkWithoutFiles(form, input);
    if (!checked.ok) return checked;
    ownPart[reportId] = { values: checked.value.values, sections: checked.value.sections };
  }
  return ok(ownPart);
}

export function close(world: World, periodKey: string | null): Problem | null {
  if (world.status !== 'running') return problem('campaign.notRunning');
  const periods = world.periods.filter(({ plan }) => periodKey === null || plan.key === periodKey);
  if (periods.length === 0) return problem('period.notFound', ['periodKey'], { period: periodKey ?? '' });
  for (const period of periods) period.closed = true;
  if (periodKey === null) world.status = 'closed';
  endObligations(world, 'close', periodKey);
  return null;
}

export function cancel(world: World): Problem | null {
  if (world.status !== 'running') return problem('campaign.notRunning');
  world.status = 'cancelled';
  endObligations(world, 'cancel', null);
  return null;
}

function endObligations(world: World, how: 'close' | 'cancel', periodKey: string | null): void {
  for (const obligation of world.obligations) {
    if (periodKey !== null && obligation.periodKey !== periodKey) continue;
    const decided = decide(obligation.state, { kind: how }, nowOf(world));
    if (decided.ok) setState(world, obligation, decided.value.state);
  }
  for (const node of world.nodes.values())
    if (periodKey === null || node.periodKey === periodKey) world.touched.add(node);
  const kind = how === 'close' ? 'closed' : 'cancelled';
  record(world, {
    kind,
    unitId: world.plan.rootUnitId,
    periodKey,
    count: world.obligations.length,
    detail: '',
  });
}
