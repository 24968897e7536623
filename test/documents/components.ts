import type { SourceLetter } from './source-letters.ts';

/**
 * The table of appendix I of Nghị định 30/2020/NĐ-CP as this product is judged by it: a row for each
 * component, with every line of it in a letter, its cell, and the sizes (in points) and style prescribed.
 */
export interface Component {
  readonly cell: string;
  readonly name: string;
  readonly where: (letter: SourceLetter) => string;
  /** In their order; empty where the letter has none. */
  readonly lines: (letter: SourceLetter) => readonly string[];
  readonly size: readonly [from: number, to: number];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals?: true;
  readonly align: 'left' | 'center' | 'both';
  /** A drawn rule follows: as long as the line, or a part of it. */
  readonly rule?: readonly [from: number, to: number];
}

const HEAD = 'table 0, row';
const FOOT = 'table 1, row';

export const COMPONENTS: readonly Component[] = [
  {
    cell: '1',
    name: 'Quốc hiệu',
    where: () => `${HEAD} 0, cell 1`,
    lines: () => ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    size: [12, 13],
    bold: true,
    italic: false,
    capitals: true,
    align: 'center',
  },
  {
    cell: '1',
    name: 'Tiêu ngữ',
    where: () => `${HEAD} 0, cell 1`,
    lines: () => ['Độc lập - Tự do - Hạnh phúc'],
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
    rule: [0.9, 1.1],
  },
  {
    cell: '2',
    name: 'cơ quan chủ quản',
    where: () => `${HEAD} 0, cell 0`,
    lines: ({ parentBody }) => (parentBody === null ? [] : [parentBody]),
    size: [12, 13],
    bold: false,
    italic: false,
    capitals: true,
    align: 'center',
  },
  {
    cell: '2',
    name: 'cơ quan ban hành',
    where: () => `${HEAD} 0, cell 0`,
    lines: ({ issuingBody, directive }) => [issuingBody ?? directive.issuingBody.toLocaleUpperCase('vi')],
    size: [12, 13],
    bold: true,
    italic: false,
    capitals: true,
    align: 'center',
    rule: [1 / 3, 1 / 2],
  },
  {
    cell: '3',
    name: 'số, ký hiệu',
    where: () => `${HEAD} 1, cell 0`,
    lines: ({ code }) => [code],
    size: [13, 13],
    bold: false,
    italic: false,
    align: 'center',
  },
  {
    cell: '4',
    name: 'địa danh, ngày tháng năm',
    where: () => `${HEAD} 1, cell 1`,
    lines: ({ day }) => [day],
    size: [13, 14],
    bold: false,
    italic: true,
    align: 'center',
  },
  {
    cell: '5b',
    name: 'V/v của công văn',
    where: () => `${HEAD} 1, cell 0`,
    lines: ({ subject }) => [subject],
    size: [12, 13],
    bold: false,
    italic: false,
    align: 'center',
  },
  {
    cell: '9a',
    name: 'Kính gửi',
    where: () => 'body',
    lines: ({ addressees }) => ['Kính gửi:', ...addressees],
    size: [13, 14],
    bold: false,
    italic: false,
    align: 'left',
  },
  {
    cell: '7a, 7b',
    name: 'quyền hạn, chức vụ',
    where: () => `${FOOT} 0, cell 1`,
    lines: ({ signature }) => signature,
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
  },
  {
    cell: '7c',
    name: 'họ và tên',
    where: () => `${FOOT} 0, cell 1`,
    lines: ({ signer }) => (signer === null ? [] : [signer]),
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
  },
  {
    cell: '9b',
    name: 'nhãn Nơi nhận',
    where: () => `${FOOT} 0, cell 0`,
    lines: () => ['Nơi nhận:'],
    size: [12, 12],
    bold: true,
    italic: true,
    align: 'left',
  },
  {
    cell: '9b',
    name: 'danh sách Nơi nhận',
    where: () => `${FOOT} 0, cell 0`,
    lines: ({ recipients }) => recipients.map((name) => `- ${name}`),
    size: [11, 11],
    bold: false,
    italic: false,
    align: 'left',
  },
];
