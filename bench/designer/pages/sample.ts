/** How a generated drawing hangs together and where it stands: the same for every page. */
export interface SampleNode {
  readonly id: string;
  readonly parent: string | null;
  readonly x: number;
  readonly y: number;
}

const PER_ROW = 10;
const STEP_X = 250;
const STEP_Y = 130;

/** So many nodes in rows of ten; each node hangs on the one in the middle of the row above it. */
export function sampleNodes(count: number): readonly SampleNode[] {
  return Array.from({ length: count }, (_, index): SampleNode => {
    if (index === 0) return { id: 'n0', parent: null, x: (PER_ROW / 2) * STEP_X, y: 0 };
    const row = Math.floor((index - 1) / PER_ROW);
    const above = row === 0 ? 0 : (row - 1) * PER_ROW + 1 + (index % 3) * 5;
    return {
      id: `n${index}`,
      parent: `n${above}`,
      x: ((index - 1) % PER_ROW) * STEP_X,
      y: (row + 1) * STEP_Y,
    };
  });
}

/** What the address of a page asks for. */
export function asked(): { readonly count: number; readonly whole: boolean } {
  const query = new URLSearchParams(window.location.search);
  return { count: Number(query.get('nodes') ?? 200), whole: query.get('view') === 'whole' };
}
