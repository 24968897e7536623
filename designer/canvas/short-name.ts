/** As much of a name as three lines of a box seen from afar hold. */
const MOST = 36;

/** Cut at a word: cutting by the page would clip every box, and that holds up panning. */
export function shortName(name: string): string {
  if (name.length <= MOST) return name;
  const end = name.lastIndexOf(' ', MOST);
  return `${name.slice(0, end > MOST / 2 ? end : MOST - 1)}…`;
}
