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
}
