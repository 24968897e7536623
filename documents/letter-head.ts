import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  aboutLine,
  codeLine,
  confidentialityStamp,
  dayLine,
  isOfficialLetter,
  urgencyStamp,
} from '#engine/letter-wording';
import type { Directive } from '#model';
import {
  CONFIDENTIALITY_FRAME,
  FRAME_HEIGHT,
  HEAD_COLUMNS,
  SIZE,
  TEXT_WIDTH,
  URGENCY_FRAME,
} from './layout.ts';
import { hairline, line, RED, rule, sideBySide } from './pieces.ts';
import { bodyLines, boldWidth, evenLines } from './text-width.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM';
/** Room for the hand of the records office, where there is no number yet. */
const BLANK_NUMBER = '\u00a0'.repeat(8);
/** Of the line above it: between a third and a half. */
const SHORT_RULE = 0.42;
const [LEFT, RIGHT] = HEAD_COLUMNS;

/** `2023 - 2024` stays in one line of the narrow column. */
const together = (text: string): string => text.replace(/(\d) ([-–]) (?=\d)/g, '$1\u00a0$2\u00a0');
const upper = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi');

/** Cells 1 to 4 of the layout, 5b, 10a and 10b: two columns without lines. */
export function letterHead(directive: Directive): Table {
  return sideBySide(HEAD_COLUMNS, [
    [issuer(directive), directive.system === 'party' ? party() : nation()],
    [
      code(directive),
      [
        line(dayLine(directive.place, directive.issuedDate), {
          size: SIZE.place,
          italics: true,
          before: 60,
        }),
      ],
    ],
  ]);
}

function issuer({ parentBody, issuingBody, system }: Directive): Paragraph[] {
  const lines = bodyLines(upper(issuingBody), SIZE.issuer, LEFT);
  const last = lines.at(-1) ?? '';
  return [
    ...(parentBody === null || parentBody === ''
      ? []
      : [line(bodyLines(upper(parentBody), SIZE.parent, LEFT).join('\n'), { size: SIZE.parent })]),
    line(lines.join('\n'), { size: SIZE.issuer, bold: true }),
    system === 'party'
      ? line('*', { size: SIZE.parent })
      : rule(boldWidth(last, SIZE.issuer) * SHORT_RULE, LEFT),
  ];
}

const nation = (): Paragraph[] => [
  line(NATION, { size: SIZE.nation, bold: true }),
  line(MOTTO, { size: SIZE.motto, bold: true }),
  rule(boldWidth(MOTTO, SIZE.motto), RIGHT),
];

const party = (): Paragraph[] => [
  line(PARTY, { size: SIZE.party, bold: true }),
  rule(boldWidth(PARTY, SIZE.party), RIGHT),
];

function code(directive: Directive): (Paragraph | Table)[] {
  return [
    line(codeLine(directive, BLANK_NUMBER), { size: SIZE.code, before: 60 }),
    ...(isOfficialLetter(directive)
      ? [
          line(together(aboutLine(directive)), {
            size: SIZE.about,
            before: 40,
            indent: { left: 170, right: 170 },
          }),
        ]
      : []),
    ...stamps(directive),
  ];
}

/** 10a above 10b. A cell ends with a paragraph, and one keeps two frames apart. */
function stamps(directive: Directive): (Paragraph | Table)[] {
  const { confidentiality, urgency } = directive;
  const secrecy = confidentialityStamp(directive);
  const haste = urgencyStamp(directive);
  const frames = [
    ...(secrecy === null || confidentiality === undefined
      ? []
      : [framed(secrecy, { ...SECRET, width: CONFIDENTIALITY_FRAME[confidentiality] })]),
    ...(haste === null || urgency === 'ordinary'
      ? []
      : [framed(haste, { ...URGENT, width: URGENCY_FRAME[urgency] })]),
  ];
  return frames.length === 0 ? [] : [hairline(6), ...frames.flatMap((frame) => [frame, hairline(6)])];
}

const SECRET = {
  size: SIZE.confidentiality,
  edge: { style: BorderStyle.DOUBLE, size: 6, color: RED },
} as const;
const URGENT = { size: SIZE.urgency, edge: { style: BorderStyle.SINGLE, size: 10, color: RED } } as const;

interface Frame {
  readonly width: number;
  readonly size: number;
  readonly edge: (typeof SECRET | typeof URGENT)['edge'];
}

/** A mark in a red frame of the prescribed size. */
function framed(text: string, { width, size, edge }: Frame): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        height: { value: FRAME_HEIGHT, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            borders: { top: edge, bottom: edge, left: edge, right: edge },
            verticalAlign: VerticalAlign.CENTER,
            children: [line(text, { size, bold: true, color: RED })],
          }),
        ],
      }),
    ],
  });
}

/** Cell 5a: type and subject of everything that is no công văn. */
export function letterTitle({ documentType, subject }: Directive): Paragraph[] {
  if (isOfficialLetter({ documentType })) return [];
  const lines = evenLines(subject, SIZE.type, TEXT_WIDTH - 1200);
  return [
    line(upper(documentType), { size: SIZE.type, bold: true, before: 240, keepNext: true }),
    line(lines.join('\n'), { size: SIZE.type, bold: true, keepNext: true }),
    rule(boldWidth(lines.at(-1) ?? '', SIZE.type) * SHORT_RULE, TEXT_WIDTH),
  ];
}
