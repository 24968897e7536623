import { describe, expect, it } from 'vitest';
import { Calendar, type Definition } from '#model';
import { TEMPLATES } from '../../templates/index.ts';
import { applied } from '../drawing/command.ts';
import type { Trial } from '../drawing/findings-store.ts';
import { datesTable } from './date-rows.ts';
import { duesOfLevel, workingDaysBetween } from './due-of-level.ts';
import { movedBy } from './moved-by.ts';
import { parameterBound, sayTopDate, setParameterBound, setTopDate, topDates } from './top-date.ts';
import { workOut } from './work-out.ts';

const calendars = [
  Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Lịch',
    weekdays: [1, 2, 3, 4, 5],
    years: { from: 2023, to: 2025 },
    days: [{ date: '2024-12-02', kind: 'off', name: 'Nghỉ', status: 'decided' }],
  }),
];
const definitionOf = (key: string): Definition => {
  const found = TEMPLATES.find((each) => each.key === key)?.definition;
  if (found === undefined) throw new Error(key);
  return found;
};
const trial = (startOn: string, parameters: Trial['parameters'] = {}): Trial => ({
  rootUnitId: null,
  startOn,
  parameters,
});
const scheduled = (key: string, start: string) => {
  const definition = definitionOf(key);
  const { schedule, problems } = workOut({ definition, calendars, trial: trial(start) });
  if (schedule === null) throw new Error(JSON.stringify(problems));
  return { definition, schedule, problems };
};
const FOUR = 'bon-cap-2024';

describe('the dates of a level', () => {
  it('come in the order of the periods, the past ones left out', () => {
    const { definition, schedule } = scheduled('quan-7-2023', '2024-01-08');
    const schools = definition.nodes.find(({ id }) => id === 'truong');
    expect(
      schools && duesOfLevel(schedule, schools).map(({ periodKey, due }) => [periodKey, due.lastDate]),
    ).toEqual([
      ['6-thang-2024', '2024-05-29'],
      ['nam-2024', '2024-10-31'],
    ]);
  });

  it('are counted in working days either way, and not at all where the calendar ends', () => {
    const definition = definitionOf(FOUR);
    expect(workingDaysBetween(calendars, definition, '2024-11-29', '2024-12-06')).toBe(4);
    expect(workingDaysBetween(calendars, definition, '2024-12-06', '2024-11-29')).toBe(-4);
    expect(workingDaysBetween(calendars, definition, '2026-01-01', '2026-02-01')).toBeNull();
    expect(workingDaysBetween([], definition, '2024-11-29', '2024-12-06')).toBeNull();
  });
});

describe('a trial', () => {
  it('shows what dates there are although a level has too few days', () => {
    const { schedule, problems } = scheduled(FOUR, '2024-12-09');
    expect(problems.map(({ code }) => code)).toContain('schedule.dueBeforeStart');
    expect(schedule.periods[0]?.dues['tinh/ket-qua']?.lastDate).toBe('2024-12-13');
  });

  it('leaves only those without a date whose own question is not answered', () => {
    const definition = structuredClone(definitionOf(FOUR));
    for (const parameter of definition.parameters) parameter.default = null;
    const { schedule, problems } = workOut({ definition, calendars, trial: trial('2024-11-04') });
    expect(problems.map(({ code }) => code)).toEqual(['schedule.parameterMissing']);
    expect(schedule?.periods[0]?.dues).toEqual({});
  });

  it('has no dates before the calendars have arrived', () => {
    expect(workOut({ definition: definitionOf(FOUR), calendars: [], trial: trial('2024-11-04') })).toEqual({
      schedule: null,
      problems: [],
    });
  });
});

describe('the table', () => {
  const rows = () => {
    const { definition, schedule } = scheduled(FOUR, '2024-11-04');
    const [period] = schedule.periods;
    if (period === undefined) throw new Error('no period');
    return datesTable({ definition, calendars }, period);
  };

  it('goes from the top down and counts the days of the level and those left above', () => {
    expect(
      rows().map(({ depth, owed }) => [depth, owed?.due?.lastDate, owed?.available, owed?.left]),
    ).toEqual([
      [0, undefined, undefined, undefined],
      [1, '2024-12-13', 28, null],
      [2, '2024-12-06', 23, 5],
      [3, '2024-11-28', 18, 5],
    ]);
  });

  it('says each rule in words', () => {
    expect(rows().map(({ owed }) => owed?.words)).toEqual([
      undefined,
      {
        key: 'parameter',
        params: { label: 'Ngày UBND tỉnh báo cáo Bộ (chậm nhất)' },
      },
      { key: 'lead', params: { days: 5, base: 'superior' } },
      { key: 'lead', params: { days: 5, base: 'superior' } },
    ]);
  });
});

describe('the top dates', () => {
  const drawn = (key: string) => ({ definition: definitionOf(key), directive: null });

  it('are asked at the start, written for several groups, or carried by periods', () => {
    const kinds = (key: string) =>
      topDates(definitionOf(key), trial('2024-11-04')).map(({ kind, date }) => [kind, date]);
    expect(kinds(FOUR)).toEqual([['parameter', '2024-12-15']]);
    expect(kinds('bac-kan-2024')).toEqual([['written', '2024-12-08']]);
    expect(kinds('quan-7-2023')).toEqual([
      ['period', '2023-11-01'],
      ['period', '2024-05-30'],
      ['period', '2024-11-01'],
    ]);
  });

  it('move for all groups that have the same one, in one command', () => {
    const [top] = topDates(definitionOf('bac-kan-2024'), trial('2024-11-04'));
    if (top?.kind !== 'written') throw new Error('not written');
    expect(top.levels.length).toBe(3);
    const after = applied(drawn('bac-kan-2024'), setTopDate(top, { date: '2024-12-10', bound: 'by' }));
    expect(topDates(after.definition, trial('2024-11-04'))).toMatchObject([
      { date: '2024-12-10', bound: 'by', levels: top.levels },
    ]);
  });

  it('can be said where nobody has said them yet, for all levels that wait for one', () => {
    const drawing = drawn('bac-kan-2024');
    const undated = {
      ...drawing,
      definition: {
        ...drawing.definition,
        nodes: drawing.definition.nodes.map((node) => ({
          ...node,
          obligations: node.obligations.map((each) =>
            each.due.kind === 'date' ? { ...each, due: { kind: 'unknown' as const } } : each,
          ),
        })),
      },
    };
    const [top] = topDates(undated.definition, trial('2024-11-04'));
    if (top?.kind !== 'unset') throw new Error('somebody said a date');
    expect(top.levels.length).toBe(3);
    const after = applied(undated, sayTopDate(top, '2024-12-10'));
    expect(topDates(after.definition, trial('2024-11-04'))).toMatchObject([
      { kind: 'written', date: '2024-12-10', bound: 'by', levels: top.levels },
    ]);
  });

  it('of a period are the form’s', () => {
    const top = topDates(definitionOf('quan-7-2023'), trial('2023-10-02'))[1];
    if (top?.kind !== 'period') throw new Error('not a period');
    const after = applied(drawn('quan-7-2023'), setTopDate(top, { date: '2024-06-03' }));
    expect(topDates(after.definition, trial('2023-10-02')).map(({ date }) => date)).toEqual([
      '2023-11-01',
      '2024-06-03',
      '2024-11-01',
    ]);
  });

  it('asked at the start keep “trước” or “chậm nhất” in the rules that use them', () => {
    const before = drawn(FOUR);
    expect(parameterBound(before.definition, 'ngay-bao-cao')).toBe('by');
    const after = applied(before, setParameterBound('ngay-bao-cao', 'before'));
    expect(parameterBound(after.definition, 'ngay-bao-cao')).toBe('before');
    expect(parameterBound(after.definition, 'khong-co')).toBeNull();
  });

  it('move together by days: what is written in the drawing, what is asked in the trial', () => {
    const asked = movedBy(7, { definition: definitionOf(FOUR), trial: trial('2024-11-04') });
    expect(asked.parameters).toEqual({ 'ngay-bao-cao': '2024-12-22' });
    const four = drawn(FOUR);
    expect(applied(four, asked.command)).toBe(four);
    const written = movedBy(30, { definition: definitionOf('quan-7-2023'), trial: trial('2024-11-04') });
    expect(
      topDates(applied(drawn('quan-7-2023'), written.command).definition, trial('2024-11-04')).map(
        ({ date }) => date,
      ),
    ).toEqual(['2023-12-01', '2024-06-29', '2024-12-01']);
  });
});
