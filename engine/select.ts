import type { CivilDate, Condition, Problem, Selector, Unit, UnitOrParameter } from '#model';
import { problem } from '#model/problem';
import type { ParameterValues, Path } from './due.ts';

/** The units valid on one day, indexed once: resolving a group costs the size of the group's branch. */
export interface Organisation {
  readonly date: CivilDate;
  get(unitId: string): Unit | undefined;
  /** Also units that are not valid on the day, to tell "unknown" from "no longer valid". */
  known(unitId: string): Unit | undefined;
  /** Sorted by id, so that the order of the input never matters. */
  children(unitId: string): readonly Unit[];
  /** From the top of its chain to the unit itself. */
  pathOf(unitId: string): readonly string[];
}

const NONE: readonly Unit[] = [];

export function organisationOn(date: CivilDate, units: readonly Unit[]): Organisation {
  const known = new Map<string, Unit>();
  const valid = new Map<string, Unit>();
  const children = new Map<string, Unit[]>();
  for (const unit of units) {
    const isValid = (unit.validFrom ?? date) <= date && date <= (unit.validTo ?? date);
    known.set(unit.id, unit);
    if (!isValid) continue;
    valid.set(unit.id, unit);
    if (unit.parentId === null) continue;
    const siblings = children.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => (a.id < b.id ? -1 : 1));

  const pathOf = (unitId: string): readonly string[] => {
    const path: string[] = [];
    // A parent loop in the units ends the walk; the import of units refuses loops with its own message.
    for (
      let at = known.get(unitId);
      at && !path.includes(at.id);
      at = at.parentId === null ? undefined : known.get(at.parentId)
    ) {
      path.unshift(at.id);
    }
    return path;
  };

  return {
    date,
    get: (unitId) => valid.get(unitId),
    known: (unitId) => known.get(unitId),
    children: (unitId) => children.get(unitId) ?? NONE,
    pathOf,
  };
}

/** All conditions hold; a unit without the attribute satisfies none of them, `ne` included. */
export function satisfies(unit: Unit, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => holds(unit, condition));
}

function holds(unit: Unit, { attribute, op, value }: Condition): boolean {
  const actual = attributeOf(unit, attribute);
  if (actual === undefined) return false;
  switch (op) {
    case 'exists':
      return true;
    case 'eq':
      return actual === value;
    case 'ne':
      return actual !== value;
    case 'in':
      return Array.isArray(value) && value.includes(actual);
    case 'gte':
      return (
        typeof actual === typeof value && value !== undefined && !Array.isArray(value) && actual >= value
      );
    case 'lte':
      return (
        typeof actual === typeof value && value !== undefined && !Array.isArray(value) && actual <= value
      );
  }
}

function attributeOf(unit: Unit, attribute: string): string | number | boolean | undefined {
  switch (attribute) {
    case '$kind':
      return unit.kind;
    case '$type':
      return unit.type;
    case '$code':
      return unit.code;
    default:
      return unit.attributes[attribute];
  }
}

export interface Selection {
  readonly units: readonly Unit[];
  readonly problems: readonly Problem[];
}

export interface Scope {
  /** Unit of the parent node, for which the group is resolved. */
  readonly parent: Unit;
  readonly root: Unit;
  readonly chain: string;
}

/** Resolves selectors over one organisation; what is looked for below the same unit twice is found once. */
export function selectorResolver(organisation: Organisation, parameters: ParameterValues) {
  const found = new Map<Selector, Map<string, Selection>>();

  return (selector: Selector, scope: Scope, path: Path): Selection => {
    if (selector.kind === 'root') return { units: [scope.root], problems: [] };
    const below = selector.kind === 'list' ? '' : withinOf(selector.within, scope);
    const cache = found.get(selector) ?? new Map<string, Selection>();
    found.set(selector, cache);
    const key = typeof below === 'string' ? `${below}/${scope.chain}` : '';
    const cached = cache.get(key);
    if (cached) return cached;
    const selection =
      typeof below === 'string'
        ? resolve(selector, { below, chain: scope.chain }, path)
        : { units: [], problems: below.map((each) => ({ ...each, path: [...path, 'within'] })) };
    cache.set(key, selection);
    return selection;
  };

  function withinOf(
    within: Extract<Selector, { kind: 'ofKind' }>['within'],
    { parent }: Scope,
  ): string | Problem[] {
    if (within === 'parent') return parent.id;
    return typeof within === 'string' ? within : parameterUnit(within.parameter);
  }

  function parameterUnit(key: string): string | Problem[] {
    const value = parameters[key];
    if (value === undefined)
      return [problem('schedule.parameterMissing', [], { parameter: key, label: key })];
    return String(value);
  }

  function resolve(
    selector: Exclude<Selector, { kind: 'root' }>,
    { below, chain }: { readonly below: string; readonly chain: string },
    path: Path,
  ): Selection {
    if (selector.kind === 'list') return list(selector.units, [...path, 'units']);
    const within = lookUp(organisation, below, [...path, 'within']);
    if (!within.unit) return { units: [], problems: [within.problem] };
    const units: Unit[] = [];
    // `seen` ends the walk where units form a loop, which their import refuses but a caller may still hand in.
    const seen = new Set<string>([below]);
    const kinds = selector.kind === 'ofKind' ? selector.unitKinds : null;
    const inChain = selector.kind === 'ofKind' ? (selector.chain ?? chain) : null;
    const walk = (at: string): void => {
      for (const child of organisation.children(at)) {
        // A branch of another chain has its own authority: `ofKind` stays inside one chain.
        if (seen.has(child.id) || (inChain !== null && child.chain !== inChain)) continue;
        seen.add(child.id);
        const taken = kinds === null || kinds.includes(child.kind);
        if (taken) units.push(child);
        // The nearest on each branch: nothing below a unit that was taken by its kind.
        if (kinds === null || !taken) walk(child.id);
      }
    };
    walk(below);
    return { units: units.filter((unit) => satisfies(unit, selector.where)), problems: [] };
  }

  function list(ids: readonly UnitOrParameter[], path: Path): Selection {
    const units = new Map<string, Unit>();
    const problems: Problem[] = [];
    ids.forEach((each, index) => {
      const id = typeof each === 'string' ? each : parameterUnit(each.parameter);
      if (typeof id !== 'string') {
        problems.push(...id.map((one) => ({ ...one, path: [...path, index] })));
        return;
      }
      const { unit, problem: missing } = lookUp(organisation, id, [...path, index]);
      if (unit) units.set(unit.id, unit);
      else problems.push(missing);
    });
    return { units: [...units.values()], problems };
  }
}

export type Looked =
  | { readonly unit: Unit; readonly problem?: undefined }
  | { readonly unit?: undefined; readonly problem: Problem };

export function lookUp(organisation: Organisation, unitId: string, path: Path): Looked {
  const unit = organisation.get(unitId);
  if (unit) return { unit };
  const known = organisation.known(unitId);
  if (!known) return { problem: problem('plan.unitUnknown', path, { unit: unitId }) };
  const params = { unit: unitId, name: known.name, date: organisation.date };
  return { problem: problem('plan.unitNotValid', path, params) };
}
