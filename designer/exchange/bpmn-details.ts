import { type Problem, warning } from '#model';
import { freeKey } from '../drawing/keys.ts';
import { detailOf, many, type ModdleElement, numberOf, textOf } from './bpmn-element.ts';
import { type RawLevel, recordIn } from './bpmn-levels.ts';
import type { movedPlaces } from './bpmn-places.ts';

/** The parts of the file that a drawing is made of. */
export interface Parts {
  readonly file: ModdleElement;
  readonly processes: readonly ModdleElement[];
  readonly collaborations: readonly ModdleElement[];
  readonly elements: readonly ModdleElement[];
  readonly levels: readonly ModdleElement[];
}

export interface Details {
  readonly definition: Readonly<Record<string, unknown>>;
  readonly directive: unknown;
  readonly stretch: number;
}

/** The drawing around the levels: ours where the file has it, else what BPMN says about the process. */
export function detailsOf(
  { processes, collaborations }: Pick<Parts, 'processes' | 'collaborations'>,
  notCarried: Problem[],
): Details {
  const own = processes.find((process) => detailOf(process, 'Drawing') !== null) ?? null;
  const detail = detailOf(own, 'Drawing');
  const definition = detail === null ? null : recordIn(textOf(detail, 'json'));
  const letter = detailOf(own, 'Letter');
  const directive = letter === null ? null : recordIn(textOf(letter, 'json'));
  const named = [own, ...collaborations.flatMap((each) => many(each, 'participants')), ...processes].find(
    (each) => textOf(each, 'name').trim() !== '',
  );
  const title =
    textOf(named ?? null, 'name')
      .trim()
      .slice(0, 300) || 'BPMN';
  if ((detail !== null && definition === null) || (letter !== null && directive === null)) {
    notCarried.push(warning('exchange.detailsDamaged', [], { name: title }));
  }
  const [process] = processes;
  const summary = many(process ?? null, 'documentation').map((each) => textOf(each, 'text').trim());
  const fresh = {
    ...{ formatVersion: 1, key: freeKey(title, []), title },
    summary: summary.join('\n').slice(0, 4000),
  };
  return { definition: definition ?? fresh, directive, stretch: numberOf(detail, 'stretch') ?? 1 };
}

/** Under another level: a focal point belongs to the level that addressed, so it stays behind. */
export function rewired(node: RawLevel['node'], parent: string | null): RawLevel['node'] {
  if (node['parent'] === parent || !Array.isArray(node['obligations'])) return { ...node, parent };
  const obligations = node['obligations'].map((rule: unknown) =>
    typeof rule === 'object' && rule !== null ? { ...rule, via: null } : rule,
  );
  return { ...node, parent, obligations };
}

/** Places in our own measure; without any moved ones the drawing's own stay, but of levels that are gone. */
export function layoutOf(
  definition: Details['definition'],
  rows: ReadonlyMap<ModdleElement, RawLevel>,
  moved: ReturnType<typeof movedPlaces>,
): unknown {
  const known = nodesOfLayout(definition['layout']);
  const places = [...rows].flatMap(([element, { node }]): [string, unknown][] => {
    const before = known[node.id];
    const at = moved?.get(element);
    if (at === undefined) return before === undefined ? [] : [[node.id, before]];
    const locked =
      typeof before === 'object' && before !== null && 'locked' in before && before.locked === true;
    return [[node.id, { ...at, locked }]];
  });
  return { nodes: Object.fromEntries(places) };
}

function nodesOfLayout(layout: unknown): Record<string, unknown> {
  if (typeof layout !== 'object' || layout === null || !('nodes' in layout)) return {};
  return typeof layout.nodes === 'object' && layout.nodes !== null ? { ...layout.nodes } : {};
}

/** What pointed to a level that was deleted in another tool: shares of targets, addressees of the letter. */
export function withoutLost(
  content: { definition: Record<string, unknown>; directive: unknown },
  ids: Set<string>,
) {
  const pointsNowhere = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    'node' in value &&
    typeof value.node === 'string' &&
    !ids.has(value.node);
  const { targets } = content.definition;
  const { directive } = content;
  const definition = Array.isArray(targets)
    ? { ...content.definition, targets: targets.filter((each) => !pointsNowhere(each)) }
    : content.definition;
  if (typeof directive !== 'object' || directive === null || !('addressees' in directive)) {
    return { definition, directive };
  }
  const { addressees } = directive;
  if (!Array.isArray(addressees)) return { definition, directive };
  const kept = addressees.map((each: unknown) =>
    pointsNowhere(each) && typeof each === 'object' ? { ...each, node: null } : each,
  );
  return { definition, directive: { ...directive, addressees: kept } };
}
