/** Vietnamese text without its accents, `Đường` → `Duong`, composed or decomposed alike; đ has no decomposition. */
export const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/**
 * The form in which words are searched: no accents, no case, and the dashes and quotation marks of a keyboard.
 * For what the page has at hand; what the database searches is folded by its own function of this name.
 */
export const fold = (text: string): string =>
  withoutAccents(text)
    .toLowerCase()
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"');
