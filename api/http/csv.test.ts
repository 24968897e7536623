import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line of a table for spreadsheets', () => {
  it('never begins a cell with what is taken for a formula', () => {
    const line = csvLine(['=1+1', '+84', '@SUM(A1)', '-2+3', '\tx', '＝1']);
    expect(line).toBe("'=1+1,'+84,'@SUM(A1),'-2+3,'\tx,'＝1\r\n");
  });

  it('leaves numbers and texts as they are, and quotes what would break the table', () => {
    expect(csvLine([-5, 'Phường "Đức Xuân"', 'a\nb', '1,5', null])).toBe(
      '-5,"Phường ""Đức Xuân""","a\nb","1,5",\r\n',
    );
  });
});
