import type { Problem, Unit } from '#model';
import { addDays } from '#engine/civil';
import { canonicalJson } from './canonical-hash.ts';
import type { UnitLine } from './unit-import-csv.ts';
import { at, type ReadRow, readRow } from './unit-import-rows.ts';
import { overlaps, UnitIndex } from './unit-index.ts';

/** What a file changes, compared with the units as they are. Pure: applying it is another step. */
export interface UnitImportPlan {
  readonly adds: readonly { readonly line: number; readonly id: string; readonly name: string }[];
  readonly renames: readonly UnitRename[];
  readonly moves: readonly {
    readonly line: number;
    readonly id: string;
    readonly fromParentId: string | null;
    readonly toParentId: string | null;
  }[];
  readonly closes: readonly {
    readonly line: number;
    readonly id: string;
    readonly name: string;
    readonly validTo: string;
  }[];
  /** Other columns that differ: code, kind, chain, attributes, dates. */
  readonly changes: readonly {
    readonly line: number;
    readonly id: string;
    readonly columns: readonly string[];
  }[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  /** Units to write, as they shall be. */
  readonly units: readonly Unit[];
}

interface UnitRename {
  readonly line: number;
  readonly id: string;
  readonly oldName: string;
  readonly oldType: string;
  readonly newName: string;
  /** Last day of the old name. */
  readonly untilDate: string;
}

/** `today` is the day a name changes where the file has no `nameFrom`. */
export function planUnitImport(
  lines: readonly UnitLine[],
  existing: readonly Unit[],
  today: string,
): UnitImportPlan {
  const index = new UnitIndex(existing);
  const problems: Problem[] = [];
  const read: ReadRow[] = [];
  for (const line of lines) {
    const row = readRow(line, index, today);
    if (Array.isArray(row)) problems.push(...row);
    else read.push(row);
  }
  const after = new Map(existing.map((unit) => [unit.id, unit]));
  for (const row of read) after.set(row.unit.id, row.unit);
  problems.push(...repeated(read));
  const rows = withParents(read, [...after.values()], problems);
  for (const row of rows) after.set(row.unit.id, row.unit);
  problems.push(...doubledCodes(rows, after), ...treeProblems(rows, after));
  return { ...differences(rows, today), problems };
}

function repeated(rows: readonly ReadRow[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const other = first.get(row.unit.id);
    if (other === undefined) first.set(row.unit.id, row.line);
    return other === undefined
      ? []
      : [at([row, 'id'], 'organisation.repeatedUnit', { id: row.unit.id, other })];
  });
}

/** Resolves parent codes among all units, those of the file included. */
function withParents(rows: readonly ReadRow[], units: readonly Unit[], problems: Problem[]): ReadRow[] {
  const index = new UnitIndex(units);
  return rows.map((row) => {
    if (row.parentCode === null) return row;
    const { chain, validFrom, validTo, kind } = row.unit;
    const found = index
      .allByCode({ chain, code: row.parentCode, validFrom, validTo })
      .filter((unit) => unit.id !== row.unit.id && unit.kind !== kind);
    const [parent] = found;
    if (!parent || found.length > 1) {
      const code = parent ? 'organisation.ambiguousParent' : 'organisation.unknownParent';
      problems.push(at([row, 'parentCode'], code, { parent: row.parentCode }));
      return row;
    }
    return { ...row, unit: { ...row.unit, parentId: parent.id } };
  });
}

function doubledCodes(rows: readonly ReadRow[], after: ReadonlyMap<string, Unit>): Problem[] {
  const index = new UnitIndex([...after.values()]);
  return rows.flatMap((row) => {
    const other = index.allByCode(row.unit).find((unit) => unit.id !== row.unit.id);
    return other
      ? [
          at([row, 'code'], 'organisation.doubledCode', {
            code: row.unit.code,
            kind: row.unit.kind,
            other: other.id,
          }),
        ]
      : [];
  });
}

/** Unknown parents, other chains, circles, and units that would outlive the unit above them. */
function treeProblems(rows: readonly ReadRow[], after: ReadonlyMap<string, Unit>): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows) {
    const { id, parentId, chain } = row.unit;
    if (parentId === null) continue;
    const parent = after.get(parentId);
    if (!parent) problems.push(at([row, 'parentId'], 'organisation.unknownParent', { parent: parentId }));
    else if (parent.chain !== chain) {
      problems.push(
        at([row, 'parentId'], 'organisation.parentOfOtherChain', { parent: parentId, chain: parent.chain }),
      );
    } else if (inCircle(id, after))
      problems.push(at([row, 'parentId'], 'organisation.circle', { id, parent: parentId }));
    else if (!overlaps(row.unit, parent)) {
      problems.push(at([row, 'parentId'], 'organisation.parentNotValid', { parent: parentId }));
    }
  }
  const lines = new Map(rows.map((row) => [row.unit.id, row]));
  for (const unit of after.values()) {
    const parent = unit.parentId === null ? undefined : after.get(unit.parentId);
    const row = lines.get(unit.id) ?? (parent && lines.get(parent.id));
    if (row && parent?.validTo && (unit.validTo ?? '9999') > parent.validTo) {
      const params = { id: unit.id, parent: parent.id, validTo: parent.validTo };
      problems.push(at([row, 'validTo'], 'organisation.outlivesParent', params));
    }
  }
  return problems;
}

function inCircle(id: string, after: ReadonlyMap<string, Unit>): boolean {
  const seen = new Set<string>();
  for (let unit = after.get(id); unit?.parentId; unit = after.get(unit.parentId)) {
    if (seen.has(unit.id)) return true;
    seen.add(unit.id);
  }
  return false;
}

const OTHER_COLUMNS = ['code', 'kind', 'chain', 'attributes', 'validFrom', 'validTo'] as const;

function differences(rows: readonly ReadRow[], today: string): Omit<UnitImportPlan, 'problems'> {
  const adds: UnitImportPlan['adds'][number][] = [];
  const renames: UnitRename[] = [];
  const moves: UnitImportPlan['moves'][number][] = [];
  const closes: UnitImportPlan['closes'][number][] = [];
  const changes: UnitImportPlan['changes'][number][] = [];
  const units: Unit[] = [];
  for (const { line, unit, before, nameFrom } of rows) {
    const { id, name } = unit;
    if (!before) {
      adds.push({ line, id, name });
      units.push(unit);
      continue;
    }
    if (canonicalJson(unit) === canonicalJson(before)) continue;
    units.push(unit);
    if (before.name !== name || before.type !== unit.type) {
      const untilDate = addDays(nameFrom ?? today, -1);
      renames.push({ line, id, oldName: before.name, oldType: before.type, newName: name, untilDate });
    }
    if (before.parentId !== unit.parentId) {
      moves.push({ line, id, fromParentId: before.parentId, toParentId: unit.parentId });
    }
    const closing = before.validTo === null && unit.validTo !== null;
    if (closing && unit.validTo) closes.push({ line, id, name, validTo: unit.validTo });
    const columns = OTHER_COLUMNS.filter(
      (column) => canonicalJson(before[column]) !== canonicalJson(unit[column]),
    );
    const others = columns.filter((column) => !(closing && column === 'validTo'));
    if (others.length > 0) changes.push({ line, id, columns: others });
  }
  return { adds, renames, moves, closes, changes, unchanged: rows.length - units.length, units };
}
