/** What a campaign's timeline tells of; in this order where several happen at the same instant. */
export const TIMELINE_KINDS = [
  'issued',
  'started',
  'periodOpened',
  'passedOn',
  'eventDeclared',
  'signed',
  'periodClosed',
  'closed',
  'cancelled',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
