import { expect, test } from 'vitest';
import { localDraft } from './local-draft.ts';

test('two tabs of one person keep their own fields without a line, and forget only those', () => {
  const place = new Map<string, string>();
  const storage = {
    getItem: (key: string) => place.get(key) ?? null,
    setItem: (key: string, text: string) => void place.set(key, text),
    removeItem: (key: string) => void place.delete(key),
  };
  const tab = () => localDraft({ obligationId: 'o', personId: 'p' }, storage);
  const [one, two] = [tab(), tab()];
  expect([one.read(), two.read()]).toEqual([null, null]);
  one.keep({ change: { sections: { s: 'Chữ của tab một' } }, basedOn: 0 });
  two.keep({ change: { values: { a: '7,5' } }, basedOn: 0 });
  two.keep({ change: { values: { a: '7,6' }, note: 'hai' }, basedOn: 0 });
  const both = { sections: { s: 'Chữ của tab một' }, values: { a: '7,6' }, note: 'hai' };
  expect(tab().read()).toEqual({ change: both, basedOn: 0 });
  two.forget();
  expect(tab().read()?.change).toMatchObject({ sections: { s: 'Chữ của tab một' } });
  expect(JSON.stringify([...place])).not.toContain('7,6');
  one.forget();
  expect(place.size).toBe(0);
});
