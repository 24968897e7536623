import type { ShownProblem } from './client.ts';

/** Answers of the API that more than one command prints. */
export interface CampaignRow {
  readonly id: string;
  readonly title: string;
  readonly mode: 'live' | 'rehearsal';
  readonly status: string;
  readonly startedAt: string;
  /** On the campaign's own clock. */
  readonly now: string;
  /** Rehearsal: the clock is under way; null = it stands. */
  readonly clockTarget: string | null;
  /** Of one campaign, not in lists. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly warnings?: readonly ShownProblem[];
}

export interface ObligationRow {
  readonly id: string;
  readonly campaignId: string;
  readonly periodKey: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: string;
  readonly status: string;
  readonly timeliness: string;
  readonly dueAt: string | null;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly version: number;
  readonly revision: number;
}

/** What a decision or an acknowledgement answers. */
export interface Decided {
  readonly status: string;
  readonly revision: number;
}
