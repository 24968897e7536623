import type { Problem } from '#model';

/** What was chosen for the trial is no part of the drawing. */
const CHOSEN: ReadonlySet<string | number | undefined> = new Set(['rootUnitId', 'startAt', 'parameters']);

/** Problems of compiling, their paths seen from the editor: `definition`, `directive` or `trial` first. */
export const placed = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((each) => {
    const [area] = each.path;
    if (area === 'definition' || area === 'directive') return each;
    return { ...each, path: [CHOSEN.has(area) ? 'trial' : 'definition', ...each.path] };
  });
