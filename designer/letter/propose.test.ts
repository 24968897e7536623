import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { validateAddressees, validateDirective } from '#engine';
import { addresseesOf, notationOf, proposeLetter } from './propose.ts';

const DRAWING = Definition.parse({
  formatVersion: 1,
  key: 'hang-viet',
  title: 'Hưởng ứng Chương trình nhận diện hàng Việt Nam',
  reports: [{ id: 'ket-qua', title: 'Kết quả', kind: 'adHoc' }],
  nodes: [
    {
      id: 'thanh-pho',
      name: 'UBND thành phố Bắc Kạn',
      parent: null,
      select: { kind: 'root' },
      sharedTasks: [{ id: 'treo-co', text: 'Treo cờ, phong phướn.' }],
    },
    {
      id: 'mat-tran',
      name: 'Ủy ban MTTQ Việt Nam thành phố',
      parent: 'thanh-pho',
      select: { kind: 'ofKind', unitKinds: ['front'] },
    },
    {
      id: 'xa-phuong',
      name: 'UBND các xã, phường',
      parent: 'thanh-pho',
      select: { kind: 'ofKind', unitKinds: ['commune'] },
      tasks: [{ id: 'cho', text: 'Triển khai tới các chợ.' }],
      obligations: [{ report: 'ket-qua', due: { kind: 'date', date: '2024-12-08', bound: 'before' } }],
    },
  ],
});

describe('the ký hiệu proposed for a body', () => {
  it('is its usual abbreviation', () => {
    expect(notationOf('Sở Thông tin và Truyền thông')).toBe('STTTT');
    expect(notationOf('UBND thành phố Bắc Kạn')).toBe('UBND');
    expect(notationOf('Phòng Giáo dục và Đào tạo Quận 7')).toBe('PGDĐT');
    expect(notationOf('Bộ Công Thương')).toBe('BCT');
    expect(notationOf('123')).toBe('CQ');
  });
});

describe('a letter proposed from the drawing', () => {
  it('addresses every first group and breaks no rule but the missing signature', () => {
    const letter = proposeLetter(DRAWING, '2024-11-18');
    expect(validateAddressees(letter, DRAWING)).toEqual([]);
    expect(validateDirective(letter).map(({ code }) => code)).toEqual(['directive.unsigned']);
  });

  it('says the tasks of every group, and the date of the report with its bound', () => {
    const { paragraphs } = proposeLetter(DRAWING, '2024-11-18');
    expect(paragraphs[0]).toContain('các nội dung sau:');
    expect(paragraphs.slice(1)).toEqual([
      '1. Treo cờ, phong phướn.',
      '2. UBND các xã, phường:',
      '- Triển khai tới các chợ.',
      'Báo cáo kết quả gửi UBND thành phố Bắc Kạn trước ngày 08/12/2024 để tổng hợp.',
    ]);
  });
});

describe('Kính gửi taken from the drawing', () => {
  it('keeps the wording of what is bound and whatever stands outside the drawing', () => {
    const [first] = DRAWING.nodes.filter(({ parent }) => parent !== null);
    const known = [
      { text: 'Bộ Công Thương', node: null },
      { text: 'Ủy ban MTTQ thành phố', node: first?.id ?? '' },
    ];
    const taken = addresseesOf(DRAWING, known);
    expect(taken[0]).toEqual(known[1]);
    expect(taken.at(-1)).toEqual(known[0]);
    expect(new Set(taken.map(({ node }) => node)).size).toBe(taken.length);
  });
});
