import { describe, expect, it } from 'vitest';
import { problem, warning } from '#model/problem';
import { fromDrawing, inOrder } from './problems-of.ts';
import { groupsOf } from './problem-groups.ts';
import { countsOf } from './use-problems.ts';

const late = problem('schedule.tooFewWorkingDays', ['nodes', 1], { level: 'Xã' });
const draft = warning('directive.unsigned', ['directive', 'signature']);

describe('the list of problems', () => {
  it('has errors first and nothing twice', () => {
    expect(inOrder([draft, late, draft]).map(({ code }) => code)).toEqual([late.code, draft.code]);
    expect(countsOf([draft, late])).toEqual({ errors: 1, warnings: 1 });
  });

  it('names places as the designer does', () => {
    expect(fromDrawing(['nodes', 0])).toEqual(['definition', 'nodes', 0]);
    expect(fromDrawing(['addressees', 0, 'node'])).toEqual(['directive', 'addressees', 0, 'node']);
    expect(fromDrawing(['directive', 'recipients'])).toEqual(['directive', 'recipients']);
  });

  it('keeps the trial’s own apart and says nothing there that was said before', () => {
    const known = { ...problem('schedule.deadlineUnknown', ['definition', 'nodes', 1]) };
    const again = problem('schedule.deadlineUnknown', ['nodes', 1]);
    const withUnits = problem('plan.tooFewWorkingDays', ['nodes', 1], { level: 'Xã', units: 108 });
    const { ofDrawing, ofTrial, all } = groupsOf([known], [again, late, withUnits]);
    expect(ofDrawing).toEqual([known]);
    expect(ofTrial.map(({ code }) => code)).toEqual(['plan.tooFewWorkingDays']);
    expect(all.length).toBe(2);
  });

  it('leads a question of the trial to the parameter', () => {
    const asked = problem('schedule.parameterMissing', ['parameters', 'ngay'], {});
    expect(groupsOf([], [asked]).ofTrial[0]?.path).toEqual(['definition', 'parameters', 'ngay']);
  });
});
