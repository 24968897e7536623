import type { CivilDate } from '#model';

/** A simulation as it is shown: a few kilobytes, whatever the size of the country. */
export interface SimulationOutcome {
  readonly totals: Tally;
  readonly levels: readonly LevelOutcome[];
  readonly load: DailyLoad;
  readonly final: FinalDates;
  readonly missing: {
    readonly count: number;
    /** The first of them, in the order of the plan. */
    readonly units: readonly { readonly id: string; readonly name: string }[];
  };
  readonly tookMs: number;
}

/** Obligations: reports, and acknowledgements where only these are owed. */
export interface Tally {
  readonly owed: number;
  readonly onTime: number;
  readonly late: number;
  readonly missing: number;
}

export interface LevelOutcome extends Tally {
  readonly nodeId: string;
  /** One per reporting period, in their order. */
  readonly spans: readonly Span[];
}

export interface Span {
  readonly periodKey: string;
  readonly label: string;
  readonly openedOn: CivilDate;
  /** Last days that are on time; null where nothing has a deadline. */
  readonly dueFrom: CivilDate | null;
  readonly dueTo: CivilDate | null;
  /** First and last day on which something was handed in. */
  readonly doneFrom: CivilDate | null;
  readonly doneTo: CivilDate | null;
}

export interface DailyLoad {
  readonly from: CivilDate;
  /** Per day from `from` on. */
  readonly days: readonly {
    readonly due: number;
    readonly handedIn: number;
    /** Weekend, holiday or swapped day off; null: beyond the calendar. */
    readonly off: boolean | null;
  }[];
  readonly peak: { readonly date: CivilDate; readonly count: number } | null;
  /** The most that one unit had to decide on in one day. */
  readonly desk: { readonly date: CivilDate; readonly count: number; readonly unitName: string } | null;
}

/** When the figures of the unit that started stood for the last time. */
export interface FinalDates {
  readonly supposed: CivilDate | null;
  /** With everybody on time, at the latest. */
  readonly onTime: CivilDate | null;
  /** The last day on time of all levels. */
  readonly dueOn: CivilDate | null;
  /** From the one on time to the one supposed; 0 = nothing lost; null where there is no such day or no calendar for it. */
  readonly workingDaysLater: number | null;
}
