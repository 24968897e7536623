const LONGEST = 31;

/**
 * Names that a spreadsheet takes, one per title in its order: at most 31 characters, none of `[]:*?/\`, no
 * apostrophe at either end, no two alike whatever their case. What has to go goes from the end.
 */
export function sheetNames(titles: readonly string[], reserved: readonly string[] = []): readonly string[] {
  const taken = new Set(reserved.map((name) => name.toLocaleLowerCase('vi')));
  return titles.map((title) => {
    const plain = title
      .normalize('NFC')
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const base = plain === '' ? 'Bảng' : plain;
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` (${number})`;
      const name = `${shortened(base, LONGEST - end.length)}${end}`;
      if (taken.has(name.toLocaleLowerCase('vi'))) continue;
      taken.add(name.toLocaleLowerCase('vi'));
      return name;
    }
  });
}

const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
