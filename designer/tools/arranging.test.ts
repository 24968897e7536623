import Elk from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { act } from './acts.ts';
import { arrangeAll } from './arranging.ts';
import { benchOf } from './bench-of-tests.ts';
import { arrangeWith } from './layout/arrange.ts';

const layout: Parameters<typeof arrangeAll>[1] = (definition) => arrangeWith(new Elk(), definition);
/** Works on until it is stopped. */
const endless: typeof layout = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('stopped')));
  });
const steps = ({ editor }: ReturnType<typeof benchOf>) =>
  editor.drawing.getState().past.map(({ name }) => name);
const said = ({ tools }: ReturnType<typeof benchOf>) => tools.getState().notice?.key ?? null;

describe('arranging a drawing', () => {
  it('is one step, which one undo takes back', async () => {
    const bench = benchOf('bac-kan-2024');
    const before = bench.editor.drawing.getState().present;
    await arrangeAll(bench, layout);
    expect(steps(bench)).toEqual(['arrange']);
    act('undo', bench);
    expect(bench.editor.drawing.getState().present).toBe(before);
  });

  it('is dropped when the drawing changed meanwhile', async () => {
    const bench = benchOf('bac-kan-2024');
    const working = arrangeAll(bench, layout);
    act('add', bench, 0);
    await working;
    expect([steps(bench), said(bench)]).toEqual([['addLevel'], 'arrangeDropped']);
  });

  it('stops when it is asked for again, and by Esc, without a word', async () => {
    const bench = benchOf('bac-kan-2024');
    for (const stop of [() => arrangeAll(bench, endless), () => act('leave', bench)]) {
      const working = arrangeAll(bench, endless);
      expect(bench.tools.getState().arranging).not.toBeNull();
      void stop();
      await working;
      expect(bench.tools.getState().arranging).toBeNull();
    }
    expect([steps(bench), said(bench)]).toEqual([[], null]);
  });

  it('says why it failed', async () => {
    const bench = benchOf('bac-kan-2024');
    await arrangeAll(bench, () => Promise.reject(new Error('hết bộ nhớ')));
    expect(bench.tools.getState().notice).toEqual({ key: 'arrangeFailed', params: { reason: 'hết bộ nhớ' } });
  });
});
