import { Directive, type Value } from '#model';
import type { ConsolidationInput, LevelColumn, LevelRow } from '#documents';

export const number = (value: string): Value => ({ kind: 'number', value });
const ratio = (numerator: string, denominator: string): Value => ({
  kind: 'ratio',
  numerator,
  denominator,
});

const COLUMNS: readonly LevelColumn[] = [
  { id: 'bang-ron', label: 'Số băng rôn', unit: 'chiếc', decimals: 0, type: 'number', rule: 'tổng' },
  { id: 'kinh-phi', label: 'Kinh phí', unit: 'triệu đồng', decimals: 2, type: 'number', rule: 'tổng' },
  {
    id: 'ty-le',
    label: 'Tỷ lệ hàng Việt',
    unit: 'triệu đồng',
    decimals: 1,
    type: 'ratio',
    rule: 'tỷ lệ của tổng',
  },
  { id: 'cach-lam', label: 'Cách làm hay', unit: '', decimals: 0, type: 'text', rule: 'gộp' },
];

const row = (unitName: string, cells: readonly (Value | null)[], counted = true): LevelRow => ({
  unitName,
  status: counted ? 'Đã duyệt, đúng hạn' : 'Chờ duyệt',
  counted,
  cells,
  source: {
    version: 2,
    receivedAt: '2024-12-04T03:22:00.000Z',
    by: 'Ví dụ: Trần Thị B',
    hash: 'ab'.repeat(32),
  },
});

const FORM = 'Kết quả triển khai';

/** Two levels: a city with three reports, of which one is not decided and one missing, and two units below it. */
export const EXAMPLE: ConsolidationInput = {
  letter: Directive.parse({
    codeNumber: null,
    codeNotation: 'BC-UBND',
    documentType: 'Báo cáo',
    subject: 'Kết quả triển khai hưởng ứng Chương trình',
    issuedDate: { year: 2024, month: 12, day: null },
    place: 'TP. Bắc Kạn',
    issuingBody: 'ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN',
    addressees: [{ text: 'Sở Công Thương tỉnh Bắc Kạn' }],
    recipients: [{ name: 'VT', purpose: 'archive' }],
    signature: { authority: ['KT'], titles: ['CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Ví dụ: Lê Văn A' },
  }),
  unitName: 'UBND thành phố Bắc Kạn',
  campaignTitle: 'Hưởng ứng Chương trình nhận diện hàng Việt Nam',
  documentCode: '15/UBND-KT',
  periodLabel: 'Năm 2024',
  state: { kind: 'provisional', at: '2024-12-05T03:22:00.000Z' },
  coverage: {
    accepted: 2,
    owed: 4,
    missing: ['Phường Sông Cầu (chưa nộp)', 'Xã Dương Quang (chờ duyệt)'],
    missingBelow: ['Tổ dân phố 3 (bị trả lại)'],
  },
  levels: [
    {
      depth: 1,
      title: FORM,
      columns: COLUMNS,
      tables: [
        {
          unitName: 'UBND thành phố Bắc Kạn',
          rows: [
            row('Phường Đức Xuân', [
              number('1200'),
              number('12.5'),
              ratio('331', '410'),
              { kind: 'text', text: '=1+1' },
            ]),
            row('=HYPERLINK("http://evil.example","x")', [number('0'), null, ratio('0', '0'), null]),
            row('Xã Dương Quang', [number('7'), number('1'), null, null], false),
            {
              ...row('Phường Sông Cầu', [null, null, null, null], false),
              status: 'Chưa nộp',
              source: null,
            },
          ],
          totals: [number('1200'), number('12.5'), ratio('331', '410'), null],
        },
      ],
    },
    {
      depth: 2,
      title: FORM,
      columns: COLUMNS.slice(0, 1),
      tables: [
        {
          unitName: 'Phường Đức Xuân',
          rows: [row('Tổ 1', [number('12345678901234567890')]), row('Tổ 2', [number('1')])],
          totals: [number('12345678901234567891')],
        },
        // as a child of the unit itself may be called
        { unitName: 'UBND thành phố Bắc Kạn', rows: [row('Tổ 3', [number('4')])], totals: [number('4')] },
      ],
    },
  ],
  sections: [
    {
      title: 'Kết quả chính',
      paragraphs: [
        { text: 'Đã treo 120 băng rôn.\nĐã có 3 phóng sự.', unitName: 'Phường Đức Xuân', edited: true },
        { text: 'Toàn thành phố hưởng ứng.', unitName: null, edited: false },
      ],
    },
    { title: 'Kiến nghị', paragraphs: [] },
  ],
  targets: [{ label: 'Số băng rôn', total: '1500', attained: '1200', percent: '80' }],
};
