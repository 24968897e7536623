import { describe, expect, it } from 'vitest';
import { paragraphsOf, startOfParagraph } from './body-text.ts';

describe('the text of a letter', () => {
  it('is a paragraph per line, without empty lines and the hard spaces of a pasted text', () => {
    expect(paragraphsOf('Để triển khai:\r\n\r\n1.\u00a0Treo cờ; \n- banner.\n')).toEqual([
      'Để triển khai:',
      '1. Treo cờ;',
      '- banner.',
    ]);
    expect(paragraphsOf(' \n ')).toEqual([]);
  });

  it('knows where a paragraph begins', () => {
    const text = 'Một\n\nHai\nBa';
    expect([0, 1, 2, 3].map((index) => startOfParagraph(text, index))).toEqual([0, 5, 9, text.length]);
  });
});
