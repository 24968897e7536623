import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Problem, problem, refuse, type Result } from '#model';

/** One line of a unit file as text. A column that the file does not have is absent, not empty. */
export interface UnitLine {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<UnitColumn, string>>>;
}

const COLUMNS = [
  'id',
  'code',
  'name',
  'kind',
  'type',
  'chain',
  'parentCode',
  'parentId',
  'validFrom',
  'validTo',
  'nameFrom',
  'attributes',
] as const;
export type UnitColumn = (typeof COLUMNS)[number];

const REQUIRED: readonly UnitColumn[] = ['code', 'name', 'kind'];
/** `level` is what the shipped files call the kind. */
const ALIASES: Readonly<Record<string, UnitColumn>> = { level: 'kind' };
const MOST_LINES = 100_000;

/** Reads the CSV (UTF-8, comma, first line names the columns); every text becomes NFC. */
export function readUnitCsv(csv: string): Result<UnitLine[]> {
  let table: { info: { lines: number }; record: string[] }[];
  try {
    table = parse(csv.normalize('NFC'), {
      bom: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      // the library's types do not know what `info: true` makes of a record
    }) as unknown as typeof table;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(problem('organisation.csvMalformed', ['csv'], { line: lineOf(error), reason: error.code }));
  }
  const [header, ...records] = table;
  if (!header || records.length === 0) return refuse(problem('organisation.csvEmpty', ['csv']));
  if (records.length > MOST_LINES) {
    return refuse(problem('organisation.csvTooLong', ['csv'], { lines: records.length, most: MOST_LINES }));
  }
  const columns = header.record.map((name) => ALIASES[name] ?? name);
  const wrong = wrongColumns(columns);
  if (wrong.length > 0) return refuse(...wrong);
  return ok(
    records.map(({ info, record }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ''])),
    })),
  );
}

function wrongColumns(columns: readonly string[]): Problem[] {
  const known: readonly string[] = COLUMNS;
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...columns
      .filter((column) => !known.includes(column))
      .map((column) =>
        problem('organisation.unknownColumn', ['csv', 1], { column, columns: COLUMNS.join(', ') }),
      ),
    ...repeated.map((column) => problem('organisation.repeatedColumn', ['csv', 1], { column })),
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column) =>
      problem('organisation.missingColumn', ['csv', 1], { column }),
    ),
  ];
}

function lineOf(error: CsvError): number {
  return typeof error['lines'] === 'number' ? error['lines'] : 1;
}
