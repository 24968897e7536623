import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { Definition, Directive, DrawingNode, type Problem, UnitId } from '#model';
import { applied } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { vi } from '../locales/areas/problems.ts';
import { FAULTS, firstRule, node } from './faults.fixture.ts';
import { problemsOf } from './problems-of.ts';
import { FIXABLE, noNewError, quickFixes } from './quick-fixes.ts';
import { by, calendars, sound, task } from './sound-drawing.fixture.ts';

/** Problems of a trial have their place in the drawing, but the rule book does not know them. */
const OF_THE_TRIAL: Readonly<Record<string, Problem>> = Object.fromEntries(
  [
    ['plan.emptyGroup', ['nodes', 2, 'select'], {}],
    ['plan.unitUnknown', ['nodes', 1, 'select', 'units', 1], { unit: 'b' }],
    ['plan.tooFewWorkingDays', ['nodes', 1, 'obligations', 0, 'minimumWorkingDays'], { available: 2 }],
    ['schedule.tooFewWorkingDays', ['nodes', 1, 'obligations', 0, 'minimumWorkingDays'], { available: 2 }],
  ].map(([code, path, params]) => [code, { code, severity: 'error', path, params } as Problem]),
);

const faulty = (code: string): Drawing => produce(sound, (draft) => FAULTS[code]?.(draft));
const found = (drawing: Drawing, code: string) =>
  problemsOf(drawing, calendars).filter((each) => each.code === code);

describe('quick fixes', () => {
  it('start from a drawing about which there is nothing to say', () => {
    expect(problemsOf(sound, calendars)).toEqual([]);
  });

  const codes = FIXABLE.filter((code) => !(code in OF_THE_TRIAL));
  it.each(codes)('%s: there is a way out, the problem is gone and no error is new', (code) => {
    const drawing = faulty(code);
    const [problem] = found(drawing, code);
    if (problem === undefined) throw new Error(JSON.stringify(problemsOf(drawing, calendars)));
    const fixes = quickFixes(problem, { drawing, calendars });
    expect(fixes.length).toBeGreaterThan(0);
    for (const { command, label } of fixes) {
      expect(command.name).toBe('fix');
      expect(Object.keys(vi.fix)).toContain(label);
      const after = applied(drawing, command);
      expect(found(after, code).length, label).toBeLessThan(found(drawing, code).length);
      expect(noNewError(problemsOf(drawing, calendars), problemsOf(after, calendars)), label).toBe(true);
      expect(Definition.parse(after.definition), label).toEqual(after.definition);
      expect(Directive.parse(after.directive), label).toEqual(after.directive);
    }
  });

  it.each(Object.entries(OF_THE_TRIAL))('%s: the trial’s problems have theirs', (_, problem) => {
    const units = [UnitId.parse('a'), UnitId.parse('b')];
    const drawing = produce(sound, (draft) => {
      node(draft, 'huyen').select = { kind: 'list', units };
    });
    const [first] = quickFixes(problem, { drawing, calendars });
    expect(first).toBeDefined();
    if (first !== undefined) expect(applied(drawing, first.command)).not.toBe(drawing);
  });

  it('leave out what would make something else wrong', () => {
    // "no deadline" for the district would leave the commune nothing to count from
    const drawing = produce(sound, (draft) => {
      firstRule(draft).due = { kind: 'unknown' };
      draft.definition.nodes.push(
        DrawingNode.parse({ ...node(draft, 'huyen'), id: 'so', name: 'Sở', tasks: [task('so')] }),
      );
      const rule = node(draft, 'so').obligations[0];
      if (rule !== undefined) rule.due = by('2025-06-12');
    });
    const [problem] = found(drawing, 'schedule.deadlineUnknown');
    if (problem === undefined) throw new Error('not found');
    expect(quickFixes(problem, { drawing, calendars }).map(({ label }) => label)).toContain('asSibling');
  });

  it('say nothing where the way out is a matter of choice', () => {
    const drawing = produce(sound, (draft) => {
      node(draft, 'xa').select = { kind: 'list', units: [] };
    });
    const [problem] = found(drawing, 'definition.emptyList');
    if (problem === undefined) throw new Error('not found');
    expect(quickFixes(problem, { drawing, calendars })).toEqual([]);
  });
});
