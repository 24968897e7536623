import { expect, test } from 'vitest';
import { fold, withoutAccents } from './fold.ts';

test.each(['NFC', 'NFD'] as const)('%s text loses every accent and keeps its letters', (form) => {
  const text = 'Đặc khu Phú Quốc, phường Đức Xuân, xã Ỷ Ngừng, quận Ô Môn, Ắp Lịch'.normalize(form);
  expect(withoutAccents(text)).toBe('Dac khu Phu Quoc, phuong Duc Xuan, xa Y Ngung, quan O Mon, Ap Lich');
});

test('dashes and quotation marks are those that people type', () => {
  expect(fold('Phòng Tài chính – Kế hoạch “A” ‘B’')).toBe('phong tai chinh - ke hoach "a" \'b\'');
});

test.each(['Đắk Lắk', 'đắk lắk', 'ĐẮK LẮK', 'Dak lak'])('“%s” is found by “dak lak”', (text) => {
  expect(fold(text)).toBe('dak lak');
  expect(fold(text.normalize('NFD'))).toBe('dak lak');
});
