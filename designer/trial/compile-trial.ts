import { compile } from '#engine';
import type { Problem, Unit } from '#model';
import type { ResolvedGroup } from '../drawing/findings-store.ts';
import { placed } from './plan-problems.ts';
import { type PlanSummary, summaryOf } from './plan-summary.ts';
import { resolveGroups } from './resolve-groups.ts';
import type { TrialInput } from './trial-input.ts';

/** What a page is told of one trial. */
export interface CompiledTrial {
  readonly plan: PlanSummary | null;
  readonly problems: readonly Problem[];
  readonly groups: ReadonlyMap<string, ResolvedGroup>;
}

export function compileTrial(input: TrialInput, units: readonly Unit[]): CompiledTrial {
  const compiled = compile({ ...input, units });
  return {
    plan: compiled.ok ? summaryOf(compiled.value, placed(compiled.value.warnings)) : null,
    problems: placed(compiled.ok ? compiled.value.warnings : compiled.problems),
    groups: resolveGroups({ ...input, units }),
  };
}
