import { sectionsOf, valuesOf } from './consolidated.ts';
import { type CollectedRow, drawUp, type OwnPart } from './draw-up.ts';
import { isCounted, isOwed } from './obligation.ts';
import { handIn } from './simulate-reports.ts';
import {
  nowOf,
  record,
  type SimNode,
  type SimObligation,
  type Snapshot,
  type World,
} from './simulate-world.ts';

/** Draws up revision n + 1 from what is accepted now, signed at once where the drawing says so. */
export function consolidateNode(world: World, node: SimNode): void {
  const previous = node.snapshots.at(-1);
  const ownPart = node.snapshots.findLast(({ state }) => state === 'signed')?.ownPart ?? null;
  const collected = node.watched.filter(({ assignment }) => assignment.collectorUnitId !== null);
  const counted = collected.filter(({ state }) => isCounted(state));
  const sources = new Map(counted.map((each) => [each, each.state.acceptedVersion ?? 0]));
  const snapshot: Snapshot = {
    revision: (previous?.revision ?? 0) + 1,
    state: node.plan.sign === 'automatic' ? 'signed' : 'draft',
    ...content(world, node, { ownPart, sources }),
    ownPart,
    sources,
  };
  node.snapshots.push(snapshot);
  node.tally = null;
  if (snapshot.state === 'draft') world.inbox.push({ kind: 'signature', node });
  const entry = { unitId: node.plan.unitId, periodKey: node.periodKey, detail: String(snapshot.revision) };
  record(world, { kind: 'consolidated', ...entry, count: sources.size });
}

/** The reports and coverage of a snapshot; `sources` are frozen, so that signing later adds up the same reports. */
export function content(
  world: World,
  node: SimNode,
  of: { ownPart: OwnPart | null; sources: Snapshot['sources'] },
) {
  const { unitId, unitName } = node.plan;
  const collected = node.watched.filter(({ assignment }) => assignment.collectorUnitId !== null);
  const { reports, coverage } = drawUp({
    unit: { unitId, unitName },
    forms: world.definition.reports,
    rows: collected.map((each) => collectedRow(each, of.sources.get(each) ?? null)),
    ownPart: of.ownPart,
    now: nowOf(world),
    previous: null,
    targets: world.definition.targets,
  });
  return { reports, coverage };
}

function collectedRow(obligation: SimObligation, acceptedVersion: number | null): CollectedRow {
  const { assignment, state, versions } = obligation;
  const version = versions.find(({ no }) => no === acceptedVersion);
  return {
    obligationId: String(assignment.seq),
    unitId: assignment.unitId,
    unitName: assignment.unitName,
    reportId: assignment.reportId ?? '',
    status: state.status,
    version: state.version,
    acceptedVersion,
    targets: assignment.targets,
    accepted: version
      ? {
          receivedAt: version.receivedAt,
          content: version.snapshot
            ? {
                kind: 'consolidated',
                report:
                  version.snapshot.reports[assignment.reportId ?? ''] ??
                  emptyReport(assignment.reportId ?? ''),
                coverage: version.snapshot.coverage,
              }
            : { kind: 'report', values: version.values, sections: version.sections },
        }
      : null,
  };
}

const emptyReport = (reportId: string) => ({
  reportId,
  indicators: {},
  sections: {},
  targets: {},
  units: [],
});

/** The signed snapshot becomes a version of the unit's own report, for each recipient it owes one to. */
export function submitConsolidation(world: World, node: SimNode): void {
  const snapshot = node.snapshots.findLast(({ state }) => state === 'signed');
  if (!snapshot) throw new Error(`${node.plan.unitId} has nothing signed to submit`);
  node.submittedRevision = snapshot.revision;
  const entry = { unitId: node.plan.unitId, periodKey: node.periodKey };
  for (const own of node.own.filter(({ state }) => isOwed(state))) {
    const report = snapshot.reports[own.assignment.reportId ?? ''];
    if (!report) continue;
    const content = { nil: false, values: valuesOf(report), sections: sectionsOf(report), snapshot };
    const refused = handIn(world, own, content);
    if (refused) record(world, { kind: 'refused', ...entry, count: 1, detail: `submit: ${refused.code}` });
    else record(world, { kind: 'submitted', ...entry, count: 1, detail: String(snapshot.revision) });
  }
}
