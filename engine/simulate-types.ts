import type { Calendar, CivilDate, Definition, Instant, Plan, ReportInput, TimeOfDay } from '#model';
import type { CampaignRows, CanonicalState } from './canonical.ts';

export interface SimulateInput {
  readonly plan: Plan;
  readonly definition: Definition;
  /** Needed for extensions, declared events and further instances of recurring reports. */
  readonly calendars?: readonly Calendar[];
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly behaviour: Behaviour;
  /** Stop here; default: when nothing is left to happen. Open-ended recurrence needs it. */
  readonly until?: Instant;
}

export type Behaviour =
  | { readonly kind: 'scripted'; readonly acts: readonly ScriptedAct[] }
  | ({ readonly kind: 'assumed' } & Assumptions);

/** Shares of the reporting units, together at most 1; the rest reports on time. Seeded: the same seed, the same run. */
export interface Assumptions {
  readonly seed: number;
  readonly late: number;
  readonly silent: number;
  readonly nil: number;
  /** Longest delay of a late report, and the shortest (default 0). */
  readonly lateHours: number;
  readonly lateHoursAtLeast?: number;
  /** Other shares for the units of a level or group of the drawing; a unit in several has those of the first. */
  readonly levels?: Readonly<Record<string, { readonly late: number; readonly silent: number }>>;
  /** What officials take to acknowledge, to accept, to pass on and to sign. */
  readonly officialHours: number;
  /** Days in which reports without a deadline come in. */
  readonly undatedDays: number;
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  seed: 1,
  late: 0.1,
  silent: 0.05,
  nil: 0.05,
  lateHours: 72,
  officialHours: 4,
  undatedDays: 10,
};

/** An act of an official or a system at an instant of the campaign's clock. Acts of one instant happen in order. */
export type ScriptedAct = { readonly at: Instant } & OfficialAct;

/** Which obligation: a unit may owe several in one period; without `reportId` the first one that the act fits. */
export interface Whose {
  readonly periodKey: string;
  readonly unitId: string;
  readonly reportId?: string | null;
}

/** Attachments of scripted reports are taken as present and right: their rules are `checkReport`'s own tests. */
export type SimulatedReport = Partial<Pick<ReportInput, 'nil' | 'values' | 'sections' | 'note'>>;

export type OfficialAct =
  | ({ readonly act: 'acknowledge' } & Whose)
  | ({ readonly act: 'report'; readonly report: SimulatedReport } & Whose)
  /** Decisions concern the latest version, unless one is named. */
  | ({ readonly act: 'accept'; readonly version?: number } & Whose)
  | ({
      readonly act: 'return';
      readonly version?: number;
      readonly reason: string;
      readonly reworkDueAt: Instant | null;
    } & Whose)
  | ({
      readonly act: 'extend';
      readonly date: CivilDate;
      readonly time?: TimeOfDay;
      readonly beyondParent?: boolean;
    } & Whose)
  | { readonly act: 'disseminate'; readonly periodKey: string; readonly unitId: string }
  | {
      readonly act: 'sign';
      readonly periodKey: string;
      readonly unitId: string;
      readonly revision?: number;
      readonly ownPart?: Readonly<Record<string, SimulatedReport>>;
    }
  | { readonly act: 'declare'; readonly event: string; readonly date: CivilDate; readonly unitId?: string }
  /** Without a period: the campaign. */
  | { readonly act: 'close'; readonly periodKey?: string }
  | { readonly act: 'cancel' };

export interface Simulation {
  readonly endedAt: Instant;
  readonly timeline: readonly TimelineEntry[];
  /** Per level or group of the drawing. */
  readonly levels: readonly LevelCounts[];
  /** The day on which most reports came in, and the most that one unit had to decide on in one day. */
  readonly peak: {
    readonly reports: { readonly date: CivilDate; readonly count: number } | null;
    readonly decisions: { readonly date: CivilDate; readonly unitId: string; readonly count: number } | null;
  };
  readonly canonicalState: CanonicalState;
  readonly rows: CampaignRows;
}

export interface TimelineEntry {
  readonly at: Instant;
  readonly kind:
    | 'periodOpened'
    | 'disseminated'
    | 'acknowledged'
    | 'reported'
    | 'accepted'
    | 'returned'
    | 'extended'
    | 'reminder'
    | 'overdue'
    | 'escalation'
    | 'windowEnd'
    | 'consolidated'
    | 'signed'
    | 'submitted'
    | 'declared'
    | 'closed'
    | 'cancelled'
    | 'refused';
  readonly unitId: string;
  readonly periodKey: string | null;
  /** How many rows it concerned. */
  readonly count: number;
  /** Code of the refusal, number of the version or revision. */
  readonly detail: string;
}

export interface LevelCounts {
  readonly nodeId: string;
  readonly owed: number;
  readonly acknowledged: number;
  readonly reported: number;
  readonly accepted: number;
  readonly onTime: number;
  readonly late: number;
  /** Owed, nothing handed in. */
  readonly missing: number;
  readonly nil: number;
}
