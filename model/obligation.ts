import type { CivilDate, Instant } from './time.ts';

/**
 * Where an obligation stands. `dormant`: conditional and not declared; `cancelled`: recalled or removed.
 * Done = `accepted`, or `acknowledged` where only the acknowledgement is owed (C7).
 */
export type ObligationStatus =
  | 'dormant'
  | 'open'
  | 'acknowledged'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'cancelled';

export type Timeliness = 'inTime' | 'overdue' | 'noDeadline';

/** The part of an obligation row that its life depends on; `engine/obligation` decides on nothing else. */
export interface ObligationState {
  readonly kind: 'report' | 'acknowledge';
  readonly status: ObligationStatus;
  /** In force, extensions included. */
  readonly dueAt: Instant | null;
  /** Own date set when the report was last returned. */
  readonly reworkDueAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  /** First complete submission; what timeliness is judged on (C6). */
  readonly firstCompleteAt: Instant | null;
  /** Timestamp that counts after rework: the first one, or the late rework's (C6). */
  readonly countedAt: Instant | null;
  /** Due date that `countedAt` is compared with. */
  readonly countedAgainst: Instant | null;
  readonly acceptedAt: Instant | null;
  /** Number of the latest version, 0 = none; and of the accepted one. */
  readonly version: number;
  readonly acceptedVersion: number | null;
  readonly overdueAt: Instant | null;
  /** Campaign or period closed: further reports are supplementary. */
  readonly closed: boolean;
}

export type ObligationEvent =
  | { readonly kind: 'acknowledge' }
  | {
      readonly kind: 'submit';
      readonly complete: boolean;
      readonly nil: boolean;
      readonly lateReports: 'accept' | 'refuse';
    }
  | { readonly kind: 'accept'; readonly version: number }
  | {
      readonly kind: 'return';
      readonly version: number;
      readonly reason: string;
      readonly reworkDueAt: Instant | null;
    }
  | {
      readonly kind: 'extend';
      readonly dueAt: Instant;
      /** Deadline of the unit that collects; granting beyond it must be said (`beyondParent`). */
      readonly parentDueAt: Instant | null;
      readonly beyondParent: boolean;
    }
  | { readonly kind: 'declare'; readonly dueAt: Instant | null }
  | { readonly kind: 'close' }
  | { readonly kind: 'cancel' };

export type ReportKind = 'ordinary' | 'nil' | 'consolidated' | 'supplementary';

/** One deadline as a row carries it: the instants that a node's timer watches. */
export interface ObligationTiming {
  readonly dueAt: Instant | null;
  readonly dueDate: CivilDate | null;
  readonly remindAt: readonly Instant[];
  readonly escalateAt: Instant | null;
}
