/**
 * Keeps the object of the time before where nothing differs, so that React Flow and React see at a glance
 * what has to be drawn anew. Compared as JSON: what passes here is plain data.
 */
export function createReuse<T extends { readonly id: string }>(): (made: readonly T[]) => readonly T[] {
  let before = new Map<string, { readonly value: T; readonly text: string }>();
  let last: readonly T[] = [];
  return (made) => {
    const after = new Map<string, { readonly value: T; readonly text: string }>();
    const kept = made.map((value) => {
      const text = JSON.stringify(value);
      const known = before.get(value.id);
      const entry = known?.text === text ? known : { value, text };
      after.set(value.id, entry);
      return entry.value;
    });
    before = after;
    const same = kept.length === last.length && kept.every((value, index) => value === last[index]);
    last = same ? last : kept;
    return last;
  };
}
