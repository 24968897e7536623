import { describe, expect, it } from 'vitest';
import type { Row } from './api.ts';
import {
  actable,
  DRAWING,
  leftToOthers,
  sortedRows,
  standingIn,
  standingWord,
  stands,
  wantedRows,
} from './rows.ts';

const row = (unitName: string, more: Partial<Row> = {}): Row => ({
  obligationId: unitName,
  unitId: unitName,
  unitName,
  reportId: 'r',
  consolidates: false,
  status: 'open',
  counts: false,
  timeliness: 'inTime',
  lateDays: 0,
  dueAt: null,
  reworkDueAt: null,
  returnReason: null,
  targets: {},
  version: 0,
  acceptedVersion: null,
  revision: 1,
  shown: null,
  latest: null,
  askedExtension: null,
  lastReminder: null,
  ownReport: false,
  ownRequest: false,
  ...more,
});
const version = (value: string): NonNullable<Row['shown']> => ({
  no: 1,
  kind: 'ordinary',
  state: 'submitted',
  hash: '',
  values: { flags: { kind: 'number', value } },
  receivedAt: '2024-12-01T00:00:00.000Z',
  byName: null,
  onBehalfOfName: null,
  attachments: 0,
});
const rows = [
  row('Xã Đức Xuân', { status: 'submitted', version: 1, shown: version('9'), latest: version('9') }),
  row('Phường Á', {
    status: 'accepted',
    counts: true,
    version: 1,
    shown: version('10'),
    latest: version('10'),
  }),
  row('Xã Cuối', { timeliness: 'overdue', lateDays: 2 }),
  row('Phường Trả', { status: 'returned', version: 2 }),
];
const names = (some: readonly Row[]): string[] => some.map(({ unitName }) => unitName);

describe('the rows of the table of children', () => {
  it('are found with or without accents, and by where they stand', () => {
    expect(names(wantedRows(rows, { text: 'duc xuan', standing: 'all' }))).toEqual(['Xã Đức Xuân']);
    expect(names(wantedRows(rows, { text: '', standing: 'missing' }))).toHaveLength(3);
    expect(names(wantedRows(rows, { text: '', standing: 'late' }))).toEqual(['Xã Cuối']);
    expect(rows.filter((each) => stands(each, 'waiting'))).toHaveLength(1);
  });

  it('are those that a link leads to; all of them where it names none', () => {
    expect(standingIn(new URLSearchParams(standingWord('extension')))).toBe('extension');
    expect(standingIn(new URLSearchParams('standing=none-of-them'))).toBe('all');
  });

  it('are put in order as numbers, by Vietnamese names, and what has no figure stays last', () => {
    expect(sortedRows(rows, DRAWING)).toEqual(rows);
    expect(names(sortedRows(rows, { by: '=flags', down: false })).slice(0, 2)).toEqual([
      'Xã Đức Xuân',
      'Phường Á',
    ]);
    expect(names(sortedRows(rows, { by: '=flags', down: true })).slice(0, 2)).toEqual([
      'Phường Á',
      'Xã Đức Xuân',
    ]);
    expect(names(sortedRows(rows, { by: 'unit', down: false }))).toEqual([
      'Phường Á',
      'Phường Trả',
      'Xã Cuối',
      'Xã Đức Xuân',
    ]);
    expect(names(sortedRows(rows, { by: 'standing', down: false }))[0]).toBe('Xã Đức Xuân');
  });

  it('take only the acts that their state allows', () => {
    expect(names(actable(rows, 'accept'))).toEqual(['Xã Đức Xuân']);
    expect(names(actable(rows, 'return'))).toEqual(['Xã Đức Xuân', 'Phường Á']);
    expect(names(actable(rows, 'remind'))).toEqual(['Xã Cuối', 'Phường Trả']);
  });

  it('that somebody handed in himself are left to others, and named', () => {
    const own = row('Xã Của Mình', { status: 'submitted', version: 1, ownReport: true });
    const all = [...rows, own, row('Xã Đang Làm', { ownReport: true })];
    expect(actable(all, 'accept')).toEqual(actable(rows, 'accept'));
    expect(actable(all, 'return')).toEqual(actable(rows, 'return'));
    expect(leftToOthers(all)).toEqual([own]);
  });
});
