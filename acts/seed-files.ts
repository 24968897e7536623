import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { Calendar, CalendarDay, ROLES, Successor, Unit, UnitId } from '#model';
import { z } from 'zod';
import { sha256 } from './canonical-hash.ts';

const DATA = new URL('../data/', import.meta.url);

/** The country: above all provinces, so that one reader's scope can be everything. */
const NATION = { id: 'vn', code: 'VN', name: 'Việt Nam', kind: 'nation', type: 'Quốc gia' };

export interface Organisation {
  /** Parents before children. */
  readonly units: readonly Unit[];
  readonly successors: readonly Successor[];
}

const ORGANISATION = ['units-2024', 'units-2025', 'province-successors-2025', 'successors-2025'].map(
  (name) => `org/${name}.csv`,
);

/** Hashes of the files as they are: telling that nothing changed need not read a thousand lines of CSV. */
export async function organisationFiles(): Promise<string[]> {
  const files = await Promise.all(ORGANISATION.map((path) => readFile(new URL(path, DATA))));
  return files.map((file) => sha256(file).toString('hex'));
}

/** Both eras of the administrative units. Codes repeat across levels and eras, hence the ids. */
export async function readOrganisation(): Promise<Organisation> {
  const [units2024, units2025, provinces, communes] = await Promise.all(ORGANISATION.map(table));
  if (!units2024 || !units2025 || !provinces || !communes) throw new Error('the unit files are incomplete');
  const successor = (from: string, to: string, kind = 'whole') =>
    Successor.parse({ fromId: from, toId: to, kind });
  return {
    units: [Unit.parse(NATION), ...units2024.map(unitOf('2024')), ...units2025.map(unitOf('2025'))],
    successors: [
      ...provinces.map((row) =>
        successor(`2024-province-${row['fromCode']}`, `2025-province-${row['toCode']}`),
      ),
      ...communes.map((row) => {
        // an island district had no communes: it stands for itself, by its code of three digits
        const level = row['fromCode']?.length === 3 ? 'district' : 'commune';
        return successor(`2024-${level}-${row['fromCode']}`, `2025-commune-${row['toCode']}`, row['kind']);
      }),
    ],
  };
}

const PARENT_LEVEL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2024': { district: 'province', commune: 'district' },
  '2025': { commune: 'province' },
};

const unitOf =
  (era: '2024' | '2025') =>
  (row: Row): Unit => {
    const { code = '', name = '', type = '', level = '', parentCode = '' } = row;
    const parentLevel = PARENT_LEVEL[era]?.[level];
    return {
      id: UnitId.parse(`${era}-${level}-${code}`),
      code,
      name: name.normalize('NFC'),
      kind: level,
      type: type.normalize('NFC'),
      chain: 'state',
      parentId: UnitId.parse(parentLevel ? `${era}-${parentLevel}-${parentCode}` : NATION.id),
      attributes: {},
      validFrom: row['validFrom'] || null,
      validTo: row['validTo'] || null,
    };
  };

/** Version 1 of the calendars shipped: the years are those the file speaks of. */
export async function readCalendars(): Promise<Calendar[]> {
  const days = z.array(CalendarDay).parse(await table('calendars/vn-working-calendar.csv'));
  const years = days.map((day) => Number(day.date.slice(0, 4)));
  return [
    Calendar.parse({
      id: 'vn',
      version: 1,
      name: 'Lịch làm việc của cán bộ, công chức',
      weekdays: [1, 2, 3, 4, 5],
      years: { from: Math.min(...years), to: Math.max(...years) },
      days,
    }),
    Calendar.parse({
      id: 'always',
      version: 1,
      name: 'Mọi ngày, 24/7',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      years: { from: 1900, to: 2200 },
      days: [],
    }),
  ];
}

const Official = z.strictObject({
  id: z.string(),
  subject: z.string(),
  name: z.string().startsWith('Ví dụ: '),
  // a name space that leads nowhere (RFC 2606)
  email: z.email().endsWith('.example'),
  unitId: UnitId,
  roles: z.array(z.enum(ROLES)).min(1),
});

/** People who do not exist, for the embedded sign-in. */
export async function readOfficials(): Promise<z.infer<typeof Official>[]> {
  return z
    .array(Official)
    .parse(JSON.parse(await readFile(new URL('examples/officials.json', DATA), 'utf8')));
}

type Row = Readonly<Record<string, string>>;

async function table(path: string): Promise<Row[]> {
  const rows: unknown = parse(await readFile(new URL(path, DATA), 'utf8'), { columns: true, bom: true });
  return z.array(z.record(z.string(), z.string())).parse(rows);
}
