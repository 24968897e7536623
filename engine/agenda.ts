/** Instants still to come, each once per subject, in order; equal instants in the order they were added. */
export interface Agenda<T> {
  add(at: number, key: string, item: T): void;
  /** The earliest instant; null when there is none. */
  next(): number | null;
  /** Removes and returns everything of the earliest instant. */
  take(): readonly T[];
}

export function agenda<T>(): Agenda<T> {
  const heap: number[] = [];
  const items = new Map<number, Map<string, T>>();
  return {
    add(at, key, item) {
      const known = items.get(at);
      if (known) {
        if (!known.has(key)) known.set(key, item);
        return;
      }
      items.set(at, new Map([[key, item]]));
      push(heap, at);
    },
    next: () => heap[0] ?? null,
    take() {
      const at = pop(heap);
      if (at === null) return [];
      const found = [...(items.get(at)?.values() ?? [])];
      items.delete(at);
      return found;
    },
  };
}

/** Binary heap of numbers, smallest first. */
function push(heap: number[], value: number): void {
  heap.push(value);
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1;
    if ((heap[parent] ?? 0) <= value) return;
    heap[at] = heap[parent] ?? value;
    heap[parent] = value;
    at = parent;
  }
}

function pop(heap: number[]): number | null {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined) return null;
  if (heap.length === 0) return first;
  heap[0] = last;
  for (let at = 0; ; ) {
    const [left, right] = [heap[at * 2 + 1], heap[at * 2 + 2]];
    if (left === undefined) return first;
    const child = right !== undefined && right < left ? at * 2 + 2 : at * 2 + 1;
    const smaller = heap[child] ?? last;
    if (smaller >= last) return first;
    heap[child] = last;
    heap[at] = smaller;
    at = child;
  }
}
