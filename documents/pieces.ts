import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { FONT } from './layout.ts';

/** Of what must not be overlooked: the frames of secrecy and urgency, the mark of what is not signed. */
export const RED = 'C00000';

type Style = Pick<IRunOptions, 'bold' | 'italics' | 'color' | 'superScript' | 'size'>;

/** A run of text, whatever a letter was pasted from. */
export const run = (text: string, style: Style = {}): TextRun =>
  new TextRun({ text: clean(text), font: FONT, ...style });

/** What any part of an Office file may hold: composed, without what makes Word refuse the whole file. */
export const clean = (text: string): string =>
  // biome-ignore lint: control characters are what is looked for
  text.normalize('NFC').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

interface LineOptions extends Style {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly before?: number;
  readonly after?: number;
  readonly indent?: IParagraphOptions['indent'];
  readonly keepNext?: boolean;
}

/** A paragraph of the frame of a letter (head, foot): single-spaced, centred unless said otherwise; `\n` breaks the line. */
export function line(text: string, options: LineOptions = {}): Paragraph {
  const { align = AlignmentType.CENTER, before = 0, after = 0, indent, keepNext = false, ...style } = options;
  const runs = clean(text)
    .split('\n')
    .map((part, at) => new TextRun({ text: part, font: FONT, ...style, ...(at === 0 ? {} : { break: 1 }) }));
  return new Paragraph({
    alignment: align,
    spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
    keepNext,
    ...(indent === undefined ? {} : { indent }),
    children: runs,
  });
}

/** A drawn rule of `width` in the middle of `room`: a line of its own, never an underlined text. */
export function rule(width: number, room: number): Paragraph {
  const side = Math.max(0, Math.round((room - width) / 2));
  return new Paragraph({
    spacing: { before: 60, after: 60, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  });
}

/**
 * A paragraph one point high, or as many as are asked for, whatever size the text around it has. LibreOffice
 * leaves an empty line of full height above a table that begins a document with notes, unless one stands there.
 */
export const hairline = (points = 1): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: points * 20, lineRule: LineRuleType.EXACT },
    children: [],
  });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** A table without lines that holds things side by side; its rows are not torn by the end of a page, but those in `torn`. */
export function sideBySide(
  widths: readonly number[],
  rows: readonly (readonly (readonly (Paragraph | Table)[])[])[],
  { torn = [] }: { readonly torn?: readonly number[] } = {},
): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          cantSplit: !torn.includes(row),
          children: cells.map(
            (children, at) =>
              new TableCell({
                borders: NO_BORDERS,
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                children: children.length === 0 ? [new Paragraph({})] : children,
              }),
          ),
        }),
    ),
  });
}
