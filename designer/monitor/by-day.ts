import { date } from '../ui/dates.ts';

interface Day<T> {
  /** An instant of that day. */
  readonly day: string;
  readonly events: readonly T[];
}

/** Neighbours of one civil day together, in the order they come. */
export function byDay<T extends { readonly at: string }>(events: readonly T[]): readonly Day<T>[] {
  const days: { day: string; events: T[] }[] = [];
  for (const event of events) {
    const last = days.at(-1);
    if (last !== undefined && date(last.day) === date(event.at)) last.events.push(event);
    else days.push({ day: event.at, events: [event] });
  }
  return days;
}
