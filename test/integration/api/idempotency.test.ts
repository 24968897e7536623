import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, succeed } from '../../harness/api-client.ts';

interface Campaign {
  readonly id: string;
  readonly code?: string;
}
let start: Record<string, unknown>;

beforeAll(async () => {
  const { items } = await succeed<{ items: { id: string; key: string }[] }>(
    'GET',
    '/api/definitions?limit=200',
  );
  const definitionId = items.find(({ key }) => key === 'bac-kan-2024')?.id;
  start = {
    definitionId,
    mode: 'rehearsal',
    rootUnitId: '2024-district-058',
    startAt: '2024-11-20T01:00:00Z',
    title: `Thử ${randomUUID()}`,
  };
});

const started = async () => {
  const { items } = await succeed<{ items: { id: string; title: string }[] }>(
    'GET',
    '/api/campaigns?limit=200',
  );
  return items.filter(({ title }) => title === start['title']).length;
};

describe('the same start, sent again', () => {
  it('20 times at once starts one campaign and tells all 20 the same', async () => {
    const idempotencyKey = randomUUID();
    const calls = Array.from({ length: 20 }, () =>
      call<Campaign>('POST', '/api/campaigns', { body: start, idempotencyKey }),
    );
    const answers = await Promise.all(calls);
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19);
    expect(await started()).toBe(1);
  });

  it('with another body is refused, under another key starts another campaign', async () => {
    const idempotencyKey = randomUUID();
    const first = await succeed<Campaign>('POST', '/api/campaigns', { body: start, idempotencyKey });
    const other = await call<Campaign>('POST', '/api/campaigns', {
      body: { ...start, title: 'Khác' },
      idempotencyKey,
    });
    expect([other.status, other.body.code]).toEqual([422, 'api.idempotencyMismatch']);
    const before = await started();
    const second = await succeed<Campaign>('POST', '/api/campaigns', { body: start });
    expect(second.id).not.toBe(first.id);
    expect(await started()).toBe(before + 1);
  });

  it('that was refused is refused with the same answer', async () => {
    const idempotencyKey = randomUUID();
    const body = { ...start, rootUnitId: 'no-such-unit' };
    const first = await call<Campaign>('POST', '/api/campaigns', { body, idempotencyKey });
    const again = await call<Campaign>('POST', '/api/campaigns', { body, idempotencyKey });
    expect(first.status).toBe(404);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
});
