import { beforeAll, describe, expect, it } from 'vitest';
import { letterDocx } from '#documents';
import { COMPONENTS } from './components.ts';
import { bodyOfSource, noteOfSource, SOURCE_LETTERS, squashed } from './source-letters.ts';
import {
  attribute,
  first,
  numberOf,
  readWord,
  textOf,
  type WordFile,
  type WordParagraph,
} from './word-file.ts';
import { xml } from 'easy-template-x';
import { boldWidth } from '../../documents/text-width.ts';

const MM = 1440 / 25.4;
const points = (halves: number): number => halves / 2;

describe.each(SOURCE_LETTERS)('document $document as a Word file', (letter) => {
  let word: WordFile;
  beforeAll(async () => {
    word = await readWord(await letterDocx(letter.directive));
  });

  const found = (where: string, text: string): { readonly at: number; readonly paragraph: WordParagraph } => {
    const at = word.paragraphs.findIndex(
      (each) => each.where === where && asListed(each.text) === asListed(text),
    );
    const paragraph = word.paragraphs[at];
    if (paragraph === undefined) throw new Error(`“${text}” does not stand in ${where}`);
    return { at, paragraph };
  };

  it.each(COMPONENTS)('has cell $cell, $name, where and as it is prescribed', (component) => {
    const { size, bold, italic, align, capitals, rule } = component;
    let before = -1;
    for (const text of component.lines(letter)) {
      const { at, paragraph } = found(component.where(letter), text);
      expect(at, `“${text}” in its order`).toBeGreaterThan(before);
      before = at;
      expect(paragraph.align ?? 'left').toBe(align);
      for (const run of paragraph.runs) {
        expect(run).toMatchObject({ font: 'Times New Roman', bold, italic });
        expect(points(run.size)).toBeGreaterThanOrEqual(size[0]);
        expect(points(run.size)).toBeLessThanOrEqual(size[1]);
        expect([null, '000000', 'auto']).toContain(run.color);
      }
      if (capitals) expect(paragraph.text).toBe(paragraph.text.toLocaleUpperCase('vi'));
      if (rule !== undefined) {
        const drawn = word.paragraphs[at + 1];
        const cell = paragraph.where.endsWith('cell 0') ? columns(word)[0] : columns(word)[1];
        const line = paragraph.text.split('\n').at(-1) ?? '';
        const length =
          ((cell ?? 0) - (drawn?.left ?? 0) - (drawn?.right ?? 0)) /
          boldWidth(line, paragraph.runs[0]?.size ?? 0);
        expect(drawn?.rule).toBe(true);
        expect(length).toBeGreaterThanOrEqual(rule[0]);
        expect(length).toBeLessThanOrEqual(rule[1]);
      }
    }
  });

  it('is a sheet of A4 with the prescribed margins', () => {
    const size = first(word.section, 'w:pgSz');
    expect(numberOf(size, 'w:w') / MM).toBeCloseTo(210, 1);
    expect(numberOf(size, 'w:h') / MM).toBeCloseTo(297, 1);
    const margin = (side: string): number => numberOf(first(word.section, 'w:pgMar'), `w:${side}`) / MM;
    for (const [side, from, to] of [
      ['top', 20, 25],
      ['bottom', 20, 25],
      ['left', 30, 35],
      ['right', 15, 20],
    ] as const) {
      expect(Math.round(margin(side) * 10) / 10, side).toBeGreaterThanOrEqual(from);
      expect(Math.round(margin(side) * 10) / 10, side).toBeLessThanOrEqual(to);
    }
  });

  it('numbers its pages in the middle of the top margin, the first not', () => {
    expect(first(word.section, 'w:titlePg')).toBeDefined();
    const headers = [...word.parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const numbered = headers.filter(([, text]) => /<w:instrText[^>]*>PAGE</.test(text));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]?.[1]).toMatch(/<w:jc w:val="center"\/>/);
    expect(numbered[0]?.[1]).toMatch(/<w:sz w:val="2[678]"\/>/);
    const kinds = word.section.childNodes?.filter(({ nodeName }) => nodeName === 'w:headerReference') ?? [];
    expect(kinds.map((each) => attribute(each, 'w:type')).sort()).toEqual(['default', 'first']);
    expect([...word.parts.keys()].some((name) => /footer/.test(name))).toBe(false);
  });

  it('sets its body justified, 13 to 14, the first line 1.27 cm in, with 6 pt between paragraphs', () => {
    const body = bodyParagraphs(word);
    expect(body.length).toBe(letter.directive.paragraphs.length - (letter.note === null ? 0 : 1));
    for (const paragraph of body) {
      expect(paragraph.align).toBe('both');
      expect(paragraph.firstLine).toBe(720);
      expect(paragraph.before + paragraph.after).toBeGreaterThanOrEqual(120);
      expect(paragraph.line).toBeGreaterThanOrEqual(240);
      expect(paragraph.line).toBeLessThanOrEqual(360);
      for (const run of paragraph.runs) {
        expect(run.font === 'Times New Roman' || run.text === '').toBe(true);
        expect(run.text === '' || (run.size >= 26 && run.size <= 28)).toBe(true);
        expect(run.italic).toBe(false);
      }
    }
  });

  it('keeps the numbering of its source, its headings bold and not alone at the foot of a page', () => {
    const numbered = (text: string): readonly string[] => text.match(/(?<=^|\n)\s*([IVX]+|\d+)\.\s/g) ?? [];
    const body = bodyParagraphs(word);
    const plain = letter.text.slice(0, letter.text.search(/\**Nơi nhận:/));
    expect(body.flatMap(({ text }) => numbered(text)).map(squashed)).toEqual(numbered(plain).map(squashed));
    const headings = body.filter(({ runs }) => runs.every(({ bold }) => bold));
    for (const heading of headings) {
      expect(heading.text).toMatch(/^([IVX]+|\d+)\. /);
      expect(heading.keepNext).toBe(true);
    }
    expect(headings.map(({ text }) => text)).toEqual(letter.headings);
  });

  it('says word for word what its source says', () => {
    const said = bodyParagraphs(word).map(({ text }) => text);
    expect(squashed(said.join('\n').replaceAll('()', '(1)'))).toBe(bodyOfSource(letter));
  });

  it('has the fields of its source', () => {
    const source = squashed(letter.text);
    const { parentBody, issuingBody, code, day, subject, addressees, recipients, signature, signer } = letter;
    const fields = [
      parentBody,
      issuingBody,
      code,
      day,
      subject,
      ...addressees,
      ...recipients,
      ...signature,
      signer,
    ];
    for (const field of fields) if (field !== null) expect(source).toContain(squashed(field));
  });

  it('puts its note at the foot of the page that refers to it', () => {
    const notes = xml.parser.parse(word.parts.get('word/footnotes.xml') ?? '');
    const own = (notes.childNodes ?? []).filter((each) => attribute(each, 'w:id') === '1');
    const expected = noteOfSource(letter);
    expect(own).toHaveLength(expected === null ? 0 : 1);
    if (expected === null) return;
    expect(squashed(own.map(textOf).join(''))).toBe(expected);
    const [referring] = bodyParagraphs(word).filter(({ runs }) => runs.some(({ raised }) => raised));
    expect(referring?.text.startsWith('1. ')).toBe(true);
  });

  it('is written in NFC, and twice with the same bytes', async () => {
    for (const [name, text] of word.parts) expect(text === text.normalize('NFC'), name).toBe(true);
    const [one, two] = [await letterDocx(letter.directive), await letterDocx(letter.directive)];
    expect(one.equals(two)).toBe(true);
  });
});

/**
 * A line as it is compared: a list ends its lines itself, says the purpose that its source leaves to the
 * reader, and has the colon that one source forgets behind “Lưu”.
 */
const asListed = (text: string): string =>
  squashed(text)
    .replace(/[;.]$/, '')
    .replace(/\((đểbiết|b\/c|p\/h|đăngtải)\)$/, '')
    .replace(/^-Lưu:/, '-Lưu');

/** Below Kính gửi, above the foot. */
function bodyParagraphs({ paragraphs }: WordFile): readonly WordParagraph[] {
  return paragraphs.filter(({ where, firstLine }) => where === 'body' && firstLine > 0);
}

/** The widths of the two columns of the head. */
function columns({ root }: WordFile): readonly number[] {
  const body = first(root, 'w:body');
  const table = body && first(body, 'w:tbl');
  const grid = table && first(table, 'w:tblGrid');
  return (grid?.childNodes ?? []).map((column) => numberOf(column, 'w:w'));
}
