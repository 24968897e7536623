import type { ConsolidatedReport, Coverage, Difference } from '#engine';
import type {
  Definition,
  Directive,
  DueStep,
  ObligationStatus,
  PlanTask,
  ReportForm,
  Timeliness,
  Value,
} from '#model';

/** Answers of the API that the pages read; the full description is /api/openapi.json. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A problem with its sentences, as the API shows it. */
export interface ShownProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly vi: string;
  readonly en: string;
}

export interface CampaignCounts {
  readonly units: number;
  readonly planned: number;
  readonly opened: number;
  readonly outstanding: number;
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly acknowledged: number;
  readonly overdue: number;
  readonly dormant: number;
  /** Accepted, or acknowledged where only that is owed. */
  readonly done: number;
}

interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly mode: 'live' | 'rehearsal';
  readonly status: 'running' | 'closed' | 'cancelled';
  readonly definitionId: string;
  readonly version: number;
  readonly rootUnitId: string;
  readonly now: string;
  readonly clockTarget: string | null;
  readonly startedAt: string;
  readonly closedAt: string | null;
  readonly revision: number;
}

export interface CampaignListed extends Campaign {
  readonly rootName: string;
  readonly counts: CampaignCounts;
  /** The earliest deadline of what is not handed in. */
  readonly nextDueAt: string | null;
}

export interface CampaignDetails extends Campaign {
  readonly directive: Directive | null;
  readonly tasks: Readonly<Record<string, PlanTask>>;
  readonly reports: readonly ReportForm[];
  readonly periods: readonly CampaignPeriod[];
  readonly counts: CampaignCounts;
}

interface CampaignPeriod {
  readonly key: string;
  readonly label: string;
  readonly opensAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly reportIds: readonly string[];
}

export interface DefinitionVersion {
  readonly version: number;
  readonly body: Definition;
}

export interface TreeObligation {
  readonly id: string;
  readonly kind: 'report' | 'acknowledge';
  readonly reportId: string | null;
  readonly collectorUnitId: string | null;
  readonly status: ObligationStatus;
  readonly done: boolean;
  readonly timeliness: Timeliness;
  readonly dueAt: string | null;
  readonly reworkDueAt: string | null;
  readonly dueWhy: readonly DueStep[];
  readonly countedAt: string | null;
  readonly version: number;
}

interface Totals {
  readonly basis: 'provisional' | 'revision';
  readonly reports: Readonly<Record<string, Readonly<Record<string, Value | null>>>>;
  readonly coverage: Coverage;
}

interface BelowCounts {
  readonly opened: number;
  readonly done: number;
  readonly overdue: number;
}

interface TreeNode {
  readonly depth: number;
  readonly disseminates: boolean;
  readonly collects: boolean;
  readonly openedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly revision: number;
  readonly signedRevision: number;
  /** What it addressed itself; null where that is nothing. */
  readonly below: BelowCounts | null;
  readonly totals: Totals | null;
}

export interface TreeUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly chain: string;
  readonly parentUnitId: string | null;
  readonly nodeIds: readonly string[];
  readonly obligations: readonly TreeObligation[];
  readonly node: TreeNode | null;
}

/** A row of the list of obligations, which searches a whole campaign of any size. */
export interface ListedObligation extends TreeObligation {
  readonly unitId: string;
  readonly unitName: string;
  readonly chain: string;
  readonly disseminatorUnitId: string;
}

export interface CampaignTree {
  readonly periodKey: string;
  readonly now: string;
  readonly whole: boolean;
  readonly parent: TreeUnit | null;
  readonly units: readonly TreeUnit[];
  readonly nextCursor: string | null;
}

/** Units of one level of the drawing, in one period. */
export interface LevelCount {
  readonly nodeId: string;
  readonly units: number;
  readonly waiting: number;
  readonly done: number;
  readonly late: number;
}

export interface Consolidation {
  readonly revision: number;
  readonly state: 'draft' | 'signed';
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly coverage: Coverage;
  readonly differences: Readonly<Record<string, readonly Difference[]>>;
  readonly drawnAt: string;
  readonly signedAt: string | null;
  readonly signedBy: string | null;
}

export interface CascadeEvent {
  /** Position in the stream. */
  readonly cursor: string;
  readonly at: string;
  readonly kind: string;
  readonly unitId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
