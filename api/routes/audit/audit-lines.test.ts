import { describe, expect, it } from 'vitest';
import { problem, refuse } from '#model';
import { itemsOf } from '../../http/lists.ts';
import { auditLines } from './audit-lines.ts';

const entry = {
  id: 7,
  at: '2024-11-20T01:00:00.000Z',
  actor: 'person:a',
  actorName: 'Ví dụ: A',
  actorUnitId: null,
  actorUnitName: null,
  onBehalfOf: 'person:b',
  onBehalfOfName: 'Ví dụ: B',
  act: 'report.submitted',
  campaignId: null,
  campaignTitle: null,
  unitId: null,
  unitName: null,
  subject: '',
  obligationId: null,
  before: null,
  after: null,
  hash: 'h',
};

describe('the trail as a file', () => {
  it('breaks off where a later page is refused, instead of ending as if it were whole', async () => {
    const got: string[] = [];
    const read = async () => {
      const pages = itemsOf({ items: [entry], nextCursor: 'more' }, () =>
        Promise.resolve(refuse(problem('api.forbidden', [], { scope: 'audit:read' }))),
      );
      for await (const line of auditLines(pages)) got.push(line);
    };
    await expect(read()).rejects.toMatchObject({ status: 403 });
    expect(got).toHaveLength(2);
    expect(got[1]).toContain('Ví dụ: A,Ví dụ: B');
  });
});
