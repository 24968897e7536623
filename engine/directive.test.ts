import { describe, expect, it } from 'vitest';
import { Directive } from '#model';
import { issueWarnings, validateAddressees, validateDirective } from './directive.ts';
import { formatDocumentCode, parseDocumentCode, shownCode } from './document-code.ts';
import { chainOf } from './fixtures.ts';

describe('số, ký hiệu', () => {
  it.each([
    ['1680/SCT-QLTM', 'state', '1680', 'SCT-QLTM'],
    ['4092/KH-UBND-KT', 'state', '4092', 'KH-UBND-KT'],
    ['28/CT-TTg', 'state', '28', 'CT-TTg'],
    ['30/2020/NĐ-CP', 'state', '30', '2020/NĐ-CP'],
    ['/BQL-DN&GSĐT', 'state', null, 'BQL-DN&GSĐT'],
    ['1101-CV/TU', 'party', '1101', 'CV/TU'],
    ['107-KL/TW', 'party', '107', 'KL/TW'],
    [' 12/MTTQ-BTT ', 'front', '12', 'MTTQ-BTT'],
  ] as const)('%s of the %s system', (...[text, system, codeNumber, codeNotation]) => {
    const parsed = parseDocumentCode(text, system);
    expect(parsed).toMatchObject({ ok: true, value: { codeNumber, codeNotation } });
    expect(parsed.ok && formatDocumentCode(parsed.value, system)).toBe(text.trim());
  });

  it.each([
    ['…/UBND-KT', 'state'],
    ['…-CV/TU', 'party'],
  ] as const)('%s shows that there is no number yet, and is read so', (text, system) => {
    const parsed = parseDocumentCode(text, system);
    expect(parsed).toMatchObject({ ok: true, value: { codeNumber: null } });
    expect(parsed.ok && shownCode(parsed.value, system)).toBe(text);
    expect(parseDocumentCode(`…7${text.slice(1)}`, system).ok).toBe(false);
  });

  it('below ten is shown with a zero, and is the same number with it and without', () => {
    for (const text of ['5/UBND-KT', '05/UBND-KT', '005/UBND-KT']) {
      const parsed = parseDocumentCode(text, 'state');
      expect(parsed).toMatchObject({ ok: true, value: { codeNumber: '5' } });
      expect(parsed.ok && shownCode(parsed.value, 'state')).toBe('05/UBND-KT');
    }
  });

  it('is stored composed, so that Đ and accents compare equal', () => {
    const parsed = parseDocumentCode('386/QĐ-TTg'.normalize('NFD'), 'state');
    expect(parsed).toMatchObject({ ok: true, value: { codeNotation: 'QĐ-TTg' } });
  });

  it.each([
    ['1101-CV/TU', 'state', 'directive.codeOfOtherSystem'],
    ['1680/SCT-QLTM', 'party', 'directive.codeOfOtherSystem'],
    ['1680', 'state', 'directive.codeMalformed'],
    ['Công văn 1680/SCT', 'state', 'directive.codeMalformed'],
    ['1680/SCT QLTM', 'state', 'directive.codeMalformed'],
    [`1/${'A'.repeat(31)}`, 'state', 'directive.notationTooLong'],
  ] as const)('%s is refused for the %s system', (text, system, code) => {
    const parsed = parseDocumentCode(text, system);
    expect(parsed.ok ? [] : parsed.problems.map((each) => each.code)).toEqual([code]);
  });
});

const directive = (more: object = {}): Directive =>
  Directive.parse({
    codeNumber: null,
    codeNotation: 'UBND-KT',
    documentType: 'Công văn',
    subject: 'V/v triển khai',
    issuedDate: { year: 2024, month: 11, day: null },
    place: 'Bắc Kạn',
    issuingBody: 'UBND thành phố',
    recipients: [{ name: 'Lưu: VT', purpose: 'archive' }],
    signature: { authority: ['TM', 'KT'], titles: ['PHÓ CHỦ TỊCH'], name: 'Long Văn Thắng' },
    ...more,
  });
const codes = (more: object = {}) =>
  validateDirective(directive(more)).map(({ code, severity }) => `${severity} ${code}`);

describe('a directive', () => {
  it('may be a draft without number and day', () => {
    expect(codes()).toEqual([]);
  });

  it('is checked against the grammar of each system in its chain of bases', () => {
    const basis = (documentCode: string, system: string) => ({
      documentCode,
      system,
      body: 'x',
      relation: 'implements',
    });
    expect(codes({ legalBasis: [basis('1680/SCT-QLTM', 'state'), basis('1101-CV/TU', 'party')] })).toEqual(
      [],
    );
    const problems = validateDirective(directive({ legalBasis: [basis('1101-CV/TU', 'state')] }));
    expect(problems).toMatchObject([
      { code: 'directive.codeOfOtherSystem', path: ['legalBasis', 0, 'documentCode'] },
    ]);
  });

  it('cannot rest on a document issued after it; a partly known date is given the benefit of the doubt', () => {
    const on = (day: number, month: number) => ({
      documentCode: null,
      body: 'x',
      relation: 'implements',
      issuedDate: { year: 2024, month, day },
    });
    expect(codes({ legalBasis: [on(14, 11), on(30, 11)] })).toEqual([]);
    expect(codes({ legalBasis: [on(1, 12)] })).toEqual(['error directive.basisAfterIssue']);
  });

  it('says what is missing', () => {
    expect(
      codes({ signature: null, recipients: [], codeNumber: '5', issuedDate: null, codeNotation: 'UBND KT' }),
    ).toEqual([
      'error directive.notationMalformed',
      'warning directive.numberWithoutDate',
      'warning directive.unsigned',
      'warning directive.archiveMissing',
    ]);
    const same = { name: 'Như trên', purpose: 'forInformation', sameAsAddressees: true };
    expect(codes({ recipients: [same, { name: 'Lưu', purpose: 'archive' }] })).toEqual([
      'error directive.addresseesNotForAction',
    ]);
  });

  it('and its drawing name the same addressees', () => {
    const definition = chainOf(['province', 'district']);
    const to = (node: string | null) => directive({ addressees: [{ text: 'UBND các tỉnh', node }] });
    expect(validateAddressees(to('province'), definition)).toEqual([]);
    expect(validateAddressees(to('tinh'), definition).map(({ code }) => code)).toEqual([
      'directive.addresseeUnknown',
      'directive.groupNotAddressed',
    ]);
  });

  it('warns of a start before it was issued', () => {
    expect(issueWarnings(directive(), '2024-10-31T01:00:00Z')).toMatchObject([
      { code: 'directive.issuedAfterStart', severity: 'warning' },
    ]);
    expect(issueWarnings(directive(), '2024-11-02T01:00:00Z')).toEqual([]);
  });
});
