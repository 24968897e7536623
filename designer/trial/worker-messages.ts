import type { Problem, Unit } from '#model';
import type { ResolvedGroup } from '../drawing/findings-store.ts';
import type { PlanSummary } from './plan-summary.ts';
import type { Supposition } from './supposition.ts';
import type { SimulationOutcome } from './simulation-outcome.ts';
import type { TrialInput } from './trial-input.ts';

/** One at a time: the page asks again when it was answered. */
export type ToWorker =
  | { readonly kind: 'units'; readonly on: string }
  | { readonly kind: 'compile'; readonly input: TrialInput }
  | { readonly kind: 'simulate'; readonly input: TrialInput; readonly supposition: Supposition };

export const STAGES = ['units', 'plan', 'onTime', 'supposed'] as const;
export type Stage = (typeof STAGES)[number];

export type FromWorker =
  /** A slice of them: reading ten thousand at once would hold up the page. */
  | {
      readonly kind: 'units';
      readonly on: string;
      readonly units: readonly Unit[];
      readonly last: boolean;
    }
  | {
      readonly kind: 'compiled';
      readonly plan: PlanSummary | null;
      readonly problems: readonly Problem[];
      /** Null: as it was told last. */
      readonly groups: readonly (readonly [string, ResolvedGroup | null])[];
    }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'simulated'; readonly outcome: SimulationOutcome }
  /** Compiling for a simulation said no. */
  | { readonly kind: 'impossible'; readonly problems: readonly Problem[] }
  /** The units could not be had; `status` 0: no connection. */
  | { readonly kind: 'failed'; readonly status: number };
