/** Search form: no accents, no case; đ has no decomposition of its own (domain rule for Vietnamese text). */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
