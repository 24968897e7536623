import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstDrawing } from '../../library/first-drawing.ts';
import { forgetAt } from '../../ui/kept-copy.ts';
import { copyKey, copyLeft, keepCopy } from './local-copy.ts';

const owner = { definitionId: 'd1', personId: 'person:a' };
const drawing = firstDrawing('Tuần hàng', 'tuan-hang');
let full: boolean;
let held: string[];

beforeEach(() => {
  full = false;
  held = [];
  const storage: Record<string, unknown> = {};
  const methods = {
    getItem: (key: string) => storage[key] ?? null,
    removeItem: (key: string) => delete storage[key],
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      storage[key] = value;
    },
  };
  // as in a browser: the entries are the storage's own properties, the methods are not
  vi.stubGlobal('localStorage', Object.setPrototypeOf(storage, methods));
  vi.stubGlobal('navigator', {
    locks: { query: () => Promise.resolve({ held: held.map((name) => ({ name })) }) },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what could not be saved', () => {
  it('is found by the next page that opens the drawing, the newest first', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T01:00:00Z') });
    keepCopy(copyKey(owner), drawing, 3);
    vi.setSystemTime(Date.parse('2026-11-22T02:00:00Z'));
    keepCopy(copyKey(owner), firstDrawing('Mới hơn', 'tuan-hang'), 4);
    const left = await copyLeft(owner);
    expect(left).toMatchObject({ revision: 4, at: '2026-11-22T02:00:00.000Z' });
    expect(left?.drawing.definition.title).toBe('Mới hơn');
  });

  it('is offered to nobody else, for no other drawing, and not while its page is open', async () => {
    const key = copyKey(owner);
    keepCopy(key, drawing, 1);
    expect(await copyLeft({ ...owner, personId: 'person:b' })).toBeNull();
    expect(await copyLeft({ ...owner, definitionId: 'd2' })).toBeNull();
    held = [key];
    expect(await copyLeft(owner)).toBeNull();
    held = [];
    expect((await copyLeft(owner))?.drawing).toEqual(drawing);
    forgetAt(key);
    expect(await copyLeft(owner)).toBeNull();
  });

  it('that was damaged is none', async () => {
    localStorage.setItem(copyKey(owner), '{"drawing":{"definition":{"nodes":[]}},"revision":1}');
    localStorage.setItem(copyKey(owner), 'x');
    expect(await copyLeft(owner)).toBeNull();
  });

  it('finds no room on a full machine without stopping the work', () => {
    full = true;
    expect(keepCopy(copyKey(owner), drawing, 1)).toBe(false);
  });
});
