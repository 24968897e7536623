/** A whole number as it is typed here: `12`, `-3`, `1.250` with dots by threes; null for anything else. */
export function readWhole(text: string): number | null {
  const trimmed = text.trim().replace(/^−/, '-');
  if (!/^-?(\d{1,3}(\.\d{3})+|\d{1,9})$/.test(trimmed)) return null;
  return Number(trimmed.replaceAll('.', ''));
}
