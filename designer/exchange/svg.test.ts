import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { TEMPLATES as READY } from '#templates';
import { schedule } from '#engine';
import { Calendar } from '#model';
import type { Drawing } from '../drawing/drawing.ts';
import { pictureOf, toSvg } from './svg.ts';
import { widthOf, wrapped } from './svg-text.ts';

const TEMPLATES = READY.map(({ key, definition, directive }) => [key, { definition, directive }] as const);

const template = (key: string): Drawing => {
  const found = TEMPLATES.find(([name]) => name === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return found[1];
};
const city = template('bac-kan-2024');
const PLAIN = Calendar.parse({
  ...{ id: 'vn', version: 1, name: 'Lịch', weekdays: [1, 2, 3, 4, 5], days: [] },
  years: { from: 2024, to: 2025 },
});
const textsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join(' ');

describe('the picture of a drawing', () => {
  it.each(TEMPLATES)('has every level, every way and a legend: %s', (_, drawing) => {
    const { svg, width, height } = pictureOf(drawing, { language: 'vi' });
    const texts = textsOf(svg);
    for (const { name } of drawing.definition.nodes) {
      const [first = ''] = name.split(' ');
      expect(texts).toContain(first);
    }
    const owing = drawing.definition.nodes.filter(({ obligations }) => obligations.length > 0);
    const drawn = svg.match(/<path d="[^"]+" fill="none"/g)?.length ?? 0;
    expect(drawn).toBeGreaterThanOrEqual(drawing.definition.nodes.length - 1 + owing.length + 1);
    expect(texts).toContain('Văn bản chỉ đạo đi xuống');
    expect([width, height].every((each) => each > 300 && Number.isFinite(each))).toBe(true);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('says whom it informs, the chains and the focal point', () => {
    const texts = textsOf(toSvg(city, { language: 'vi' }));
    expect(texts).toContain('Để biết: Sở Công Thương; Lãnh đạo UBND TP');
    expect(texts).toContain('Mặt trận');
    expect(texts).toContain('Đầu mối tổng hợp');
    expect(texts).toContain('trước ngày 08/12/2024 (CN)');
  });

  it('has the dates of the trial where they are known', () => {
    const chain = template('bon-cap-2024');
    const planned = schedule({
      definition: chain.definition,
      calendars: [PLAIN],
      startAt: '2024-11-01T01:00:00Z',
      parameters: Object.fromEntries(chain.definition.parameters.map(({ key }) => [key, '2024-12-20'])),
    });
    expect(planned.ok).toBe(true);
    const known = planned.ok ? planned.value : null;
    expect(textsOf(toSvg(chain, { language: 'vi', schedule: known }))).toContain(
      'chậm nhất ngày 20/12/2024 (T6)',
    );
    expect(textsOf(toSvg(chain, { language: 'vi' }))).toContain('trước cấp trên 5 ngày làm việc');
  });

  it('speaks English', () => {
    expect(textsOf(toSvg(city, { language: 'en' }))).toContain('before 08/12/2024 (Sun)');
  });

  it('never takes a name for markup', () => {
    const hostile = produce(city, ({ definition }) => {
      definition.title = '<script>alert(1)</script>" onload="x';
      for (const node of definition.nodes) node.name = '</text><image href=x onerror=y>&\u0001';
    });
    const svg = toSvg(hostile, { language: 'vi' });
    expect(svg).not.toMatch(/<script|<image|onload="|\u0001/);
    const tags = new Set([...svg.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['defs', 'g', 'marker', 'path', 'rect', 'svg', 'text', 'title']);
  });
});

describe('words over lines', () => {
  it('fit into the width and end with an ellipsis where there are too many', () => {
    const room = { width: 120, size: 14, lines: 2 };
    const text = 'Trung tâm Khuyến công và tư vấn phát triển công nghiệp thành phố';
    const lines = wrapped(text, room);
    expect(lines).toHaveLength(2);
    expect(lines.at(-1)?.endsWith('…')).toBe(true);
    for (const line of lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(120);
  });

  it('break a word that is longer than a line', () => {
    const lines = wrapped('a'.repeat(100), { width: 100, size: 10, lines: 20 });
    expect(lines.join('')).toBe('a'.repeat(100));
    for (const line of lines) expect(widthOf(line, 10)).toBeLessThanOrEqual(100);
  });
});
