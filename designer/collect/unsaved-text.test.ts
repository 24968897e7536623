import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../api/session.ts';
import type { Narrative } from './api.ts';
import { working } from './paragraphs.ts';
import { isSaved, placeOf, unsavedText } from './unsaved-text.ts';
import { forgetAt, keepAt, newestLeft, newKey } from '../ui/kept-copy.ts';

const me = (capacity: string) =>
  ({ id: 'person:a', capacities: [{ id: capacity, current: true }] }) as unknown as Me; // all that is asked of it
const section = ['campaign', 'c', 'collect', 'once', 'u', 'narrative', 'r', 's'];
const narrative = (text: string) =>
  ({
    revision: 2,
    paragraphs: [{ id: 'p-1', picked: true, text, sources: [], changes: [] }],
  }) as unknown as Narrative; // as above

beforeEach(() => {
  const storage: Record<string, unknown> = {};
  const methods = {
    getItem: (key: string) => storage[key] ?? null,
    removeItem: (key: string) => delete storage[key],
    setItem: (key: string, value: string) => void (storage[key] = value),
  };
  vi.stubGlobal('localStorage', Object.setPrototypeOf(storage, methods));
  vi.stubGlobal('navigator', {});
});
afterEach(() => vi.unstubAllGlobals());

it('the text of a section comes back to the same person in the same capacity only, until it is saved', async () => {
  const mine = { base: 1, paragraphs: working(narrative('Gõ dở')) };
  const key = newKey(placeOf(me('own-post'), section));
  keepAt(key, mine);
  const left = (capacity: string, where = section) => newestLeft(placeOf(me(capacity), where), unsavedText);
  expect(await left('own-post')).toMatchObject({ ...mine, key });
  expect([await left('stands-in'), await left('own-post', [...section.slice(0, -1), 's2'])]).toEqual([
    null,
    null,
  ]);
  forgetAt(key);
  expect(await left('own-post')).toBeNull();
});

it('a text of another shape is none', async () => {
  for (const damaged of [
    { base: 1 },
    { base: 'x', paragraphs: [] },
    { base: 1, paragraphs: [{ id: 'p' }, null] },
  ])
    keepAt(newKey(placeOf(me('own-post'), section)), damaged);
  expect(await newestLeft(placeOf(me('own-post'), section), unsavedText)).toBeNull();
});

it('what the server has word for word was saved, whoever heard of it; any other word was not', () => {
  const mine = { base: 1, paragraphs: working(narrative('Gõ xong')) };
  expect([isSaved(mine, narrative('Gõ xong')), isSaved(mine, narrative('Gõ xong rồi'))]).toEqual([
    true,
    false,
  ]);
});
