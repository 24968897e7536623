import { describe, expect, it } from 'vitest';
import { createDrawingStore } from '../drawing/drawing-store.ts';
import { firstDrawing } from '../library/first-drawing.ts';
import { restoreDrawing, restoreVersion } from './restore.ts';
import { sameDrawing, sameMeaning } from './same.ts';

describe('restoring a version', () => {
  it('is one step that undo takes back to the very same drawing, and keeps the key', () => {
    const now = firstDrawing('Nay', 'khoa-nay');
    const store = createDrawingStore(now);
    store.getState().run(restoreVersion(firstDrawing('Trước', 'khoa-truoc')));
    const { definition } = store.getState().present;
    expect([definition.title, definition.key]).toEqual(['Trước', 'khoa-nay']);
    expect(store.getState().past).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().present).toBe(now);
  });
});

describe('taking another content over', () => {
  it('takes it whole, key and all', () => {
    const theirs = firstDrawing('Của họ', 'khoa-moi');
    const store = createDrawingStore(firstDrawing('Của tôi', 'khoa-cu'));
    store.getState().run(restoreDrawing(theirs));
    expect(store.getState().present).toEqual(theirs);
  });
});

describe('two drawings', () => {
  const drawing = firstDrawing('A', 'a');
  const moved = {
    ...drawing,
    definition: { ...drawing.definition, layout: { nodes: { 'khoi-dong': { x: 1, y: 2, locked: false } } } },
  };

  it('are the same whatever the order of their keys', () => {
    const turned = Object.fromEntries(Object.entries(drawing.definition).reverse());
    expect(sameDrawing({ definition: { ...drawing.definition, ...turned }, directive: null }, drawing)).toBe(
      true,
    );
  });

  it('mean the same where only positions differ, but are not the same to save', () => {
    expect(sameMeaning(moved, drawing)).toBe(true);
    expect(sameDrawing(moved, drawing)).toBe(false);
  });
});
