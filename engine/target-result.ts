import type { Decimal } from '#model';

/** How far a target handed down was reached, as a snapshot stores it. */
export interface TargetResult {
  readonly total: Decimal;
  readonly attained: Decimal;
  /** Percent, two decimals, half up; null for a total of zero. */
  readonly percent: Decimal | null;
  readonly met: boolean;
  /** Units below their share, those reported by consolidating units below included: visible though the total is met. */
  readonly shortfalls: readonly Shortfall[];
  readonly exempt: readonly string[];
}

export interface Shortfall {
  readonly unitId: string;
  readonly unitName: string;
  readonly target: Decimal;
  /** Null: nothing reported. */
  readonly attained: Decimal | null;
  readonly missing: Decimal;
  readonly percent: Decimal | null;
}
