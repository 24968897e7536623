import type { Definition, Due, Plan, Problem } from '#model';

/** What a person checks before starting: who, how many, until when and why. */
export interface PlanSummary {
  readonly startAt: string;
  readonly rootUnitId: string;
  readonly counts: {
    readonly units: number;
    readonly obligations: number;
    readonly acknowledgements: number;
    readonly nodes: number;
    readonly actorTasks: number;
    readonly information: number;
  };
  /** Per level or group of the drawing. */
  readonly groups: readonly {
    readonly nodeId: string;
    readonly name: string;
    readonly units: number;
    readonly examples: readonly string[];
  }[];
  readonly periods: readonly {
    readonly key: string;
    readonly label: string;
    readonly opensAt: string;
    readonly reportIds: readonly string[];
    readonly dues: readonly ({ readonly dueKey: string; readonly units: number } & Due)[];
  }[];
  readonly recurring: readonly string[];
  readonly warnings: readonly Problem[];
}

const EXAMPLES = 5;

export function planSummary(plan: Plan, definition: Definition): PlanSummary {
  const perDueKey = new Map<string, number>();
  const perNode = new Map<string, Map<string, string>>();
  for (const { unitId, unitName, nodeIds, dueKey } of plan.assignments) {
    perDueKey.set(dueKey, (perDueKey.get(dueKey) ?? 0) + 1);
    for (const nodeId of nodeIds)
      perNode.set(nodeId, (perNode.get(nodeId) ?? new Map()).set(unitId, unitName));
  }
  return {
    startAt: plan.startAt,
    rootUnitId: plan.rootUnitId,
    counts: {
      units: new Set(plan.assignments.map(({ unitId }) => unitId)).size,
      obligations: plan.assignments.filter(({ kind }) => kind === 'report').length,
      acknowledgements: plan.assignments.filter(({ kind }) => kind === 'acknowledge').length,
      nodes: plan.nodes.length,
      actorTasks: plan.actorTasks.length,
      information: plan.information.length,
    },
    groups: definition.nodes
      .filter(({ parent }) => parent !== null)
      .map(({ id, name }) => {
        const units = perNode.get(id) ?? new Map<string, string>();
        return { nodeId: id, name, units: units.size, examples: [...units.values()].slice(0, EXAMPLES) };
      }),
    periods: plan.periods.map(({ key, label, opensAt, reportIds, dues }) => ({
      key,
      label,
      opensAt,
      reportIds,
      dues: Object.entries(dues).flatMap(([dueKey, due]) => {
        const units = perDueKey.get(dueKey) ?? 0;
        return units === 0 ? [] : [{ dueKey, units, ...due }];
      }),
    })),
    recurring: plan.recurring,
    warnings: plan.warnings,
  };
}
