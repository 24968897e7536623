import { describe, expect, it } from 'vitest';
import { problem } from '#model/problem';
import { nearest, placeName, problemsAt, samePlace, startsWith } from './paths.ts';

const due = ['definition', 'nodes', 3, 'obligations', 0, 'due'];

describe('places of a drawing', () => {
  it('lie inside the places that they begin with', () => {
    expect(startsWith(due, ['definition', 'nodes', 3])).toBe(true);
    expect(startsWith(due, due)).toBe(true);
    expect(startsWith(['definition', 'nodes', 30], ['definition', 'nodes', 3])).toBe(false);
    expect(samePlace(due, [...due, 'date'])).toBe(false);
  });

  it('are shown by the nearest field that holds them', () => {
    const fields = [['definition', 'nodes', 3], due, [...due, 'date'], ['definition', 'nodes', 30]].map(
      (path) => ({ name: placeName(path), field: placeName(path) }),
    );
    expect(nearest(fields, [...due, 'bound'])).toBe(placeName(due));
    expect(nearest(fields, [...due, 'date'])).toBe(placeName([...due, 'date']));
    expect(nearest(fields, ['definition', 'nodes', 3, 'tasks'])).toBe('definition/nodes/3');
    expect(nearest(fields, ['directive'])).toBeNull();
  });
});

describe('problems of a field', () => {
  const problems = [
    problem('definition.emptyList', ['definition', 'nodes', 3, 'select', 'units']),
    problem('definition.unitListedTwice', ['definition', 'nodes', 3, 'select', 'units', 2]),
  ];

  it('are those of its place, and of everything inside where nothing smaller shows them', () => {
    const units = ['definition', 'nodes', 3, 'select', 'units'];
    expect(problemsAt(problems, units, { deep: false })).toEqual([problems[0]]);
    expect(problemsAt(problems, units, { deep: true })).toEqual(problems);
    expect(problemsAt(problems, ['definition', 'nodes', 3, 'select'], { deep: false })).toEqual([]);
  });
});
