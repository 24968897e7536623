import { describe, expect, it } from 'vitest';
import { ranked } from './ranking.ts';

const labels = (query: string, ...items: string[]) =>
  ranked(
    items.map((label) => ({ label })),
    query,
  ).map(({ label }) => label);

describe('finding by words', () => {
  it('needs no accents', () => {
    expect(labels('so cong thuong', 'Sở Công Thương', 'Sở Y tế')).toEqual(['Sở Công Thương']);
    expect(labels('đội', 'Đội quản lý', 'Đơn vị')).toEqual(['Đội quản lý']);
    expect(labels('doi', 'Đội quản lý')).toEqual(['Đội quản lý']);
  });

  it('puts first what begins so, then where a word begins so, then the rest', () => {
    expect(labels('xã', 'Hợp tác xã', 'Kho-xăng', 'Xã, phường', 'Maxa')).toEqual([
      'Xã, phường',
      'Hợp tác xã',
      'Kho-xăng',
      'Maxa',
    ]);
  });

  it('takes words in any order', () => {
    expect(labels('huyện ubnd', 'UBND cấp huyện', 'UBND cấp xã')).toEqual(['UBND cấp huyện']);
  });

  it('looks at further words last', () => {
    const items = [
      { label: 'Khóa vị trí', words: 'lock' },
      { label: 'Lock', words: '' },
    ];
    expect(ranked(items, 'lock').map(({ label }) => label)).toEqual(['Lock', 'Khóa vị trí']);
  });

  it('keeps all in their order without a query, and finds nothing in nothing', () => {
    expect(labels('  ', 'b', 'a')).toEqual(['b', 'a']);
    expect(labels('không có', 'b', 'a')).toEqual([]);
  });
});
