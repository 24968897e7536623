import type { Definition, Plan, Problem } from '#model';
import { type CompileInput, compile } from './compile.ts';
import { tree, VN } from './fixtures.ts';

/** What the tests of the plan share: short ways to ask for one. */

const START = '2026-11-02T01:00:00Z';
export const input = (definition: Definition, more: Partial<CompileInput> = {}): CompileInput => ({
  definition,
  units: tree([3, 2, 4]),
  calendars: [VN],
  rootUnitId: 'r',
  startAt: START,
  parameters: {},
  ...more,
});
export function planOf(of: CompileInput): Plan {
  const result = compile(of);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value;
}
export function problemsOf(of: CompileInput): readonly Problem[] {
  const result = compile(of);
  return result.ok ? [] : result.problems;
}

export const root = { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' as const } };
