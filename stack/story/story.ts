/** A figure as an official types it: Vietnamese notation, or the two parts of a ratio. */
type Figure = string | { readonly numerator: string; readonly denominator: string };

export interface Told {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly sections?: Readonly<Record<string, string>>;
}

/** What officials do at one moment of a rehearsal. Dates are civil dates of Vietnam, `yyyy-mm-dd`. */
export type StoryAct =
  | { readonly act: 'acknowledge' | 'accept'; readonly units: readonly string[] }
  | { readonly act: 'disseminate' | 'grantExtension'; readonly unit: string }
  | { readonly act: 'report'; readonly unit: string; readonly told: Told | 'nil' }
  | { readonly act: 'return'; readonly unit: string; readonly reason: string; readonly before: string }
  | { readonly act: 'askExtension'; readonly unit: string; readonly reason: string; readonly before: string }
  /** The newest draft, with the signing unit's own figures if it has any. */
  | { readonly act: 'sign'; readonly unit: string; readonly ownPart?: Told };

export interface Moment {
  /** ISO 8601 with Vietnam's offset. */
  readonly at: string;
  readonly acts: readonly StoryAct[];
}

/** A template lived through by its officials. */
export interface Story {
  readonly template: string;
  readonly startAt: string;
  readonly period: string;
  readonly reportId: string;
  readonly moments: readonly Moment[];
}
