import { readFileSync } from 'node:fs';
import type { Directive } from '#model';
import { TEMPLATES, type TemplateKey } from '#templates';

/** A source letter: its text as it was found, and its fields as they stand in it. */
export interface SourceLetter {
  readonly document: '000' | '001' | '002' | '004';
  readonly template: TemplateKey;
  readonly directive: Directive;
  readonly text: string;
  readonly parentBody: string | null;
  /** Null: the source has no head; the directive names the body. */
  readonly issuingBody: string | null;
  readonly code: string;
  readonly day: string;
  readonly subject: string;
  readonly addressees: readonly string[];
  /** Kept out of the body, whose text surrounds it. */
  readonly note: string | null;
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
  readonly signer: string | null;
  /** Lines of the body that are headings. */
  readonly headings: readonly string[];
  /** As it comes out of LibreOffice. */
  readonly pages: number;
}

/** Without markup, spaces and line ends, which are not the same in any two copies of a text. */
export const squashed = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/<\/?sup>/g, '')
    .replace(/\*+/g, '')
    .replace(/[\s\u00a0…]+/g, '');

const FIELDS: readonly Omit<SourceLetter, 'directive' | 'text'>[] = [
  {
    document: '000',
    template: 'heza-2024',
    parentBody: null,
    issuingBody: null,
    code: 'Số: /BQL-DN&GSĐT',
    day: 'Hải Phòng, ngày tháng năm 2024',
    subject: 'V/v hưởng ứng Chương trình nhận diện hàng Việt Nam thường niên trên quy mô toàn quốc năm 2024',
    addressees: [
      '- Các phòng chuyên môn;',
      '- Trung tâm Dịch vụ việc làm – Đào tạo – Xúc tiến đầu tư;',
      '- Các doanh nghiệp hoạt động trong Khu kinh tế Đình Vũ – Cát Hải và các khu công nghiệp trên địa bàn thành phố.',
    ],
    note: null,
    recipients: ['Như trên', 'Sở Công Thương', 'TB, PTB Bùi Ngọc Hải', 'Công TTĐT Heza', 'Lưu: VP, DN&GSĐT'],
    signature: ['KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'],
    signer: 'Bùi Ngọc Hải',
    headings: [],
    pages: 2,
  },
  {
    document: '001',
    template: 'bac-kan-2024',
    parentBody: null,
    issuingBody: 'ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN',
    code: 'Số: /UBND-KT',
    day: 'TP. Bắc Kạn, ngày tháng 11 năm 2024',
    subject:
      'V/v triển khai hưởng ứng Chương trình nhận diện hàng Việt Nam thường niên trên quy mô toàn quốc năm 2024',
    addressees: [
      '- Ủy ban Mặt trận tổ quốc Việt Nam thành phố;',
      '- Các phòng, ban, ngành, đoàn thể thành phố;',
      '- UBND các xã, phường.',
    ],
    note: null,
    recipients: ['Như trên', 'Sở Công Thương', 'Lãnh đạo UBND TP', 'Lưu: VT'],
    signature: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signer: 'Long Văn Thắng',
    headings: ['2. Nội dung hoạt động', '3. Tổ chức thực hiện'],
    pages: 2,
  },
  {
    document: '002',
    template: 'bac-giang-2023',
    parentBody: 'UBND TỈNH BẮC GIANG',
    issuingBody: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    code: 'Số: /STTTT-TTBCXB',
    day: 'Bắc Giang, ngày tháng 5 năm 2023',
    subject: 'V/v Tuyên truyền thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” năm 2023',
    addressees: [
      '- Phòng Văn hóa Thông tin các huyện, thành phố;',
      '- Trung tâm VH TT&TT các huyện, thành phố',
    ],
    note: 'Kết luận 107-KL/TW ngày 10/4/2015',
    recipients: ['Như trên (t/h)', 'Lãnh đạo Sở', 'Phòng TTBCXB, VP', 'Lưu VT'],
    signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    signer: 'Ngô Đình Tiến',
    headings: [],
    pages: 2,
  },
  {
    document: '004',
    template: 'quan-7-2023',
    parentBody: null,
    issuingBody: null,
    code: 'Số: /GDĐT-VP',
    day: 'Quận 7, ngày tháng năm 2023',
    subject:
      'V/v triển khai Kế hoạch Thực hiện Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam” trên địa bàn Quận 7 giai đoạn 2023 - 2024',
    addressees: ['- Hiệu trưởng các trường Mầm non, Tiểu học,THCS;', '- Giám đốc Trung tâm GDNN- GDTX.'],
    note: null,
    recipients: ['Như trên', 'Lưu: VT'],
    signature: [],
    signer: null,
    headings: [
      'I. Mục đích, ý nghĩa:',
      'II. Nhiệm vụ trọng tâm:',
      'III. Tổ chức thực hiện:',
      'IV. Thời hạn báo cáo:',
    ],
    pages: 3,
  },
];

export const SOURCE_LETTERS: readonly SourceLetter[] = FIELDS.map((fields) => {
  const directive = TEMPLATES.find(({ key }) => key === fields.template)?.directive;
  if (directive === undefined) throw new Error(`no template ${fields.template}`);
  const text = readFileSync(new URL(`./sources/${fields.document}.txt`, import.meta.url), 'utf8');
  return { ...fields, directive, text };
});

/** The body of the source, squashed: from below Kính gửi to Nơi nhận, without its note. */
export function bodyOfSource({ text, addressees, note }: SourceLetter): string {
  const last = addressees.at(-1) ?? '';
  const plain = text.normalize('NFC');
  const from = plain.indexOf(last) + last.length;
  const to = plain.search(/\**Nơi nhận:/);
  const body = plain.slice(from, to);
  return squashed(note === null ? body : body.replace(noteBlock(body), ''));
}

/** The note of the source, squashed, without its number. */
export function noteOfSource({ text, note }: SourceLetter): string | null {
  if (note === null) return null;
  return squashed(
    noteBlock(text.normalize('NFC'))
      .replace('---', '')
      .replace(/<sup>\d<\/sup>/, ''),
  );
}

/** Between the line that ends the page and the paragraph that goes on behind it. */
const noteBlock = (text: string): string => /\n---\n[\s\S]*?<sup>1<\/sup>[^\n]*\n/.exec(text)?.[0] ?? '';
