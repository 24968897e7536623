import { expect, test } from 'vitest';
import { parseDefinition, parseDirective } from './definition-input.ts';

const drawing = {
  formatVersion: 1,
  key: 'mau',
  title: 'Mẫu',
  nodes: [{ id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } }],
};
const problemsOf = (result: ReturnType<typeof parseDefinition> | ReturnType<typeof parseDirective>) =>
  result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path.join('.')}`);

test('a drawing is read with its defaults', () => {
  const read = parseDefinition(drawing);
  expect(read.ok && read.value.lateReports).toBe('accept');
});

test('a newer format and what is no drawing are refused, with the place', () => {
  expect(problemsOf(parseDefinition({ ...drawing, formatVersion: 99 }))).toEqual([
    'definition.versionTooNew definition.formatVersion',
  ]);
  expect(problemsOf(parseDefinition([]))).toEqual(['definition.notADefinition definition']);
  expect(problemsOf(parseDefinition({ ...drawing, title: 5 }))).toEqual([
    'definition.schema definition.title',
  ]);
});

test('a letter that does not follow the format is refused with the place; none is none', () => {
  expect(parseDirective(undefined)).toMatchObject({ ok: true, value: null });
  expect(problemsOf(parseDirective({ legalBasis: 5 }))).toContain('directive.schema directive.legalBasis');
});

test('at most a hundred faults are told at once', () => {
  const nodes = Array.from({ length: 150 }, () => ({ id: 'A B' }));
  expect(problemsOf(parseDefinition({ ...drawing, nodes }))).toHaveLength(100);
});
