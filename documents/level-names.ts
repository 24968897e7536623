import type { Level } from './consolidation.ts';
import { sheetNames } from './sheet-names.ts';

/**
 * What the sheets of the levels are called: `Cấp 1 – UBND thành phố Bắc Kạn`, `Cấp 2 – 7 nơi tổng hợp`; with
 * several report forms `Cấp 1, biểu 2 – Báo cáo số liệu`, so that what is cut off is never what tells them apart.
 */
export function levelNames(levels: readonly Level[], reserved: readonly string[]): readonly string[] {
  const forms = [...new Set(levels.map(({ title }) => title))];
  return sheetNames(
    levels.map(({ depth, title, tables }) =>
      forms.length > 1
        ? `Cấp ${depth}, biểu ${forms.indexOf(title) + 1} – ${title}`
        : `Cấp ${depth} – ${tables.length === 1 ? shortOffice(tables[0]?.unitName ?? '') : `${tables.length} nơi tổng hợp`}`,
    ),
    reserved,
  );
}

/** There is room for 31 characters. */
const shortOffice = (name: string): string => name.replace(/(?:Ủy|Uỷ) ban nhân dân/giu, 'UBND');
