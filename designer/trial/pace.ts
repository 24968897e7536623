/** How fast a rehearsal is played: the days of its clock that pass with each step, once a second. */
export const PACES = ['day', 'threeDays', 'week', 'event'] as const;
export type Pace = (typeof PACES)[number];

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Exclude<Pace, 'event'>, number>> = { day: 1, threeDays: 3, week: 7 };

/** What `POST …/clock` takes. */
export type Move = { readonly events: number } | { readonly to: string } | { readonly toEnd: true };

export interface Step {
  readonly move: Move;
  /** Units that would answer until then answer before the clock moves. */
  readonly by: string;
}

export function stepOf(pace: Pace, now: string): Step {
  const later = (days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString();
  // the next event is not known here: who answers within a day answers before it
  if (pace === 'event') return { move: { events: 1 }, by: later(1) };
  const to = later(DAYS[pace]);
  return { move: { to }, by: to };
}
