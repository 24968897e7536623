import { describe, expect, it } from 'vitest';
import { HTTP_SENTENCES, sentence } from '../http/sentences.ts';
import { statusOf } from '../http/problems.ts';
import { problem, type ProblemCode } from '#model/problem';
import { apiRoutes } from '../routes/index.ts';
import { openApiDocument } from './document.ts';

const { routes } = apiRoutes({ pool: null as never, log: null as never, dataDir: '' }, null);
const isCode = (text: string): text is ProblemCode => text.includes('.');

describe('the document', () => {
  it('names every code with a sentence in both languages', () => {
    const codes = [...new Set(routes.flatMap(({ spec }) => spec.problems ?? []))].filter(isCode);
    const silent = codes.filter(
      (code) => sentence(problem(code), 'vi').includes(code) || sentence(problem(code), 'en').includes(code),
    );
    expect(silent).toEqual([]);
  });

  it('tells for every route its scope, its good answer and its refusals', () => {
    const document = openApiDocument(routes);
    for (const { spec } of routes) {
      const operation = document.paths?.[spec.path]?.[spec.method];
      expect(operation?.summary).toMatch(/\S/);
      expect(Object.keys(operation?.responses ?? {})).toEqual(
        expect.arrayContaining([String(spec.status ?? 200), '401', '403', '429', '500']),
      );
    }
  });

  it('tells the bounds of texts that are trimmed on the way, that a date is one, and how a place in the events looks', () => {
    const told = JSON.stringify(openApiDocument(routes).paths);
    expect(told).toContain(
      String.raw`"name":{"type":"string","minLength":1,"maxLength":120,"pattern":"\\S"}`,
    );
    expect(told).toContain('"format":"date"');
    expect(told).toContain(String.raw`"pattern":"^\\d+\\.\\d+$"`);
  });

  it('fills every parameter of its own sentences', () => {
    for (const [code, { vi, en }] of Object.entries(HTTP_SENTENCES)) {
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect([code, names(vi).filter((name) => name !== 'requestId')]).toEqual([
        code,
        names(en).filter((name) => name !== 'requestId'),
      ]);
    }
  });
});

describe('the status of a refusal', () => {
  it('follows from its code', () => {
    const expected: Record<string, number> = {
      'campaign.notFound': 404,
      'organisation.unitNotFound': 404,
      'obligation.conflict': 409,
      'organisation.previewConflict': 409,
      'definition.keyTaken': 409,
      'api.forbidden': 403,
      'definition.notYours': 403,
      'api.badCursor': 400,
      'report.attachmentMissing': 422,
      'campaign.notRunning': 422,
      'api.inProgress': 409,
    };
    for (const [code, status] of Object.entries(expected))
      expect([code, statusOf(code)]).toEqual([code, status]);
  });
});
