import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { TEMPLATES as READY } from '#templates';
import { sentenceFor } from '#model/sentences/index';
import { place } from '../drawing/places.ts';
import { writeDrawingFile } from './drawing-file.ts';
import { readDrawingFile } from './read-file.ts';

const TEMPLATES = READY.map(({ key, definition, directive }) => [key, { definition, directive }] as const);

const file = (content: string, name = 'ban-ve.cascade.json') => ({
  name,
  size: new TextEncoder().encode(content).length,
  text: () => Promise.resolve(content),
});
const [, four] = TEMPLATES.find(([key]) => key === 'bon-cap-2024') ?? [];
if (four === undefined) throw new Error('the template is gone');
const bare = JSON.parse(JSON.stringify(four.definition)) as Record<string, unknown>; // plain JSON
const refusals = async (content: string, name?: string): Promise<string[]> => {
  const read = await readDrawingFile(file(content, name));
  return read.ok ? ['read'] : read.problems.map((each) => sentenceFor(each, 'vi'));
};

describe('the file of a drawing', () => {
  it.each(TEMPLATES)('gives back template %s as it was, to the last character', async (_, drawing) => {
    const text = writeDrawingFile(drawing);
    const read = await readDrawingFile(file(text));
    expect(read).toEqual({ ok: true, value: { drawing, notCarried: [] }, warnings: [] });
    expect(read.ok && writeDrawingFile(read.value.drawing)).toBe(text);
  });

  it('is the same text whatever way the drawing was made', () => {
    const there = produce(four, ({ definition }) => place(definition, 'so', { x: 10, y: 20 }));
    const turned = produce(there, ({ definition }) => {
      definition.layout.nodes = Object.fromEntries(Object.entries(definition.layout.nodes).reverse());
    });
    expect(writeDrawingFile(turned)).toBe(writeDrawingFile(there));
  });

  it('may be a bare definition, with or without a byte order mark, composed or decomposed', async () => {
    const text = JSON.stringify(bare);
    for (const each of [text, `\uFEFF${text}`, text.normalize('NFD'), `\n ${text}`]) {
      const read = await readDrawingFile(file(each));
      expect(read.ok && read.value.drawing).toEqual({ definition: four.definition, directive: null });
    }
  });

  it('may be UTF-16 that says so', async () => {
    const text = `\uFEFF${JSON.stringify(bare)}`;
    const bytes = new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
    const read = await readDrawingFile({ ...file(text), arrayBuffer: async () => bytes.buffer });
    expect(read.ok && read.value.drawing.definition).toEqual(four.definition);
  });

  it('keeps markup in names as text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const read = await readDrawingFile(file(JSON.stringify({ ...bare, title: name })));
    expect(read.ok && read.value.drawing.definition.title).toBe(name);
  });

  it('says which fields it has no place for, and takes nothing over from them', async () => {
    const text = JSON.stringify({ ...bare, colour: 'red' }).replace(
      '"colour"',
      '"__proto__":{"polluted":true},"colour"',
    );
    const read = await readDrawingFile(file(text));
    const places = read.ok ? read.value.notCarried.map(({ params }) => params['place']) : [];
    expect(places).toEqual(['definition.__proto__', 'definition.colour']);
    expect(read.ok && 'polluted' in read.value.drawing.definition).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('never takes a position of a level named __proto__', async () => {
    const text = JSON.stringify({ ...bare, layout: { nodes: { so: { x: 1, y: 2 } } } }).replace(
      '"so":{"x":1',
      '"__proto__":{"x":9,"y":9},"so":{"x":1',
    );
    await refusals(text);
    expect('x' in {}).toBe(false);
  });
});

describe('a file that is refused', () => {
  it('is damaged: the sentence names line and column', async () => {
    const text = writeDrawingFile(four);
    expect(await refusals(text.slice(0, 200))).toEqual([
      expect.stringMatching(/^Tệp bị hỏng tại dòng \d+, cột \d+\.$/),
    ]);
  });

  it('is from a newer version, of the file or of the drawing', async () => {
    const newer = { format: 'cascade-drawing', formatVersion: 2, definition: bare, directive: null };
    expect(await refusals(JSON.stringify(newer))).toEqual([expect.stringContaining('phiên bản mới hơn (2)')]);
    expect(await refusals(JSON.stringify({ ...bare, formatVersion: 9 }))).toEqual([
      expect.stringContaining('phiên bản mới hơn (9)'),
    ]);
  });

  it('is too large: it is not even read', async () => {
    const large = { name: 'to.json', size: 10_000_000, text: () => Promise.reject(new Error('was read')) };
    const read = await readDrawingFile(large);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['exchange.tooLarge']);
  });

  it('nests thousands deep', async () => {
    expect(await refusals(`{"nodes":${'['.repeat(50_000)}`)).toEqual([expect.stringContaining('quá 64 lớp')]);
  });

  it('has levels that lie below themselves: their names are said', async () => {
    const nodes = four.definition.nodes.map((node) => {
      const parents = new Map(four.definition.nodes.map((each) => [each.parent, each.id]));
      return node.parent === null ? { ...node, parent: parents.get(node.id) ?? null } : node;
    });
    const sentences = await refusals(JSON.stringify({ ...bare, nodes }));
    expect(sentences).toContainEqual(`“${nodes[0]?.name}” nằm dưới chính mình. Hãy bỏ một đường nối.`);
  });

  it('has two levels of one key, which no canvas can tell apart', async () => {
    const nodes = [...four.definition.nodes, four.definition.nodes.at(-1)];
    expect(await refusals(JSON.stringify({ ...bare, nodes }))).toEqual([expect.stringContaining('cùng mã')]);
  });

  it('is of another kind, which is named', async () => {
    expect(await refusals('PK\u0003\u0004 …', 'bao-cao.docx')).toEqual([
      '“bao-cao.docx” là tệp Word, Excel, ZIP. Hãy chọn tệp bản vẽ (.json) hoặc BPMN (.bpmn).',
    ]);
    const picture = new TextDecoder().decode(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    expect(await refusals(picture, 'anh.png')).toEqual([expect.stringContaining('“anh.png” là tệp PNG')]);
    for (const each of ['', 'xin chào', '[]', '{}', '{"definition":5}']) {
      expect(await refusals(each)).not.toContain('read');
    }
  });

  it('is written in an old code page: no sign is guessed', async () => {
    const bytes = Uint8Array.of(0x7b, 0x22, 0xd0, 0x22, 0x7d);
    const old = {
      name: 'cu.json',
      size: 5,
      text: () => Promise.resolve(''),
      arrayBuffer: async () => bytes.buffer,
    };
    const read = await readDrawingFile(old);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['exchange.notUtf8']);
  });

  it('holds a letter that is malformed: the place is said', async () => {
    const content = { definition: bare, directive: { ...four.directive, subject: '' } };
    expect(await refusals(JSON.stringify(content))).toEqual([expect.stringContaining('“subject”')]);
  });
});
