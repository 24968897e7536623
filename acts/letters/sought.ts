import type { RegisterFilter } from '#db';

/** A code as people type it, `15/UBND-KT` or `1101-CV/TU`; leading zeros are how numbers below ten are written. */
const CODE = /^0*(\d{1,11})\s*[/-]\s*(\S.*)?$/u;

/** Words are sought folded; a code is sought exactly, since `Đ` and `&` are significant in it. */
export function soughtBy(q: string | undefined): Pick<RegisterFilter, 'words' | 'code'> {
  const text = q?.normalize('NFC').trim() ?? '';
  if (text === '') return { words: null, code: null };
  const [, number, notation = ''] = CODE.exec(text) ?? [];
  return number === undefined ? { words: text, code: null } : { words: null, code: { number, notation } };
}
