import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { apiRoutes } from '#api';
import { SCOPES } from '#model';
import { call, succeed } from '../../harness/api-client.ts';
import { keyFor } from './principals.ts';

interface Operation {
  readonly operationId: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly responses: Record<string, unknown>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly problems: readonly { readonly code: string; readonly vi: string; readonly en: string }[];
}

/** What a route does not answer without. */
const NEEDED = [
  [/\/(tree|levels|board)$/, '?period=once'],
  [/\/board\/(units|export)$/, '?period=once&figure=missing'],
] as const;

let document: Document;
let operations: { method: string; path: string; url: string; operation: Operation }[] = [];
const { routes } = apiRoutes({ pool: null as never, log: null as never, dataDir: '' }, null);

beforeAll(async () => {
  document = await succeed<Document>('GET', '/api/openapi.json');
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const url = path
        .replace('{unitId}', '2024-district-058')
        .replace('{period}', 'once')
        .replace(/\{(no|n|revision)\}/, '1')
        .replace(/\{(report|indicator|section)\}/g, 'x')
        .replace(
          '{id}',
          path.startsWith('/api/units')
            ? 'no-such-unit'
            : path.startsWith('/api/calendars')
              ? 'none'
              : randomUUID(),
        );
      return { method: method.toUpperCase(), path, url, operation };
    }),
  );
});

describe('every route', () => {
  it('is in the OpenAPI 3.1 document, and the document has no other', () => {
    expect(document.openapi).toBe('3.1.0');
    const written = operations.map(({ method, path }) => `${method} ${path}`).sort();
    const mounted = routes.map(({ spec }) => `${spec.method.toUpperCase()} ${spec.path}`).sort();
    expect(written).toEqual(mounted);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('answers 401 to whoever says nothing or a wrong key', async () => {
    for (const { method, url } of operations) {
      for (const key of [null, 'csk_guessed-key-of-somebody']) {
        const answer = await call<Problem>(method, url, { key, ...(method === 'GET' ? {} : { body: {} }) });
        expect([url, answer.status]).toEqual([url, 401]);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    }
  });

  it('answers 403 to a key without its scope', async () => {
    const withScope = routes.filter(({ spec }) => spec.scope !== null);
    const keys = new Map<string, string>();
    for (const scope of SCOPES) {
      const others = SCOPES.filter((one) => one !== scope);
      keys.set(scope, await keyFor(inject('stack').databaseUrl, null, others));
    }
    for (const { spec } of withScope) {
      const at = operations.find(
        ({ method, path }) => method === spec.method.toUpperCase() && path === spec.path,
      );
      const key = keys.get(spec.scope ?? '') ?? '';
      const answer = await call<Problem>(spec.method.toUpperCase(), at?.url ?? '', {
        key,
        ...(spec.method === 'get' ? {} : { body: {} }),
      });
      expect([spec.path, answer.status, answer.body.code]).toEqual([spec.path, 403, 'api.forbidden']);
    }
  });

  it('that changes something by POST refuses to without an Idempotency-Key, and says the remedy', async () => {
    const posts = operations.filter(
      ({ method, operation }) =>
        method === 'POST' && operation.parameters?.some((one) => one.$ref?.endsWith('IdempotencyKey')),
    );
    expect(posts.length).toBeGreaterThan(15);
    for (const { url } of posts) {
      const answer = await call<Problem>('POST', url, { body: {}, idempotencyKey: '' });
      expect([url, answer.status, answer.body.code]).toEqual([url, 400, 'api.idempotencyKeyRequired']);
      expect(answer.body.detail).toContain('UUID');
    }
  });

  it('refuses keys that a caller must not set', async () => {
    const sneaked = { status: 'accepted', receivedAt: '2024-01-01T00:00:00Z', unit_id: 'x', isAdmin: true };
    for (const { method, url, operation } of operations) {
      if (operation.requestBody?.content['application/json'] === undefined) continue;
      const answer = await call<Problem>(method, url, { body: sneaked });
      expect([url, answer.status]).toEqual([url, 400]);
      const unknown = answer.body.problems.filter(({ code }) => code === 'api.unknownKey');
      expect([url, unknown.length]).toEqual([url, Object.keys(sneaked).length]);
    }
  });

  it('refuses query words it does not know', async () => {
    for (const { method, url } of operations) {
      if (method !== 'GET') continue;
      const answer = await call<Problem>('GET', `${url}?scope=all`);
      expect([url, answer.status]).toEqual([url, 400]);
    }
  });

  it('answers 404 to ids that do not exist and to ids that cannot exist, in both languages', async () => {
    for (const { method, path, url } of operations) {
      if (method !== 'GET' || !path.includes('{id}')) continue;
      const query = NEEDED.find(([route]) => route.test(path))?.[1] ?? '';
      for (const target of [url, url.replace(/[0-9a-f-]{36}/, '..%2f%00x')]) {
        const answer = await call<Problem>('GET', target + query);
        expect([target, answer.status]).toEqual([target, 404]);
        expect(answer.body.detail).not.toBe(answer.body.detailEn);
        expect(answer.body.detail).not.toContain(answer.body.code);
      }
    }
  });

  it('answers other methods with 405 and what is allowed', async () => {
    const answer = await call<Problem>('DELETE', '/api/campaigns');
    expect([answer.status, answer.body.code]).toEqual([405, 'api.methodNotAllowed']);
    expect(answer.headers.get('allow')).toBe('POST, GET, HEAD');
    // an address of its own, and no campaign of that name
    const fixed = await call<Problem>('GET', '/api/campaigns/preview');
    expect([fixed.status, fixed.body.code, fixed.headers.get('allow')]).toEqual([
      405,
      'api.methodNotAllowed',
      'POST',
    ]);
  });
});
