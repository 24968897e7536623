import { describe, expect, it } from 'vitest';
import { Unit } from '#model';
import { readUnitCsv } from './unit-import-csv.ts';
import { planUnitImport } from './unit-import-plan.ts';

const TODAY = '2026-05-10';
const unit = (given: Partial<Record<keyof Unit, unknown>>): Unit =>
  Unit.parse({ code: '', kind: 'commune', ...given });
const existing = [
  unit({ id: 'vn', code: 'VN', name: 'Việt Nam', kind: 'nation' }),
  unit({
    id: '2025-province-75',
    code: '75',
    name: 'Tỉnh Đồng Nai',
    type: 'Tỉnh',
    kind: 'province',
    parentId: 'vn',
  }),
  unit({ id: '2025-commune-1', code: '00001', name: 'Xã Một', type: 'Xã', parentId: '2025-province-75' }),
];

function plan(...lines: string[]) {
  const read = readUnitCsv(lines.join('\n'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return planUnitImport(read.value, existing, TODAY);
}
const codes = (...lines: string[]) =>
  plan(...lines).problems.map(({ code, path }) => [code, ...path.slice(1)].join(' '));
function refusal(csv: string) {
  const read = readUnitCsv(csv);
  return read.ok
    ? []
    : read.problems.map(({ code, params }) => `${code} ${params['column'] ?? params['line'] ?? ''}`.trim());
}

describe('a unit file', () => {
  it('adds units below units of the same file, in any order, and makes their ids', () => {
    const { adds, units, problems } = plan(
      'code,name,kind,parentCode,validFrom',
      '00003,Xã Ba,commune,76,2025-07-01',
      '76,Tỉnh Mới,province,VN,2025-07-01',
    );
    expect(problems).toEqual([]);
    expect(adds.map(({ id }) => id)).toEqual(['2025-commune-00003', '2025-province-76']);
    expect(units.map(({ parentId }) => parentId)).toEqual(['2025-province-76', 'vn']);
  });

  it('keeps the former name with its last day, the day before the new one', () => {
    const { renames, closes, moves, changes } = plan(
      'code,name,kind,type,nameFrom',
      '75,Thành phố Đồng Nai,province,Thành phố,30/04/2026',
    );
    expect(renames).toEqual([
      {
        line: 2,
        id: '2025-province-75',
        oldName: 'Tỉnh Đồng Nai',
        oldType: 'Tỉnh',
        newName: 'Thành phố Đồng Nai',
        untilDate: '2026-04-29',
      },
    ]);
    expect([closes, moves, changes]).toEqual([[], [], []]);
  });

  it('takes today as the day of a new name where the file has none', () => {
    expect(plan('code,name,kind', '00001,Xã Mot,commune').renames[0]?.untilDate).toBe('2026-05-09');
  });

  it('leaves alone what a column it lacks would say, and counts lines that change nothing', () => {
    const { unchanged, units } = plan('code,name,kind', '00001,Xã Một,commune');
    expect([unchanged, units]).toEqual([1, []]);
  });

  it('moves and closes', () => {
    const { moves, closes } = plan(
      'id,code,name,kind,type,parentId,validTo',
      '2025-commune-1,00001,Xã Một,commune,Xã,vn,2026-06-30',
    );
    expect(moves).toEqual([
      { line: 2, id: '2025-commune-1', fromParentId: '2025-province-75', toParentId: 'vn' },
    ]);
    expect(closes).toEqual([{ line: 2, id: '2025-commune-1', name: 'Xã Một', validTo: '2026-06-30' }]);
  });

  it('treats composed and decomposed accents as the same name', () => {
    expect(plan('code,name,kind', `00001,${'Xã Một'.normalize('NFD')},commune`).unchanged).toBe(1);
  });
});

describe('a unit file with faults says the line and the column', () => {
  it('for dates that do not exist', () => {
    expect(codes('code,name,kind,validFrom', '1,A,commune,2025-02-30', '2,B,commune,30/02/2025')).toEqual([
      'organisation.impossibleDate 2 validFrom',
      'organisation.impossibleDate 3 validFrom',
    ]);
  });

  it('for dates in the wrong order and names of the future', () => {
    expect(codes('code,name,kind,validFrom,validTo', '1,A,commune,2025-02-02,2025-02-01')).toEqual([
      'organisation.datesReversed 2 validTo',
    ]);
    expect(codes('code,name,kind,nameFrom', '00001,A,commune,2026-05-11')).toEqual([
      'organisation.nameFromFuture 2 nameFrom',
    ]);
  });

  it('for unknown and ambiguous units above', () => {
    expect(codes('code,name,kind,parentCode', '9,A,commune,99')).toEqual([
      'organisation.unknownParent 2 parentCode',
    ]);
    expect(codes('code,name,kind,parentId', '9,A,commune,no-such')).toEqual([
      'organisation.unknownParent 2 parentId',
    ]);
    expect(codes('code,name,kind,parentCode', '75,Huyện X,district,VN', '9,A,commune,75')).toEqual([
      'organisation.ambiguousParent 3 parentCode',
    ]);
  });

  it('for codes and ids that stand twice', () => {
    expect(codes('code,name,kind', '9,A,commune', '9,B,commune')).toContain('organisation.repeatedUnit 3 id');
    expect(codes('id,code,name,kind', 'new,00001,A,commune')).toEqual(['organisation.doubledCode 2 code']);
  });

  it('for circles, other chains and units that outlive the one above', () => {
    expect(codes('id,code,name,kind,parentId', 'a,A,A,commune,b', 'b,B,B,ward,a')).toEqual([
      'organisation.circle 2 parentId',
      'organisation.circle 3 parentId',
    ]);
    expect(codes('code,name,kind,chain,parentId', 'F1,MTTQ,front,front,vn')).toEqual([
      'organisation.parentOfOtherChain 2 parentId',
    ]);
    expect(codes('code,name,kind,type,validTo', '75,Tỉnh Đồng Nai,province,Tỉnh,2026-12-31')).toEqual([
      'organisation.outlivesParent 2 validTo',
    ]);
  });

  it('for empty names, bad attributes and units without code or id', () => {
    expect(codes('code,name,kind', '9,,commune')).toEqual(['organisation.badValue 2 name']);
    expect(codes('code,name,kind,attributes', '9,A,commune,[1]')).toEqual([
      'organisation.badAttributes 2 attributes',
    ]);
    expect(codes('code,name,kind', ',A,commune')).toEqual(['organisation.idNeeded 2 id']);
  });

  it('for columns that are missing, unknown or repeated, and for broken CSV', () => {
    expect(refusal('code,name\n1,A')).toEqual(['organisation.missingColumn kind']);
    expect(refusal('code,name,kind,paren\n1,A,b,c')).toEqual(['organisation.unknownColumn paren']);
    expect(refusal('code,name,name,kind\n1,A,b,c')).toEqual(['organisation.repeatedColumn name']);
    expect(refusal('code,name,kind\n1,"A,b')).toEqual(['organisation.csvMalformed 2']);
    expect(refusal('code,name,kind\n1,A')).toEqual(['organisation.csvMalformed 2']);
    expect(refusal('code,name,kind')).toEqual(['organisation.csvEmpty']);
  });

  it('counts lines as an editor does, blank lines and quoted line breaks included', () => {
    expect(codes('code,name,kind,validFrom', '', '"1",A,commune,', '2,"B', 'b",commune,2025-13-01')).toEqual([
      'organisation.impossibleDate 5 validFrom',
    ]);
  });
});
