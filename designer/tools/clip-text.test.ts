import { describe, expect, it } from 'vitest';
import { DrawingNode } from '#model';
import { clipText, parseClip } from './clip-text.ts';

const level = (id: string, parent: string) =>
  DrawingNode.parse({ id, name: `Cấp ${id}`, parent, select: { kind: 'list', units: [] } });
const clip = (...nodes: DrawingNode[]) => ({
  kind: 'cascade-levels' as const,
  nodes,
  places: Object.fromEntries(nodes.map(({ id }, nth) => [id, { x: nth * 300, y: 0 }])),
});
const why = (text: string) => {
  const read = parseClip(text);
  return read.ok ? null : read.why;
};

describe('levels on the clipboard', () => {
  it('come back as they were copied', () => {
    const copied = clip(level('a', 'tren'), level('b', 'a'));
    expect(parseClip(clipText(copied))).toEqual({ ok: true, clip: copied });
  });

  it('are not made of any other text', () => {
    expect(why('')).toBe('emptyClip');
    expect(why('Kính gửi: Ủy ban nhân dân các huyện')).toBe('notAClip');
    expect(why('{"kind":"excalidraw/clipboard"}')).toBe('notAClip');
    expect(why('[1, 2]')).toBe('notAClip');
    expect(why('null')).toBe('notAClip');
  });

  it('are refused when a level does not fit the schema', () => {
    const text = JSON.stringify({ ...clip(level('a', 'tren')), nodes: [{ id: '__proto__', name: 'x' }] });
    expect(why(text)).toBe('damagedClip');
    expect(why(JSON.stringify({ ...clip(), places: {} }))).toBe('damagedClip');
  });

  it('are refused when they stand at no place of a canvas', () => {
    const copied = clip(level('a', 'tren'));
    expect(why(JSON.stringify({ ...copied, places: { a: { x: 1e300, y: 0 } } }))).toBe('damagedClip');
    expect(why(JSON.stringify({ ...copied, places: { a: { x: '0', y: 0 } } }))).toBe('damagedClip');
  });

  it('are refused when they hang on each other in a loop or are there twice', () => {
    expect(why(clipText(clip(level('a', 'b'), level('b', 'a'))))).toBe('damagedClip');
    expect(why(clipText(clip(level('a', 'a'))))).toBe('damagedClip');
    expect(why(clipText(clip(level('a', 'tren'), level('a', 'tren'))))).toBe('damagedClip');
  });

  it('are not even read when there is more than any drawing holds', () => {
    expect(why(`${JSON.stringify(clip(level('a', 'tren')))}${' '.repeat(5_000_000)}`)).toBe('notAClip');
  });

  it('keep markup as plain text', () => {
    const hostile = { ...level('a', 'tren'), name: '<img src=x onerror=alert(1)>' };
    expect(parseClip(clipText(clip(hostile)))).toMatchObject({ ok: true, clip: { nodes: [hostile] } });
  });
});
