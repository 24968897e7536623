import { expect, test } from 'vitest';
import { isNotation } from '#engine/document-code';
import type { Directive, Role } from '#model';
import { bodyName, defaultOffice, onlyLeader } from './default-office.ts';

const CITY = { name: 'Thành Phố Bắc Kạn', kind: 'district' };
const WARD = { name: 'Phường Đức Xuân', kind: 'commune', chain: 'state', ancestors: [CITY] };

test('a territory speaks through its people’s committee', () => {
  expect(bodyName(WARD)).toBe('UBND phường Đức Xuân');
  expect(bodyName(CITY)).toBe('UBND thành phố Bắc Kạn');
  expect(bodyName({ name: 'Phòng Kinh tế', kind: 'office' })).toBe('Phòng Kinh tế');
});

test('a ward without an office of its own still has a head, a notation, a place and a signature', () => {
  expect(defaultOffice(WARD, null)).toMatchObject({
    issuingBody: 'Ủy ban nhân dân phường Đức Xuân',
    parentBody: null,
    notation: 'UBND',
    place: 'Đức Xuân',
    signatureAuthority: ['TM'],
    signatureTitles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  });
});

test('an office of a territory writes its initials and stands under its parent', () => {
  const office = {
    name: 'Phòng Kinh tế thành phố Bắc Kạn',
    kind: 'office',
    chain: 'state',
    ancestors: [CITY],
  };
  expect(defaultOffice(office, null)).toMatchObject({
    notation: 'PKT',
    parentBody: 'UBND thành phố Bắc Kạn',
    place: 'Bắc Kạn',
    signatureTitles: ['TRƯỞNG PHÒNG'],
  });
});

test('a body outside the tree of territories stands where its name says', () => {
  const front = {
    name: 'Ủy ban MTTQ Việt Nam thành phố Bắc Kạn',
    kind: 'front',
    chain: 'front',
    ancestors: [],
  };
  expect(defaultOffice(front, null)).toMatchObject({
    notation: 'MTTQ-BTT',
    place: 'Bắc Kạn',
    system: 'front',
    parentBody: null,
  });
  // written with the tone on the other letter, and one of its member organisations
  const other = { ...front, name: 'Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh Bắc Kạn' };
  expect(defaultOffice(other, null).notation).toBe('MTTQ-BTT');
  expect(defaultOffice({ ...front, name: 'Hội Nông dân tỉnh Bắc Kạn' }, null).notation).toBe('HND');
});

test('every derived notation is one that the grammar takes', () => {
  for (const name of [
    'Ủy ban MTTQ Việt Nam thành phố Bắc Kạn',
    'Sở Công Thương',
    'Trường Tiểu học Đức Xuân',
    '—',
  ])
    expect(isNotation(defaultOffice({ ...WARD, kind: 'other', name }, null).notation, 'state'), name).toBe(
      true,
    );
});

test('whoever issued a directive before looks as it did there', () => {
  const last: Directive = {
    codeNumber: '12',
    codeNotation: 'UBND-VX',
    system: 'state',
    documentType: 'Công văn',
    subject: 'x',
    issuedDate: null,
    place: 'Đức Xuân',
    issuingBody: 'UBND PHƯỜNG ĐỨC XUÂN',
    parentBody: null,
    draftingUnit: null,
    legalBasis: [],
    addressees: [],
    paragraphs: [],
    recipients: [],
    electronicOnly: false,
    signature: null,
    urgency: 'ordinary',
  };
  const office = defaultOffice(WARD, last, 'Ví dụ: Lê Văn A');
  expect([office.issuingBody, office.notation]).toEqual(['UBND PHƯỜNG ĐỨC XUÂN', 'UBND-VX']);
  // its letters are no plans
  const plan = { ...last, documentType: 'Kế hoạch', codeNotation: 'KH-UBND-VX' };
  expect(defaultOffice(WARD, plan).notation).toBe('UBND-VX');
  expect(defaultOffice(WARD, { ...plan, codeNotation: 'UBND-VX' }).notation).toBe('UBND-VX');
  // it was signed by hand: who signs follows from the house
  expect([office.signatureTitles, office.signerName]).toEqual([
    ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    'Ví dụ: Lê Văn A',
  ]);
});

test('the only leader of a house signs; of several, and of a deputy, nobody is guessed', () => {
  const person = (name: string, title: string, ...roles: Role[]) => ({ name, title, roles });
  const chair = person('Ví dụ: chủ tịch', 'Chủ tịch', 'clerk', 'leader');
  const officer = person('Ví dụ: công chức', 'Công chức', 'officer');
  expect(onlyLeader([officer, chair])).toBe(chair.name);
  expect(onlyLeader([officer])).toBeNull();
  expect(onlyLeader([chair, person('Ví dụ: phó chủ tịch', 'Phó Chủ tịch', 'leader')])).toBeNull();
  expect(onlyLeader([person('Ví dụ: phó chủ tịch', 'Phó Chủ tịch', 'leader')])).toBeNull();
  expect(defaultOffice(WARD, null, chair.name).signerName).toBe(chair.name);
});
