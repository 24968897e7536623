/** The middle one; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Milliseconds that something took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export interface Batch<T> {
  readonly items: readonly T[];
  /** How many at the same time. */
  readonly atOnce: number;
}

/** Does it for all items, so many at once; returns how many a second were done. */
export async function rateOf<T>(
  { items, atOnce }: Batch<T>,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const ms = await timed(async () => {
    const rest = items.values();
    // One iterator for all: each takes the next item when it is free.
    const worker = async () => {
      for (const item of rest) await work(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  });
  return items.length / (ms / 1000);
}

/** Cuts into so many parts of the same size; what does not fit is left out. */
export function parts<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  const size = Math.floor(items.length / count);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
