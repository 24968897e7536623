/** Where nothing is due, people answer within this time. */
const UNDATED_MS = 10 * 86_400_000;
const HUNDRED = 100;

interface Owed {
  readonly unitId: string;
  readonly periodKey: string;
  readonly openedAt: string;
  readonly dueAt: string | null;
}

/**
 * Whether a unit of a rehearsal has answered by an instant: its place among a hundred and its moment
 * between receipt and deadline follow from its id alone, so that a rehearsal played again is the same.
 */
export function answersBy(
  { unitId, periodKey, openedAt, dueAt }: Owed,
  { share, by }: { readonly share: number; readonly by: string },
): boolean {
  if (lotOf(`${unitId}/silent`) * HUNDRED >= share) return false;
  const opened = Date.parse(openedAt);
  const room = dueAt === null ? UNDATED_MS : Math.max(0, Date.parse(dueAt) - opened);
  return opened + lotOf(`${unitId}/${periodKey}`) * room <= Date.parse(by);
}

/** FNV-1a with a last mix, as a fraction in [0, 1): the same on every machine. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
