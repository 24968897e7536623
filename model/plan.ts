import type { Bound, CivilDate, Instant } from './time.ts';
import type { UnitId } from './ids.ts';
import type { Problem } from './problem.ts';

/**
 * What a definition, a directive's date, an organisation tree and a calendar compile into. Immutable;
 * stored with the campaign. Units × periods are joined when a period is opened, so that the plan's
 * size is units + periods, not their product. All instants are UTC; civil dates are Asia/Ho_Chi_Minh.
 */
export interface Plan {
  readonly definitionKey: string;
  readonly rootUnitId: UnitId;
  readonly startAt: Instant;
  readonly calendars: readonly { readonly id: string; readonly version: number }[];
  readonly periods: readonly PlanPeriod[];
  /** Recurrence rules that bring further periods as their time comes, per report. */
  readonly recurring: readonly string[];
  readonly nodes: readonly PlanNode[];
  readonly assignments: readonly PlanAssignment[];
  readonly actorTasks: readonly PlanActorTask[];
  readonly information: readonly {
    readonly nodeId: string;
    readonly name: string;
    readonly unitId: UnitId | null;
  }[];
  /** Texts of tasks by id, once, however many units have them. */
  readonly tasks: Readonly<Record<string, PlanTask>>;
  readonly warnings: readonly Problem[];
}

export interface PlanTask {
  readonly id: string;
  readonly text: string;
  readonly role: 'lead' | 'coordinate' | 'joint';
  readonly kind: 'do' | 'prohibition';
  readonly proof: 'report' | 'acknowledgement' | 'relay';
  /** Instants: `from` inclusive, `to` exclusive (end of the last day). */
  readonly window: { readonly from: Instant | null; readonly to: Instant | null } | null;
}

/** One reporting period of one report form; `once` and acknowledge-only campaigns have one with key `once`. */
export interface PlanPeriod {
  readonly key: string;
  readonly label: string;
  /** Report forms that have an instance in this period. Empty for acknowledge-only campaigns. */
  readonly reportIds: readonly string[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly cutoff: CivilDate | null;
  readonly opensAt: Instant;
  /** Per due key (see PlanAssignment.dueKey) the resolved deadline. */
  readonly dues: Readonly<Record<string, Due>>;
  /** Deadlines that differ for one unit (own calendar days): key `${unitId}/${dueKey}`. */
  readonly unitDues: Readonly<Record<string, Due>>;
}

/** A deadline with everything that follows from it and the reasons ("vì sao hạn này"). */
export interface Due {
  /** Null: no deadline (or an event not yet declared). */
  readonly dueAt: Instant | null;
  /** The civil date that the rule names, after the day-off policy. */
  readonly date: CivilDate | null;
  readonly bound: Bound | null;
  /** Last civil date that is still on time. */
  readonly lastDate: CivilDate | null;
  /** Sorted. Reminders already past when a row opens are sent at once, once. */
  readonly remindAt: readonly Instant[];
  readonly escalateAt: Instant | null;
  /** True where working days were counted: a new calendar version re-computes it (C3). */
  readonly byWorkingDays: boolean;
  /** Event that must be declared before `dueAt` is known. */
  readonly event: string | null;
  readonly why: readonly DueStep[];
}

/** One step of the derivation, as data; the sentence stands in the locale under `due.<rule>`. */
export interface DueStep {
  readonly rule:
    | 'date'
    | 'period'
    | 'lead'
    | 'leadHours'
    | 'event'
    | 'rolled'
    | 'none'
    | 'extension'
    | 'rework'
    | 'recurrence';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A unit that passes the directive on or collects reports: it gets a workflow per period. */
export interface PlanNode {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly nodeId: string;
  /** The node that starts this one after its own dissemination; null for the root. */
  readonly parentUnitId: UnitId | null;
  readonly disseminates: boolean;
  readonly collects: boolean;
  readonly dissemination: 'automatic' | 'official';
  readonly sign: 'automatic' | 'official';
  readonly when: 'allAccepted' | 'allAcceptedOrDue';
  readonly depth: number;
}

/** One unit as a recipient: what it does and owes, in every period. */
export interface PlanAssignment {
  /** Position in the plan, from 0: part of the deterministic key. */
  readonly seq: number;
  readonly unitId: UnitId;
  /** Name of the day, frozen. */
  readonly unitName: string;
  /** All groups of the drawing it is addressed in (same disseminator). */
  readonly nodeIds: readonly string[];
  readonly chain: string;
  readonly disseminatorUnitId: UnitId;
  /** `report`: owes a report; `acknowledge`: owes only the acknowledgement. */
  readonly kind: 'report' | 'acknowledge';
  readonly reportId: string | null;
  /** Who collects the report: the disseminator, or the via-consolidator. Null for acknowledge. */
  readonly collectorUnitId: UnitId | null;
  readonly recipients: { readonly mode: 'all' | 'any'; readonly unitIds: readonly UnitId[] } | null;
  readonly dueKey: string;
  readonly acceptance: 'official' | 'automatic';
  /** Event that must be declared before this is owed. */
  readonly onlyIf: string | null;
  /** This unit is a consolidating node: its report is its signed consolidation. */
  readonly consolidates: boolean;
  readonly taskIds: readonly string[];
  /** Indicator → target handed down. */
  readonly targets: Readonly<Record<string, string>>;
}

export interface PlanActorTask {
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly nodeId: string;
  readonly byUnitId: UnitId;
  readonly taskId: string;
}
