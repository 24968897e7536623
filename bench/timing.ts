import type { Timing } from '../test/replay/cascades.ts';

/** Far enough that nothing falls due while it is measured, as in most of a live campaign's life. */
export function in60Days(): Timing {
  const date = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  return { date, time: '17:00', reminders: ['08:00'], escalation: '18:00' };
}
