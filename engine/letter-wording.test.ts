import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Directive, LegalBasis, Recipient } from '#model';
import { basisText, unsaidBases } from './letter-basis.ts';
import { aboutText } from './letter-citation.ts';
import { recipientLines } from './letter-recipients.ts';
import {
  aboutLine,
  addresseeLines,
  codeLine,
  dateInWords,
  dayLine,
  deadlineText,
  isOfficialLetter,
  shortDate,
  signatureLines,
} from './letter-wording.ts';

/** Of the letter of the city of Bắc Kạn, 2024. */
const BAC_KAN = Directive.parse({
  codeNumber: null,
  codeNotation: 'UBND-KT',
  documentType: 'Công văn',
  subject: 'triển khai hưởng ứng Chương trình',
  issuedDate: { year: 2024, month: 11, day: null },
  place: 'TP. Bắc Kạn',
  issuingBody: 'ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN',
  addressees: [
    { text: 'Ủy ban Mặt trận tổ quốc Việt Nam thành phố' },
    { text: 'Các phòng, ban, ngành, đoàn thể thành phố' },
    { text: 'UBND các xã, phường' },
  ],
  signature: { authority: ['TM', 'KT'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
});

const RECIPIENTS = z.array(Recipient).parse([
  { name: 'Như trên', purpose: 'forAction', sameAsAddressees: true },
  { name: 'Sở Công Thương', purpose: 'forInformation' },
  { name: 'TB, PTB Bùi Ngọc Hải', purpose: 'forReport' },
  { name: 'Cổng TTĐT Heza', purpose: 'publication' },
  { name: 'VP', purpose: 'archive' },
  { name: 'DN&GSĐT', purpose: 'archive' },
]);

const INSTRUCTION = LegalBasis.parse({
  documentCode: '28/CT-TTg',
  type: 'Chỉ thị',
  title: 'về tăng cường thực hiện Cuộc vận động',
  issuedDate: { year: 2021, month: 10, day: 26 },
  body: 'Thủ tướng Chính phủ',
  relation: 'policyBackground',
});

describe('place and date of a letter', () => {
  it('write days below 10 and the months 1 and 2 with a leading zero, other months without', () => {
    expect(dayLine('Hà Nội', { year: 2026, month: 2, day: 5 })).toBe('Hà Nội, ngày 05 tháng 02 năm 2026');
    expect(dayLine('Hà Nội', { year: 2026, month: 3, day: 15 })).toBe('Hà Nội, ngày 15 tháng 3 năm 2026');
  });

  it('leave blank what is not known yet', () => {
    expect(dayLine('TP. Bắc Kạn', BAC_KAN.issuedDate)).toBe('TP. Bắc Kạn, ngày … tháng 11 năm 2024');
    expect(dayLine('', null)).toBe('…, ngày … tháng … năm …');
    expect(shortDate({ year: 2022, month: 3, day: null })).toBe('03/2022');
    expect(dateInWords({ year: 2022, month: 3, day: null })).toBe('tháng 03/2022');
    expect(dateInWords({ year: 2022, month: 3, day: 4 })).toBe('ngày 04/03/2022');
  });
});

describe('the code of a letter', () => {
  it('leaves the number blank until there is one, and writes 1 to 9 with a zero', () => {
    expect(codeLine(BAC_KAN)).toBe('Số: …/UBND-KT');
    expect(codeLine({ ...BAC_KAN, codeNumber: '7' })).toBe('Số: 07/UBND-KT');
  });

  it('follows the Party’s grammar in a letter of the Party', () => {
    expect(codeLine({ ...BAC_KAN, system: 'party', codeNumber: '1101', codeNotation: 'CV/TU' })).toBe(
      'Số 1101-CV/TU',
    );
  });
});

describe('the subject of a letter', () => {
  it.each([
    ['triển khai', 'V/v triển khai', 'về việc triển khai'],
    ['V/v triển khai', 'V/v triển khai', 'về việc triển khai'],
    ['v/v: triển khai', 'V/v triển khai', 'về việc triển khai'],
    ['Về việc triển khai', 'V/v triển khai', 'về việc triển khai'],
    ['Về tăng cường', 'V/v Về tăng cường', 'về tăng cường'],
  ])('%s says once what it is about', (subject, line, cited) => {
    expect([aboutLine({ subject }), aboutText(subject)]).toEqual([line, cited]);
  });
});

describe('Nơi nhận', () => {
  it('names the purpose of each, the archive last in one line', () => {
    expect(recipientLines(RECIPIENTS).map(({ text }) => text)).toEqual([
      '- Như trên;',
      '- Sở Công Thương (để biết);',
      '- TB, PTB Bùi Ngọc Hải (b/c);',
      '- Cổng TTĐT Heza (đăng tải);',
      '- Lưu: VP, DN&GSĐT.',
    ]);
  });

  it('does not say a purpose twice', () => {
    const [line] = recipientLines([
      { name: 'Như trên (t/h)', purpose: 'forAction', unit: null, sameAsAddressees: true },
    ]);
    expect(line?.text).toBe('- Như trên (t/h).');
  });
});

describe('the signature', () => {
  it('puts each sign of authority before its title', () => {
    expect(BAC_KAN.signature && signatureLines(BAC_KAN.signature, 'state')).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
    ]);
    expect(signatureLines({ authority: ['TM'], titles: ['BAN THƯỜNG VỤ'] }, 'party')).toEqual([
      'T/M BAN THƯỜNG VỤ',
    ]);
    expect(signatureLines({ authority: ['TL'], titles: [] }, 'state')).toEqual(['TL. …']);
  });
});

describe('the basis chain in the letter', () => {
  it('is written out where the text does not name it', () => {
    const letter = { legalBasis: [INSTRUCTION], paragraphs: ['Đề nghị các tỉnh triển khai.'] };
    expect(unsaidBases(letter)).toEqual([
      {
        at: 0,
        text: 'Căn cứ Chỉ thị số 28/CT-TTg ngày 26/10/2021 của Thủ tướng Chính phủ về tăng cường thực hiện Cuộc vận động.',
      },
    ]);
    expect(unsaidBases({ ...letter, paragraphs: ['Thực hiện Chỉ thị số 28/CT-TTg …'] })).toEqual([]);
  });

  it('is named by its whole code, and by its body where another has the same', () => {
    const basis = (documentCode: string, body: string) =>
      LegalBasis.parse({ documentCode, body, type: 'Công văn', relation: 'policyBackground' });
    const unsaid = (paragraph: string, ...legalBasis: LegalBasis[]) =>
      unsaidBases({ legalBasis, paragraphs: [paragraph] }).map(({ text }) => text);
    const [province, city] = [basis('05/UBND-KT', 'UBND tỉnh'), basis('05/UBND-KT', 'UBND thành phố')];
    const lines = ['Căn cứ Công văn số 05/UBND-KT của UBND tỉnh.'];
    expect(unsaid('Thực hiện Công văn số 05/UBND-KT của UBND thành phố, …', province, city)).toEqual(lines);
    expect(unsaid('Thực hiện Công văn số 105/UBND-KT …', province)).toEqual(lines);
    expect(unsaid('Thực hiện Công văn số 05/UBND-KTN …', province)).toEqual(lines);
    expect(unsaid('Thực hiện Công văn số 5/UBND-KT, …', province)).toEqual([]);
  });

  it('needs neither code nor date', () => {
    const basis = (title: string, body = 'Bộ Công Thương', type: string | null = null) =>
      basisText(LegalBasis.parse({ documentCode: null, title, body, type, relation: 'policyBackground' }));
    expect(basis('')).toBe('Căn cứ Bộ Công Thương');
    expect(basis('phát động Chương trình')).toBe('Căn cứ Bộ Công Thương phát động Chương trình');
    expect(basis('Chương trình do Bộ Công thương tổ chức')).toBe(
      'Căn cứ Chương trình do Bộ Công thương tổ chức',
    );
    expect(basis('Chương trình hành động')).toBe('Căn cứ Chương trình hành động của Bộ Công Thương');
    expect(basis('Đề án phát triển', '', 'Đề án')).toBe('Căn cứ Đề án phát triển');
  });
});

describe('what kind of letter it is', () => {
  it('is read without regard to case and accents', () => {
    expect(isOfficialLetter({ documentType: 'CÔNG VĂN' })).toBe(true);
    expect(isOfficialLetter({ documentType: 'Kế hoạch' })).toBe(false);
  });
});

describe('Kính gửi', () => {
  it('ends each line once', () => {
    expect(addresseeLines([{ text: 'UBND các tỉnh', node: null }])).toEqual(['UBND các tỉnh.']);
    expect(addresseeLines(BAC_KAN.addressees)).toEqual([
      '- Ủy ban Mặt trận tổ quốc Việt Nam thành phố;',
      '- Các phòng, ban, ngành, đoàn thể thành phố;',
      '- UBND các xã, phường.',
    ]);
  });
});

describe('a deadline', () => {
  it('says whether its day still counts', () => {
    const date = '2024-12-08';
    expect(deadlineText({ date, time: null, bound: 'before' })).toBe('trước ngày 08/12/2024');
    expect(deadlineText({ date, time: null, bound: 'by' })).toBe('chậm nhất ngày 08/12/2024');
    expect(deadlineText({ date, time: '15:00', bound: 'by' })).toBe('chậm nhất 15 giờ 00 ngày 08/12/2024');
  });
});
