import { describe, expect, it } from 'vitest';
import { migrateDefinition, migrateFormat, schemaProblem } from './migrate.ts';
import type { Migration } from './migration.ts';
import { Definition } from '../definition.ts';

const drawing = {
  formatVersion: 1,
  key: 'mau',
  title: 'Mẫu',
  nodes: [{ id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } }],
};

const renames: Migration[] = [
  { from: 1, name: 'title became name', up: ({ title, ...rest }) => ({ ...rest, name: title }) },
  {
    from: 2,
    name: 'name became names by language',
    up: (old) => {
      // A migration may be careless with what it is given.
      Object.assign(old, { key: 'changed' });
      return { ...old, name: { vi: old['name'] } };
    },
  },
];

describe('drawing format', () => {
  it('reads a drawing of the present format, filling in defaults', () => {
    const result = migrateDefinition(drawing);
    expect(result.ok && result.value.lateReports).toBe('accept');
  });

  it('runs every migration in its order and notes the version reached', () => {
    const result = migrateFormat(drawing, { migrations: renames, target: 3 });
    expect(result.ok && result.value).toMatchObject({ formatVersion: 3, name: { vi: 'Mẫu' } });
    expect(result.ok && 'title' in result.value).toBe(false);
  });

  it('starts at the version the drawing has', () => {
    const result = migrateFormat({ formatVersion: 2, name: 'x' }, { migrations: renames, target: 3 });
    expect(result.ok && result.value).toMatchObject({ formatVersion: 3, name: { vi: 'x' } });
  });

  it('leaves the drawing it was given alone', () => {
    const before = JSON.stringify(drawing);
    migrateFormat(drawing, { migrations: renames, target: 3 });
    expect(JSON.stringify(drawing)).toBe(before);
  });

  it('refuses a newer format instead of losing what it does not know', () => {
    const result = migrateDefinition({ ...drawing, formatVersion: 2 });
    expect(result.ok ? [] : result.problems).toMatchObject([
      { code: 'definition.versionTooNew', params: { version: 2, supported: 1 } },
    ]);
  });

  it('says where a migration is missing', () => {
    const result = migrateFormat(drawing, { migrations: [], target: 2 });
    expect(result.ok ? [] : result.problems).toMatchObject([
      { code: 'definition.versionTooOld', params: { version: 1 } },
    ]);
  });

  it('refuses what is no drawing at all', () => {
    for (const saved of [
      null,
      'x',
      [],
      {},
      { formatVersion: '1' },
      { formatVersion: 1.5 },
      { formatVersion: 0 },
    ]) {
      const result = migrateDefinition(saved);
      expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['definition.notADefinition']);
    }
  });

  it('names the place and the reason of a malformed value in both languages', () => {
    const result = migrateDefinition({ ...drawing, nodes: [{ ...drawing.nodes[0], id: 'CÓ DẤU' }] });
    expect(result.ok ? [] : result.problems).toMatchObject([
      { code: 'definition.schema', path: ['nodes', 0, 'id'] },
    ]);
    const error = Definition.safeParse({ ...drawing, title: 5 }).error;
    const [issue] = error?.issues ?? [];
    expect(issue && schemaProblem(issue).params).toMatchObject({
      place: 'title',
      detailVi: expect.stringContaining('mong đợi'),
      detailEn: expect.stringContaining('expected'),
    });
  });
});
