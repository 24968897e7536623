import { formatMoment } from '#engine/civil';

/** `08/12/2024 15:00:03` in Viet Nam, for files that people open. The zone is whole hours off, so its seconds are everybody's. */
export const localMoment = (instant: string): string =>
  `${formatMoment(instant)}:${new Date(instant).toISOString().slice(17, 19)}`;
