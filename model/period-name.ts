/** Key of the only period of what is reported a single time. */
export const ONCE = 'once';

/** What a period is called beside the campaign's name; null: there is one only, and nothing to tell apart. */
export const periodName = (of: {
  readonly periodKey: string;
  readonly periodLabel: string;
}): string | null => (of.periodKey === ONCE ? null : of.periodLabel);
