import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Calendar, CalendarDay, Unit } from '#model';
import { Expectation } from './types.ts';

const HERE = new URL('./', import.meta.url);
const DATA = new URL('../../data/', import.meta.url);

/** All worked examples, by key. */
export function loadExpectations(): readonly Expectation[] {
  return readdirSync(HERE)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Expectation.parse(JSON.parse(readFileSync(new URL(name, HERE), 'utf8'))));
}

const rows = (path: string): Record<string, string>[] =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(
      parse(readFileSync(new URL(path, DATA), 'utf8'), { columns: true, skip_empty_lines: true, bom: true }),
    );

/** The national lists of both eras as units, without a database. */
export function loadCountry(): readonly Unit[] {
  return [
    Unit.parse({ id: 'vn', code: 'vn', name: 'Việt Nam', kind: 'nation' }),
    ...eraUnits('2024'),
    ...eraUnits('2025'),
  ];
}

function eraUnits(era: '2024' | '2025'): readonly Unit[] {
  const above: Readonly<Record<string, string>> = {
    district: 'province',
    commune: era === '2024' ? 'district' : 'province',
  };
  return rows(`org/units-${era}.csv`).map(
    ({ code = '', name, type, level = '', parentCode, validFrom, validTo }) =>
      Unit.parse({
        id: `${era}-${level}-${code}`,
        code,
        name,
        kind: level,
        type,
        parentId: level === 'province' ? 'vn' : `${era}-${above[level]}-${parentCode}`,
        validFrom: validFrom ?? null,
        validTo: validTo ?? null,
      }),
  );
}

export function loadCalendar(): Calendar {
  const days = z.array(CalendarDay).parse(rows('calendars/vn-working-calendar.csv'));
  const weekdays = [1, 2, 3, 4, 5];
  return Calendar.parse({
    id: 'vn',
    version: 1,
    name: 'Việt Nam',
    weekdays,
    years: { from: 2023, to: 2027 },
    days,
  });
}
