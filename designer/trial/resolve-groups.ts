import { expandCascade, type Group } from '#engine/compile-cascade';
import { lookUp, organisationOn, selectorResolver } from '#engine/select';
import { civilDateOf, type ParameterValues } from '#engine';
import type { Definition, Unit } from '#model';
import type { ResolvedGroup } from '../drawing/findings-store.ts';

interface Wanted {
  readonly definition: Definition;
  readonly units: readonly Unit[];
  readonly rootUnitId: string;
  readonly startAt: string;
  readonly parameters: ParameterValues;
}

/**
 * Who stands in each level and group, also while the dates or the reports of the drawing do not hold yet:
 * a plan is all or nothing, but a designer wants to see the addressees first.
 */
export function resolveGroups(wanted: Wanted): ReadonlyMap<string, ResolvedGroup> {
  const { definition, units, rootUnitId, startAt } = wanted;
  const organisation = organisationOn(civilDateOf(startAt), units);
  const { unit: root } = lookUp(organisation, rootUnitId, []);
  if (!root) return new Map();
  const select = selectorResolver(organisation, answered(wanted));
  const members = new Map<string, Map<string, Unit>>(
    definition.nodes.map(({ id, parent }) => [id, new Map(parent === null ? [[root.id, root]] : [])]),
  );
  const add = ({ node, members: found }: Group): void => {
    const known = members.get(node.id);
    for (const unit of found) known?.set(unit.id, unit);
  };
  for (const { groups } of expandCascade({ definition, organisation, root, select }).stations)
    groups.forEach(add);
  return new Map(
    [...members].map(([id, found]) => {
      const list = [...found.values()].map(({ id: unitId, name }) => ({ id: unitId, name }));
      return [id, { count: list.length, units: list }];
    }),
  );
}

/** Those questions of the drawing that have an answer or a default. */
const answered = ({ definition, parameters }: Wanted): ParameterValues =>
  Object.fromEntries(
    definition.parameters.flatMap(({ key, default: usual }) => {
      const value = parameters[key] ?? usual;
      return value === null ? [] : [[key, value]];
    }),
  );
