import { CivilDate, type Problem, problem, Unit } from '#model';
import type { UnitColumn, UnitLine } from './unit-import-csv.ts';
import type { UnitIndex } from './unit-index.ts';

/** A line after its cells were read, laid over the unit it means (a column the file lacks keeps its value). */
export interface ReadRow {
  readonly line: number;
  readonly unit: Unit;
  /** The unit as it stands, if it exists. */
  readonly before: Unit | null;
  /** First day of the new name, where the file says so. */
  readonly nameFrom: string | null;
  /** Still to be looked up among all units. */
  readonly parentCode: string | null;
}

/** Finds the unit a line means (by id, else by kind, chain and code among units valid at the same time) and reads it. */
export function readRow(line: UnitLine, index: UnitIndex, today: string): ReadRow | Problem[] {
  const { cells } = line;
  const problems: Problem[] = [];
  const dates = readDates(line, problems);
  const attributes = readAttributes(line, problems);
  if (problems.length > 0) return problems;

  const found = cells.id
    ? index.byId(cells.id)
    : index.byCode({
        kind: cells.kind ?? '',
        chain: cells.chain || 'state',
        code: cells.code ?? '',
        validFrom: dates.validFrom ?? null,
        validTo: dates.validTo ?? null,
      });
  if (found === 'several')
    return [at([line, 'code'], 'organisation.ambiguousUnit', { code: cells.code ?? '' })];
  if (!cells.id && !found && !cells.code) return [at([line, 'id'], 'organisation.idNeeded')];

  const validFrom = dates.validFrom === undefined ? (found?.validFrom ?? null) : dates.validFrom;
  const validTo = dates.validTo === undefined ? (found?.validTo ?? null) : dates.validTo;
  const nameFrom = dates.nameFrom ?? null;
  if (validFrom && validTo && validFrom > validTo)
    problems.push(at([line, 'validTo'], 'organisation.datesReversed'));
  if (nameFrom && nameFrom > today)
    problems.push(at([line, 'nameFrom'], 'organisation.nameFromFuture', { value: nameFrom }));
  const parsed = Unit.safeParse({
    id: cells.id || found?.id || `${(validFrom ?? today).slice(0, 4)}-${cells.kind}-${cells.code}`,
    code: cells.code,
    name: cells.name,
    kind: cells.kind,
    type: cells.type ?? found?.type,
    chain: cells.chain || found?.chain,
    parentId: cells.parentId === undefined ? found?.parentId : cells.parentId || null,
    attributes: attributes ?? found?.attributes,
    validFrom,
    validTo,
  });
  if (!parsed.success)
    return [...problems, ...parsed.error.issues.map((issue) => badValue(line, String(issue.path[0])))];
  if (problems.length > 0) return problems;
  const parentCode = cells.parentId ? null : cells.parentCode || null;
  return { line: line.line, unit: parsed.data, before: found, nameFrom, parentCode };
}

/** undefined: the file has no such column; null: the cell is empty. */
type Dates = Record<'validFrom' | 'validTo' | 'nameFrom', string | null | undefined>;

function readDates(line: UnitLine, problems: Problem[]): Dates {
  const read = (column: keyof Dates): string | null | undefined => {
    const text = line.cells[column];
    if (text === undefined) return undefined;
    if (text === '') return null;
    const date = dateOf(text);
    if (date === null)
      problems.push(at([line, column], 'organisation.impossibleDate', { value: text.slice(0, 40) }));
    return date;
  };
  return { validFrom: read('validFrom'), validTo: read('validTo'), nameFrom: read('nameFrom') };
}

/** `YYYY-MM-DD` or `dd/MM/yyyy`; null for anything else and for days that do not exist. */
function dateOf(text: string): string | null {
  const local = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const iso = local ? `${local[3]}-${local[2]}-${local[1]}` : text;
  return CivilDate.safeParse(iso).success ? iso : null;
}

function readAttributes(line: UnitLine, problems: Problem[]): Record<string, unknown> | undefined {
  const text = line.cells.attributes;
  if (text === undefined) return undefined;
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // said below, for text that is no JSON and for JSON that is no object alike
  }
  problems.push(at([line, 'attributes'], 'organisation.badAttributes', { value: text.slice(0, 100) }));
  return undefined;
}

function badValue(line: UnitLine, column: string): Problem {
  const cells: Readonly<Record<string, string>> = line.cells;
  return at([line, column], 'organisation.badValue', { value: (cells[column] ?? '').slice(0, 100) });
}

/** A problem at one cell: path `csv`, line, column. */
export function at(
  [{ line }, column]: readonly [{ readonly line: number }, string],
  code: `organisation.${string}`,
  params: Readonly<Record<string, string | number>> = {},
): Problem {
  return problem(code, ['csv', line, column], { line, column, ...params });
}
