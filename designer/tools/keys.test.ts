import { describe, expect, it } from 'vitest';
import { applies, type Combo, type Focus, KEYS, type KeyRow, matching, type Pressed } from './keys.ts';

const press = (key: string, given: Partial<Pressed> = {}): Pressed => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...given,
});
const idOf = (pressed: Pressed) => matching(pressed)?.row.id ?? null;
const rowOf = (pressed: Pressed): KeyRow => {
  const found = matching(pressed);
  if (found === null) throw new Error('no such key');
  return found.row;
};
const nowhere: Focus = { typing: false, dialog: false, canvas: false };

describe('the keys', () => {
  it('never mean two things', () => {
    const texts = KEYS.flatMap(({ combos }) =>
      combos.map(({ key, ctrl, shift, alt }: Combo) => [ctrl, shift, alt, key].join()),
    );
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('are the usual ones', () => {
    expect(idOf(press('z', { ctrlKey: true }))).toBe('undo');
    expect(idOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(idOf(press('y', { ctrlKey: true }))).toBe('redo');
    expect(idOf(press('k', { metaKey: true }))).toBe('commands');
    expect(idOf(press('F2'))).toBe('rename');
    expect(idOf(press('Backspace'))).toBe('remove');
    expect(idOf(press('q'))).toBeNull();
  });

  it('work with capitals locked', () => {
    expect(idOf(press('L'))).toBe('layout');
    expect(idOf(press('D', { ctrlKey: true }))).toBe('duplicate');
  });

  it('find the sign whatever it takes to type it', () => {
    expect(idOf(press('?', { code: 'Slash', shiftKey: true }))).toBe('keys');
    expect(idOf(press('?', { code: 'KeyM' }))).toBe('keys');
    expect(idOf(press('+', { code: 'Equal', shiftKey: true }))).toBe('zoomIn');
    expect(idOf(press('=', { code: 'Equal' }))).toBe('zoomIn');
  });

  it('leave the zoom of the browser and AltGr alone', () => {
    expect(idOf(press('+', { code: 'Equal', ctrlKey: true }))).toBeNull();
    expect(idOf(press('0', { ctrlKey: true }))).toBeNull();
    expect(idOf(press('z', { ctrlKey: true, altKey: true }))).toBeNull();
  });

  it('tell the nine presets apart, also on a keyboard whose digits type letters', () => {
    expect(matching(press('4'))).toMatchObject({ row: { id: 'add' }, nth: 3 });
    expect(matching(press('ă', { code: 'Digit1' }))).toMatchObject({ row: { id: 'add' }, nth: 0 });
    expect(matching(press('@', { code: 'Digit2', shiftKey: true }))).toMatchObject({
      row: { id: 'insert' },
      nth: 1,
    });
    expect(matching(press('3', { code: 'Numpad3' }))).toMatchObject({ row: { id: 'add' }, nth: 2 });
    expect(idOf(press('PageDown', { code: 'Numpad3' }))).toBeNull();
  });

  it('keep their letter on a keyboard of another script', () => {
    expect(idOf(press('я', { code: 'KeyZ', ctrlKey: true }))).toBe('undo');
  });

  it('stay away from what is being typed, but for saving and the command palette', () => {
    const typing = { ...nowhere, typing: true, canvas: true };
    expect(KEYS.filter((row) => applies(row, typing)).map(({ id }) => id)).toEqual(['save', 'commands']);
  });

  it('delete only while the canvas has the focus', () => {
    expect(applies(rowOf(press('Delete')), nowhere)).toBe(false);
    expect(applies(rowOf(press('Delete')), { ...nowhere, canvas: true })).toBe(true);
  });

  it('do nothing while a dialog is open', () => {
    expect(KEYS.filter((row) => applies(row, { typing: false, dialog: true, canvas: true }))).toEqual([]);
  });
});
