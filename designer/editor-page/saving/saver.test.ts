import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Definition } from '#model';
import { Refusal } from '../../api/client.ts';
import type { StoredDefinition } from '../../api/definitions.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import { createSaver } from './saver.ts';

const drawing = (title: string): Drawing => ({
  definition: Definition.parse({
    formatVersion: 1,
    key: 'thu',
    title,
    nodes: [{ id: 'top', name: 'Tỉnh', parent: null, select: { kind: 'root' } }],
  }),
  directive: null,
});

/** The server: one drawing under optimistic locking, that can be slow, away, or saved by somebody else. */
function server(first: Drawing) {
  let [content, revision] = [first, 1];
  const sent: string[] = [];
  const state = { away: false, loseAnswer: false, refusal: null as Refusal | null, delay: 0 };
  const stored = (): StoredDefinition => ({
    id: 'id',
    key: 'thu',
    title: content.definition.title,
    ownerUnitId: 'u',
    ownerName: null,
    template: false,
    draftRevision: revision,
    latestVersion: 0,
    updatedAt: `2026-11-22T06:00:0${revision}.000Z`,
    updatedBy: 'person:x',
    updatedByName: null,
    // as the database gives it back: other objects, keys in another order
    draft: Definition.parse(Object.fromEntries(Object.entries(content.definition).reverse())),
    directive: content.directive,
  });
  return {
    state,
    sent,
    saveAsOther: (other: Drawing) => {
      content = other;
      revision += 1;
    },
    title: () => content.definition.title,
    remote: {
      read: () => Promise.resolve(stored()),
      async put(next: Drawing, expected: number) {
        await new Promise((resolve) => setTimeout(resolve, state.delay));
        sent.push(next.definition.title);
        if (state.away) throw new TypeError('Failed to fetch');
        if (state.refusal !== null) throw state.refusal;
        if (expected !== revision) throw new Refusal(409, { code: 'definition.conflict' });
        content = next;
        revision += 1;
        if (state.loseAnswer) throw new TypeError('network changed');
        return stored();
      },
    },
  };
}

const begin = drawing('một');
let there: ReturnType<typeof server>;
let kept: Drawing | null;
const saverOf = () =>
  createSaver({
    drawing: begin,
    revision: 1,
    savedAt: null,
    remote: there.remote,
    local: {
      keep: (copy) => {
        kept = copy;
      },
      forget: () => {
        kept = null;
      },
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
  there = server(begin);
  kept = null;
});
afterEach(() => vi.useRealTimers());

describe('saving as one draws', () => {
  it('sends within a second and a half, several quick changes as one', async () => {
    const saver = saverOf();
    for (const title of ['hai', 'ba', 'bốn']) {
      saver.changed(drawing(title));
      await vi.advanceTimersByTimeAsync(300);
    }
    await vi.advanceTimersByTimeAsync(900);
    expect(there.sent).toEqual(['bốn']);
    expect(saver.store.getState()).toMatchObject({ save: { kind: 'saved' }, revision: 2 });
    expect(kept).toBeNull();
  });

  it('has one request under way at a time and sends what came meanwhile after it', async () => {
    const saver = saverOf();
    there.state.delay = 2_000;
    saver.changed(drawing('hai'));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.store.getState().save.kind).toBe('saving');
    saver.changed(drawing('ba'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(there.sent).toEqual(['hai', 'ba']);
    expect(saver.store.getState()).toMatchObject({ save: { kind: 'saved' }, revision: 3 });
  });

  it('sends nothing for a change that was undone', async () => {
    const saver = saverOf();
    saver.changed(drawing('hai'));
    saver.changed(begin);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(there.sent).toEqual([]);
    expect(saver.store.getState().save.kind).toBe('saved');
  });

  it('sends at once when the page is left', async () => {
    const saver = saverOf();
    saver.changed(drawing('hai'));
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect((await flushed).save.kind).toBe('saved');
    expect(there.title()).toBe('hai');
  });
});

describe('without a connection', () => {
  it('the work stays on this machine, and is sent by itself when the server is back', async () => {
    const saver = saverOf();
    there.state.away = true;
    saver.changed(drawing('hai'));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.store.getState().save).toMatchObject({ kind: 'failed', again: true });
    expect(kept?.definition.title).toBe('hai');
    there.state.away = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(saver.store.getState().save.kind).toBe('saved');
    expect(there.title()).toBe('hai');
    expect(kept).toBeNull();
  });

  it('an answer that got lost is no conflict with oneself', async () => {
    const saver = saverOf();
    there.state.loseAnswer = true;
    saver.changed(drawing('hai'));
    await vi.advanceTimersByTimeAsync(1_500);
    there.state.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.store.getState()).toMatchObject({ save: { kind: 'saved' }, revision: 2 });
  });

  it('is not what a refusal is: that is shown and not repeated by itself', async () => {
    const saver = saverOf();
    there.state.refusal = new Refusal(401, { code: 'api.unauthenticated' });
    saver.changed(drawing('hai'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(there.sent).toEqual(['hai']);
    expect(saver.store.getState().save).toMatchObject({ kind: 'failed', again: false });
    expect(kept?.definition.title).toBe('hai');
    there.state.refusal = null;
    await Promise.all([saver.flush(), vi.advanceTimersByTimeAsync(10)]);
    expect(there.title()).toBe('hai');
  });
});

describe('a second editor who saved first', () => {
  const conflicted = async () => {
    const saver = saverOf();
    there.saveAsOther(drawing('của họ'));
    saver.changed(drawing('của tôi'));
    await vi.advanceTimersByTimeAsync(2_000);
    return saver;
  };

  it('is overwritten by nothing: sending stops and both drawings are there', async () => {
    const saver = await conflicted();
    const { save } = saver.store.getState();
    expect(save.kind === 'conflict' && save.theirs.title).toBe('của họ');
    expect(kept?.definition.title).toBe('của tôi');
    saver.changed(drawing('của tôi nữa'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(there.title()).toBe('của họ');
    expect(kept?.definition.title).toBe('của tôi nữa');
  });

  it('gives way when the designer keeps the own drawing', async () => {
    const saver = await conflicted();
    await Promise.all([saver.keepMine(), vi.advanceTimersByTimeAsync(10)]);
    expect(there.title()).toBe('của tôi');
    expect(saver.store.getState()).toMatchObject({ save: { kind: 'saved' }, revision: 3 });
  });

  it('is gone on from when the designer takes theirs', async () => {
    const saver = await conflicted();
    const theirs = drawing('của họ');
    saver.changed(theirs);
    saver.adopt(theirs, 2, null);
    expect(saver.store.getState()).toMatchObject({ save: { kind: 'saved' }, revision: 2 });
    saver.changed(drawing('tiếp'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(there.title()).toBe('tiếp');
  });

  it('who saves once more while one decides is not overwritten either', async () => {
    const saver = await conflicted();
    there.saveAsOther(drawing('của họ lần hai'));
    await Promise.all([saver.keepMine(), vi.advanceTimersByTimeAsync(10)]);
    const { save } = saver.store.getState();
    expect(save.kind === 'conflict' && save.theirs.title).toBe('của họ lần hai');
    expect(there.title()).toBe('của họ lần hai');
  });
});

describe('a page that is closed', () => {
  it('sends nothing any more by itself, and goes on when it is shown again', async () => {
    const saver = saverOf();
    saver.changed(drawing('hai'));
    saver.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(there.sent).toEqual([]);
    expect(kept?.definition.title).toBe('hai');
    saver.start();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(there.title()).toBe('hai');
  });
});
