import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftContent } from '#model';
import { applyChange, EMPTY_DRAFT } from '#engine/draft';
import { Refusal } from '../../api/client.ts';
import type { Draft } from '../api.ts';
import { createKeeper, type Kept, type KeeperOptions } from './keeper.ts';

/** A server that merges as the real one does, and can lose its line. */
function world(start: Partial<DraftContent> = {}) {
  let server: Draft = {
    content: { ...EMPTY_DRAFT, ...start },
    revision: 0,
    basedOn: 0,
    updatedAt: null,
    updatedByName: null,
    fields: {},
    missing: [],
  };
  let kept: Kept | null = null;
  let fault: unknown = null;
  const local = {
    read: () => kept,
    keep: (next: Kept) => {
      kept = next;
    },
    forget: () => {
      kept = null;
    },
  };
  const put = vi.fn<KeeperOptions['put']>(({ basedOn: _, seenRevision: __, ...change }) => {
    if (fault !== null) return Promise.reject(fault);
    server = { ...server, content: applyChange(server.content, change), revision: server.revision + 1 };
    return Promise.resolve({ ...server, replaced: [] });
  });
  const open = () => {
    const keeper = createKeeper({ draft: server, put, local });
    keeper.start();
    return keeper;
  };
  return {
    open,
    put,
    kept: () => kept,
    server: () => server,
    other: (values: DraftContent['values']) => {
      server = {
        ...server,
        content: applyChange(server.content, { values }),
        revision: server.revision + 1,
      };
    },
    breakWith: (error: unknown) => {
      fault = error;
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what a session that ended kept back is sent once the writer has signed in again', async () => {
  const { open, breakWith, server } = world();
  const keeper = open();
  breakWith(new Refusal(401, {}));
  keeper.change({ values: { a: '1' } });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(keeper.store.getState().save.kind).toBe('refused');
  breakWith(null);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(keeper.store.getState().save.kind).toBe('saved');
  expect(server().content.values).toEqual({ a: '1' });
});

test('only the fields that changed are sent, a moment after the last key', async () => {
  const { open, put, server } = world({ values: { a: '1', b: '2' } });
  const keeper = open();
  keeper.change({ values: { a: '10' } });
  keeper.change({ values: { a: '100' } });
  expect(keeper.store.getState()).toMatchObject({
    content: { values: { a: '100' } },
    save: { kind: 'waiting' },
  });
  await vi.runAllTimersAsync();
  expect(put).toHaveBeenCalledExactlyOnceWith({ values: { a: '100' }, basedOn: 0, seenRevision: 0 });
  expect(server().content.values).toEqual({ a: '100', b: '2' });
  expect(keeper.store.getState().save.kind).toBe('saved');
});

test('what another saved meanwhile appears; what is being typed stays', async () => {
  const { open, other, server } = world();
  const keeper = open();
  keeper.change({ values: { mine: 'đang' } });
  other({ theirs: '7', mine: 'khác' });
  keeper.read(server());
  expect(keeper.store.getState().content.values).toEqual({ mine: 'đang', theirs: '7' });
  await vi.runAllTimersAsync();
  expect(server().content.values).toEqual({ mine: 'đang', theirs: '7' });
});

test('without a line it is kept on the machine, survives a reload, and is sent when the line is back', async () => {
  const { open, breakWith, kept, server } = world();
  breakWith(new TypeError('no line'));
  const first = open();
  first.change({ sections: { s: 'Viết dở' } });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(first.store.getState().save.kind).toBe('offline');
  expect(kept()).toEqual({ change: { sections: { s: 'Viết dở' } }, basedOn: 0 });
  first.stop();
  const second = open();
  expect(second.store.getState().content.sections).toEqual({ s: 'Viết dở' });
  breakWith(null);
  await second.flush();
  expect([server().content.sections, kept()]).toEqual([{ s: 'Viết dở' }, null]);
});

test('after somebody handed in, nothing is sent until the writer goes on', async () => {
  const { open, put, breakWith, server, kept } = world();
  const keeper = open();
  breakWith(new Refusal(409, { code: 'obligation.submittedConflict', detail: 'A đã nộp' }));
  keeper.change({ note: 'của tôi' });
  await vi.runAllTimersAsync();
  expect(keeper.store.getState().save.kind).toBe('overtaken');
  keeper.change({ note: 'của tôi nữa' });
  await vi.runAllTimersAsync();
  expect(put).toHaveBeenCalledTimes(1);
  expect(kept()?.change).toEqual({ note: 'của tôi nữa' });
  breakWith(null);
  keeper.goOn({ ...server(), basedOn: 1 });
  await vi.runAllTimersAsync();
  expect(put).toHaveBeenLastCalledWith({ note: 'của tôi nữa', basedOn: 1, seenRevision: 0 });
  expect(server().content.note).toBe('của tôi nữa');
});

test('a refusal for another reason is shown and the text stays on the machine', async () => {
  const { open, breakWith, kept } = world();
  const keeper = open();
  breakWith(new Refusal(403, { code: 'api.forbidden', detail: 'Không có quyền' }));
  keeper.change({ note: 'x' });
  await vi.runAllTimersAsync();
  expect(keeper.store.getState().save.kind).toBe('refused');
  expect(kept()?.change).toEqual({ note: 'x' });
  keeper.drop();
  expect(kept()).toBeNull();
});
