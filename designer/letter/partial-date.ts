import { PartialDate } from '#model';

/** `14/11/2024`, `11/2024`, `2024`; with blanks as in the letter: `…/11/2024`. Null where it cannot be read. */
export function readPartialDate(text: string): PartialDate | null {
  const parts = text
    .trim()
    .split(/\s*[/.-]\s*/)
    .filter((part) => !/^[….]*$/.test(part));
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) return null;
  const [year, month, day] = parts.map(Number).reverse();
  const parsed = PartialDate.safeParse({ year, month: month ?? null, day: day ?? null });
  return parsed.success ? parsed.data : null;
}
