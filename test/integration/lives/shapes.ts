import type { CanonicalState } from '#engine';
import type { Value } from '#model';

/** Of each answer only what the lives read; the API holds its answers against its own schemas in tests. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly now: string;
  readonly clockTarget: string | null;
  readonly revision: number;
}

export interface CampaignDetails extends Campaign {
  readonly reports: readonly { readonly id: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly periods: readonly { readonly key: string; readonly openedAt: string | null }[];
}

export interface Obligation {
  readonly id: string;
  readonly periodKey: string;
  readonly unitId: string;
  readonly kind: 'report' | 'acknowledge';
  readonly reportId: string | null;
  readonly status: string;
  readonly timeliness: string;
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly remindAt: readonly string[];
  readonly firstCompleteAt: string | null;
  readonly version: number;
  readonly acceptedVersion: number | null;
  readonly closed: boolean;
  readonly revision: number;
}

interface Version {
  readonly no: number;
  readonly kind: string;
  readonly late: boolean;
  readonly workingDaysLate: number;
  readonly receivedAt: string;
  readonly state: string;
}

export interface Extension {
  readonly id: string;
  readonly obligationId: string;
  readonly state: string;
  readonly askedDate: string;
  readonly grantedDueAt: string | null;
  readonly beyondParent: boolean;
}

export interface ObligationDetails extends Obligation {
  readonly versions: readonly Version[];
  readonly extensions: readonly Extension[];
  readonly receipts: readonly { readonly unitId: string }[];
  readonly complete: boolean;
}

export interface Notice {
  readonly id: number;
  readonly obligationId: string | null;
  readonly unitId: string;
  readonly kind: string;
  readonly at: string;
}

interface Coverage {
  readonly owed: number;
  readonly accepted: number;
  readonly missing: readonly { readonly unitId: string }[];
}

interface Report {
  readonly indicators: Readonly<Record<string, { readonly value: Value | null }>>;
  readonly targets: Readonly<
    Record<
      string,
      {
        readonly total: string;
        readonly attained: string;
        readonly percent: string | null;
        readonly met: boolean;
        readonly shortfalls: readonly { readonly unitId: string; readonly missing: string }[];
      }
    >
  >;
}

export interface Snapshot {
  readonly coverage: Coverage & { readonly deep: Coverage };
  readonly reports: Readonly<Record<string, Report>>;
  readonly differences: Readonly<
    Record<
      string,
      readonly {
        readonly kind: string;
        readonly indicator?: string;
        readonly before?: Value | null;
        readonly after?: Value | null;
      }[]
    >
  >;
}

export interface Consolidation extends Snapshot {
  readonly unitId: string;
  readonly periodKey: string;
  readonly revision: number;
  readonly state: string;
}

interface TreeUnit {
  readonly unitId: string;
  readonly node: { readonly collects: boolean } | null;
}

export interface Tree {
  readonly parent: TreeUnit | null;
  readonly units: readonly TreeUnit[];
  readonly nextCursor: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** What every refusal looks like. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: readonly (string | number)[];
    readonly vi: string;
    readonly en: string;
  }[];
}

export type State = CanonicalState;
