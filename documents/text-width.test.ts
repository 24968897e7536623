import { describe, expect, it } from 'vitest';
import { bodyLines, boldWidth, evenLines } from './text-width.ts';

describe('the name of a body at the head of a letter', () => {
  it('stays in one line where it fits', () => {
    expect(evenLines('UBND TỈNH BẮC GIANG', 24, 3742)).toEqual(['UBND TỈNH BẮC GIANG']);
  });

  it('is broken into even lines where it does not', () => {
    expect(evenLines('ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN', 24, 3742)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ BẮC KẠN',
    ]);
  });

  it.each([
    // evenness alone would leave ỦY BAN NHÂN over DÂN XÃ …
    ['ỦY BAN NHÂN DÂN XÃ BÌNH AN', 'ỦY BAN NHÂN DÂN', 'XÃ BÌNH AN'],
    ['ỦY BAN NHÂN DÂN THỊ XÃ LA GI', 'ỦY BAN NHÂN DÂN', 'THỊ XÃ LA GI'],
    ['ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC KẠN', 'ỦY BAN NHÂN DÂN', 'THÀNH PHỐ BẮC KẠN'],
    // a line more is not worth it, and xã hội is no territory
    ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HẠ XUYÊN', 'ỦY BAN MẶT TRẬN TỔ QUỐC', 'VIỆT NAM TỈNH HẠ XUYÊN'],
    ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'SỞ LAO ĐỘNG - THƯƠNG', 'BINH VÀ XÃ HỘI'],
    ['UBND XÃ TÂN AN', 'UBND XÃ TÂN AN'],
  ])('is broken before its territory where that takes no further line: %s', (name, ...lines) => {
    expect(bodyLines(name, 24, 3742)).toEqual(lines);
  });

  it('takes as many lines as it needs, and loses no word', () => {
    const name = 'BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH GIAO THÔNG VÀ NÔNG NGHIỆP TỈNH THÁI NGUYÊN';
    const lines = evenLines(name, 24, 3742);
    expect(lines.join(' ')).toBe(name);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(boldWidth(line, 24)).toBeLessThanOrEqual(3742);
  });

  it('is found at once, however many words there are', () => {
    const subject = Array.from({ length: 120 }, (_, word) => `chữ${word}`).join(' ');
    const lines = evenLines(subject, 28, 7800);
    expect(lines.join(' ')).toBe(subject);
    for (const line of lines) expect(boldWidth(line, 28)).toBeLessThanOrEqual(7800);
  });

  it('of one endless word is left to the word processor', () => {
    expect(evenLines('A'.repeat(60), 24, 3742)).toEqual(['A'.repeat(60)]);
    expect(evenLines('', 24, 3742)).toEqual([]);
  });
});

it('the width of a line does not depend on accents', () => {
  expect(boldWidth('ĐỘC LẬP', 26)).toBe(boldWidth('DOC LAP', 26));
  // Quốc hiệu at 12 pt fits into the right column of 94 mm
  expect(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 24)).toBeLessThan(5329);
});
