import { type XmlNode, xml } from 'easy-template-x';
import { unzipped } from './unzipped.ts';

/** A paragraph of a Word file with what is set on it and where it stands. */
export interface WordParagraph {
  /** `body`, or the cell of a table: `table 0, row 1, cell 0`; of a table inside that one: `…/ table 0, row 0, cell 0`. */
  readonly where: string;
  readonly text: string;
  readonly align: string | null;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly rule: boolean;
  readonly keepNext: boolean;
  readonly runs: readonly WordRun[];
}

interface WordRun {
  readonly text: string;
  readonly font: string | null;
  /** Half-points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly raised: boolean;
  readonly color: string | null;
}

export interface WordFile {
  readonly paragraphs: readonly WordParagraph[];
  /** Attributes of the page, its margins and its table cells, by element. */
  readonly section: XmlNode;
  readonly parts: ReadonlyMap<string, string>;
  readonly root: XmlNode;
}

export async function readWord(file: Buffer): Promise<WordFile> {
  const parts = await unzipped(file);
  const root = xml.parser.parse(parts.get('word/document.xml') ?? '');
  const body = first(root, 'w:body');
  if (body === undefined) throw new Error('a document without a body');
  const section = first(body, 'w:sectPr');
  if (section === undefined) throw new Error('a document without a section');
  return { paragraphs: paragraphsIn(body, ''), section, parts, root };
}

function paragraphsIn(node: XmlNode, where: string): WordParagraph[] {
  let table = 0;
  return children(node).flatMap((child): WordParagraph[] => {
    if (child.nodeName === 'w:p') return [paragraph(child, where === '' ? 'body' : where)];
    if (child.nodeName !== 'w:tbl') return [];
    const name = `${where === '' ? '' : `${where} / `}table ${table}`;
    table += 1;
    return all(child, 'w:tr').flatMap((row, rowAt) =>
      all(row, 'w:tc').flatMap((cell, cellAt) => paragraphsIn(cell, `${name}, row ${rowAt}, cell ${cellAt}`)),
    );
  });
}

function paragraph(node: XmlNode, where: string): WordParagraph {
  const set = first(node, 'w:pPr');
  const spacing = set && first(set, 'w:spacing');
  const indent = set && first(set, 'w:ind');
  const border = set && first(set, 'w:pBdr');
  const runs = all(node, 'w:r').map(run);
  return {
    where,
    text: runs.map(({ text }) => text).join(''),
    align: attribute(set && first(set, 'w:jc'), 'w:val'),
    before: numberOf(spacing, 'w:before'),
    after: numberOf(spacing, 'w:after'),
    line: numberOf(spacing, 'w:line'),
    firstLine: numberOf(indent, 'w:firstLine'),
    left: numberOf(indent, 'w:left'),
    right: numberOf(indent, 'w:right'),
    rule: border !== undefined && first(border, 'w:top') !== undefined,
    keepNext: set !== undefined && first(set, 'w:keepNext') !== undefined,
    runs,
  };
}

function run(node: XmlNode): WordRun {
  const set = first(node, 'w:rPr');
  const has = (name: string): boolean => {
    const element = set && first(set, name);
    return element !== undefined && attribute(element, 'w:val') !== 'false';
  };
  return {
    text: children(node)
      .map((child) => (child.nodeName === 'w:t' ? textOf(child) : child.nodeName === 'w:br' ? '\n' : ''))
      .join(''),
    font: attribute(set && first(set, 'w:rFonts'), 'w:ascii'),
    size: numberOf(set && first(set, 'w:sz'), 'w:val'),
    bold: has('w:b'),
    italic: has('w:i'),
    raised: attribute(set && first(set, 'w:vertAlign'), 'w:val') === 'superscript',
    color: attribute(set && first(set, 'w:color'), 'w:val'),
  };
}

const children = (node: XmlNode): readonly XmlNode[] => node.childNodes ?? [];
const all = (node: XmlNode, name: string): readonly XmlNode[] =>
  children(node).filter((child) => child.nodeName === name);
export const first = (node: XmlNode, name: string): XmlNode | undefined => all(node, name)[0];

export const attribute = (node: XmlNode | undefined, name: string): string | null =>
  (node !== undefined && 'attributes' in node ? node.attributes?.[name] : undefined) ?? null;
export const numberOf = (node: XmlNode | undefined, name: string): number =>
  Number(attribute(node, name) ?? 0);

/** Text of everything below. */
export const textOf = (node: XmlNode): string =>
  'textContent' in node ? (node.textContent ?? '') : children(node).map(textOf).join('');
