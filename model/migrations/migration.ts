/** Brings a drawing of format `from` to `from + 1`. Works on plain JSON: old shapes have no types any more. */
export interface Migration {
  readonly from: number;
  /** What changed, in a few words. */
  readonly name: string;
  readonly up: (drawing: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}
