import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line of a table for spreadsheets', () => {
  it('never begins a cell with what is taken for a formula', () => {
    expect(csvLine(['=1+1', '+84', '@SUM(A1)', '-2+3', '\tx'])).toBe("'=1+1,'+84,'@SUM(A1),'-2+3,'\tx\r\n");
  });

  it('leaves numbers and texts as they are, and quotes what would break the table', () => {
    expect(csvLine([-5, '-1.234,5', 'Phường "Đức Xuân"', 'a\nb', null])).toBe(
      '-5,"-1.234,5","Phường ""Đức Xuân""","a\nb",\r\n',
    );
  });
});
