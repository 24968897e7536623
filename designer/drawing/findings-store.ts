import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ParameterValues, Schedule } from '#engine';
import type { Calendar, CivilDate, Problem, Unit } from '#model';
import type { PlanSummary } from '../trial/plan-summary.ts';

/** The units that a group of the drawing resolves to in the chosen tree. */
export interface ResolvedGroup {
  readonly count: number;
  /** In the order of the plan; all of them. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** What the drawing is tried against: chosen by the designer, never part of the drawing. */
export interface Trial {
  readonly rootUnitId: string | null;
  /** First day, civil date in Asia/Ho_Chi_Minh; the cascade starts at 08:00. */
  readonly startOn: CivilDate;
  /** Answers to the parameters of the drawing; defaults fill the rest. */
  readonly parameters: ParameterValues;
}

/**
 * Everything that follows from the drawing and is worked out again after each command. One part of the
 * designer writes each of these, everybody reads them.
 */
export interface FindingsState {
  readonly trial: Trial;
  /** All calendars of the installation, latest versions; empty until they have arrived. */
  readonly calendars: readonly Calendar[];
  /** Units of the chosen tree on the chosen day; null until they have arrived. */
  readonly units: readonly Unit[] | null;
  /** From the rule book (`engine/validate`); paths begin with `definition` or `directive`. */
  readonly problems: readonly Problem[];
  /** Deadlines of the trial; null where they cannot be worked out (`scheduleProblems` say why). */
  readonly schedule: Schedule | null;
  readonly scheduleProblems: readonly Problem[];
  /** What the compiled plan of the trial comes to; the plan stays in the worker. Null until then or where it is impossible. */
  readonly plan: PlanSummary | null;
  readonly planProblems: readonly Problem[];
  readonly groups: ReadonlyMap<string, ResolvedGroup>;
  /** Plan and groups are those of before: nobody works them out at the moment, and it is tried again. */
  readonly trialWaits: boolean;
  set(change: Partial<Omit<FindingsState, 'set'>>): void;
}
export type FindingsStore = StoreApi<FindingsState>;

export const createFindingsStore = (trial: Trial): FindingsStore =>
  createStore<FindingsState>((set) => ({
    trial,
    calendars: [],
    units: null,
    problems: [],
    schedule: null,
    scheduleProblems: [],
    plan: null,
    planProblems: [],
    groups: new Map(),
    trialWaits: false,
    set: (change) => set(change),
  }));
