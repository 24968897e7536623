/** Asia/Ho_Chi_Minh is UTC+7 the whole year (domain.md C1). */
const OFFSET_MS = 7 * 3_600_000;

/** `08/12/2024 15:00:03` in Viet Nam, for files that people open. */
export function localMoment(instant: string): string {
  const local = new Date(Date.parse(instant) + OFFSET_MS).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 19)}`;
}
