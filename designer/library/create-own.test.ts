import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOwn, titled } from './create-own.ts';
import { firstDrawing } from './first-drawing.ts';

afterEach(() => vi.unstubAllGlobals());

/** The API with these keys taken, whoever owns them. */
function api(taken: readonly string[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { definition } = JSON.parse(body) as { definition: { key: string } };
    asked.push(definition.key);
    const refused = taken.includes(definition.key);
    const answer = refused ? { code: 'definition.keyTaken', detail: 'x' } : { id: definition.key };
    return Promise.resolve(new Response(JSON.stringify(answer), { status: refused ? 409 : 201 }));
  });
  return asked;
}

describe('a new drawing', () => {
  const drawing = firstDrawing('Tuần hàng', 'x');

  it('gets the key of its title, and the next free one where that is taken by somebody unseen', async () => {
    const asked = api(['tuan-hang', 'tuan-hang-2']);
    expect((await createOwn({ drawing, title: 'Tuần hàng' })).id).toBe('tuan-hang-3');
    expect(asked).toEqual(['tuan-hang', 'tuan-hang-2', 'tuan-hang-3']);
  });

  it('does not ask for ever', async () => {
    const many = Array.from({ length: 40 }, (_, nth) => (nth === 0 ? 'a' : `a-${nth + 1}`));
    const asked = api(many);
    expect((await createOwn({ drawing, title: 'A' })).id).toMatch(/^a-[0-9a-f]{8}$/);
    expect(asked).toHaveLength(12);
  });
});

describe('the title of a copy', () => {
  it('keeps its ending where it is too long', () => {
    expect(titled('a'.repeat(400), ' (bản sao)')).toHaveLength(300);
    expect(titled('a'.repeat(400), ' (bản sao)')).toMatch(/ \(bản sao\)$/);
    expect(titled('Tuần hàng')).toBe('Tuần hàng');
  });
});
