import type { Calendar, Definition } from '#model';
import type { Place } from '../drawing/view-store.ts';
import type { Option } from './field-props.ts';

interface Around {
  readonly definition: Definition;
  readonly calendars: readonly Calendar[];
}

/** What a key at this place may name; null where it names nothing of the drawing. */
export function referencesAt(path: Place, { definition, calendars }: Around): readonly Option[] | null {
  const field = path.at(-1);
  const owner = path.at(-2);
  switch (field) {
    case 'report':
      return definition.reports.map(({ id, title }) => ({ value: id, label: title }));
    case 'event':
    case 'onlyIf':
      return definition.events.map(({ key, label }) => ({ value: key, label }));
    case 'node':
    case 'parent':
      return definition.nodes.map(({ id, name }) => ({ value: id, label: name }));
    case 'parameter':
      return definition.parameters.map(({ key, label }) => ({ value: key, label }));
    case 'subgroup':
      return subgroups(definition, path);
    case 'indicator':
      return indicators(definition, path);
    case 'id':
      return owner === 'calendar' ? calendars.map(({ id, name }) => ({ value: id, label: name })) : null;
    default:
      return null;
  }
}

function subgroups({ nodes }: Definition, [, area, index]: Place): readonly Option[] {
  const node = area === 'nodes' && typeof index === 'number' ? nodes[index] : undefined;
  return (node?.subgroups ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

function indicators({ targets, reports }: Definition, [, area, index]: Place): readonly Option[] {
  const target = area === 'targets' && typeof index === 'number' ? targets[index] : undefined;
  const report = reports.find(({ id }) => id === target?.report);
  return (report?.indicators ?? []).map(({ id, label }) => ({ value: id, label }));
}
