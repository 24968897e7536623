/** `1234.5` → `1.234,5` (vi) or `1,234.5` (en). Works on the text: no figure passes through a float. */
export function decimal(value: string, language: string): string {
  const [thousands, point] = language === 'en' ? [',', '.'] : ['.', ','];
  const negative = value.startsWith('-');
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return `${negative ? '-' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`;
}

/** `3321` → `3.321` (vi). */
export const count = (value: number, language: string): string => decimal(String(value), language);
