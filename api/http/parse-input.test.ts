import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CivilDate, Definition, ReportInput } from '#model';
import { parseInput } from './parse-input.ts';

const codes = (schema: z.ZodType, input: unknown) => {
  const parsed = parseInput(schema, input);
  return parsed.ok ? [] : parsed.problems.map((one) => `${one.code} ${one.path.join('.')}`);
};

describe('parsing a request', () => {
  it('refuses what a caller must not set, at any depth', () => {
    const schema = z.strictObject({ reports: z.array(ReportInput) });
    expect(codes(schema, { reports: [{ nil: true }], status: 'accepted' })).toEqual([
      'api.unknownKey status',
    ]);
    expect(codes(schema, { reports: [{ nil: true, receivedAt: '2024-01-01T00:00:00Z' }] })).toEqual([
      'api.unknownKey reports.0.receivedAt',
    ]);
  });

  it('refuses an unknown key inside a drawing although its own schema would only drop it', () => {
    const node = { id: 'root', name: 'Gốc', parent: null, select: { kind: 'root' }, deadlin: 'none' };
    const drawing = { formatVersion: 1, key: 'thu', title: 'Thử', nodes: [node] };
    expect(codes(z.strictObject({ definition: Definition }), { definition: drawing })).toEqual([
      'api.unknownKey definition.nodes.0.deadlin',
    ]);
  });

  it('leaves the keys of a drawing alone that an older format had, once it is migrated', () => {
    const migrating = z.preprocess(
      () => ({ formatVersion: 1, title: 'Thử' }),
      z.object({ title: z.string() }).loose(),
    );
    expect(codes(migrating, { formatVersion: 0, name: 'Thử' })).toEqual([]);
    expect(codes(migrating, { formatVersion: 1, name: 'Thử' })).toEqual(['api.unknownKey name']);
  });

  it('tells a hundred faults and no more: the answer is no larger than what was asked', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, 1]));
    expect(codes(z.strictObject({ a: z.string() }), many)).toHaveLength(100);
    expect(codes(z.strictObject({}), many)).toHaveLength(100);
    expect(codes(z.object({}), many)).toHaveLength(100);
  });

  it('refuses __proto__ like any other unknown key', () => {
    expect(codes(z.object({ a: z.string() }), JSON.parse('{"a":"x","__proto__":{"admin":true}}'))).toEqual([
      'api.unknownKey __proto__',
    ]);
  });

  it('names what is missing, what has the wrong type and what is no date', () => {
    const schema = z.strictObject({ date: CivilDate, n: z.int().min(1), kind: z.enum(['a', 'b']) });
    expect(codes(schema, {})).toEqual(
      ['api.required date', 'api.required n', 'api.required kind'].slice(0, 2).concat('api.notAllowed kind'),
    );
    expect(codes(schema, { date: '2024-02-30', n: '1', kind: 'c' })).toEqual([
      'api.impossibleDate date',
      'api.wrongType n',
      'api.notAllowed kind',
    ]);
    expect(codes(schema, { date: '30/02/2024', n: 0, kind: 'a' })[0]).toBe('api.badFormat date');
  });

  it('says how an instant or an address is written instead of showing its pattern', () => {
    const parsed = parseInput(z.strictObject({ startAt: z.iso.datetime(), email: z.email() }), {
      startAt: '2026-02-30T01:00:00Z',
      email: 'nguyễn.văn.a@bac-kan.example',
    });
    const [found, email] = parsed.ok ? [] : parsed.problems;
    expect(found?.code).toBe('api.badFormat');
    expect(found?.params['expected']).toMatch(/UTC.*2024-12-07T17:00:00Z$/);
    expect(email?.params['expected']).toMatch(/ten@co-quan\.gov\.vn$/);
  });

  it('explains the alternative that the caller meant', () => {
    const schema = z.strictObject({ date: z.union([CivilDate, z.object({ parameter: z.string() })]) });
    expect(codes(schema, { date: '2024-02-30' })).toEqual(['api.impossibleDate date']);
    expect(codes(schema, { date: { parameter: 5 } })).toEqual(['api.wrongType date.parameter']);
  });
});
