import type { Decimal, Directive, Instant, Value } from '#model';

/** A column of figures. The unit's name stands before the first one and is no column of its own. */
export interface LevelColumn {
  readonly id: string;
  readonly label: string;
  /** `tin, bài`, `triệu đồng`; empty where the figure has none. */
  readonly unit: string;
  /** Fraction digits shown. */
  readonly decimals: number;
  readonly type: 'number' | 'ratio' | 'text' | 'list' | 'yesNo';
  /** How the total comes about, in words: `tổng`, `trung bình cộng`, `mới nhất`. */
  readonly rule: string;
}

export interface LevelRow {
  readonly unitName: string;
  /** Status and timeliness in words: `Đã duyệt, đúng hạn`. */
  readonly status: string;
  /** One per column, in their order; null = no figure (which is neither zero nor nil). */
  readonly cells: readonly (Value | null)[];
  /** Whether the figures count in the totals (accepted), or are only shown (submitted, not decided). */
  readonly counted: boolean;
  /** For the sheet of sources: version, when received, by whom; empty where nothing was sent. */
  readonly source: RowSource | null;
}

export interface RowSource {
  readonly version: number;
  readonly receivedAt: Instant;
  /** Names of persons, the one acted for included; never ids. */
  readonly by: string;
  /** SHA-256 of what was sent, as the receipt has it; null for a consolidation below. */
  readonly hash: string | null;
}

/** One report form on one level of the tree of consolidations: a sheet of its own. */
export interface Level {
  /** 1: what the unit itself collected; 2: what those did who handed in to it; and so on down. */
  readonly depth: number;
  /** Of the report form. */
  readonly title: string;
  readonly columns: readonly LevelColumn[];
  /** One per consolidating unit; on the first level exactly one. */
  readonly tables: readonly LevelTable[];
}

/** One consolidating unit with its children. */
export interface LevelTable {
  /** Of the consolidating unit; tells it from every other one of its level. */
  readonly unitName: string;
  readonly rows: readonly LevelRow[];
  /** Exactly as the screen has them, one per column. Never computed here. */
  readonly totals: readonly (Value | null)[];
}

/** A section of the report: its paragraphs with the units that wrote them. */
export interface NarrativeSection {
  readonly title: string;
  readonly paragraphs: readonly {
    readonly text: string;
    /** Null: the consolidating unit's own text. */
    readonly unitName: string | null;
    readonly edited: boolean;
  }[];
}

export type ConsolidationState =
  | { readonly kind: 'provisional'; readonly at: Instant }
  | { readonly kind: 'draft'; readonly revision: number; readonly at: Instant }
  | {
      readonly kind: 'signed';
      readonly revision: number;
      readonly at: Instant;
      /** Name of the person, or of the system. */
      readonly by: string;
    };

/** A consolidation with everything its files show: put together by the caller, laid out here. */
export interface ConsolidationInput {
  /** Head, place, date, signature and recipients of the report as a letter (type Báo cáo). */
  readonly letter: Directive;
  readonly unitName: string;
  readonly campaignTitle: string;
  /** Number and notation of the directive that asks for it; null where it has none yet. */
  readonly documentCode: string | null;
  readonly periodLabel: string;
  readonly state: ConsolidationState;
  readonly coverage: {
    readonly accepted: number;
    readonly owed: number;
    /** Names with the reason in words: `UBND phường Đức Xuân (chưa nộp)`. */
    readonly missing: readonly string[];
    /** The same of the levels below, as the consolidations that came from there say it. */
    readonly missingBelow: readonly string[];
  };
  /** From the unit's own level down, on each one per report form. */
  readonly levels: readonly Level[];
  readonly sections: readonly NarrativeSection[];
  /** Targets handed down: one line each, in words; empty where there are none. */
  readonly targets: readonly {
    readonly label: string;
    readonly total: Decimal;
    readonly attained: Decimal;
    readonly percent: Decimal | null;
  }[];
}
