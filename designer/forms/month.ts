/** `02/2026` as typed → `2026-02` as kept; null where it is no month. */
export function readMonth(text: string): string | null {
  const [, month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : null;
}

/** `2026-02` → `02/2026`. */
export const writeMonth = (month: string): string => month.split('-').reverse().join('/');
