import type { Definition, DrawingNode } from '#model';
import { PRESETS, type PresetKey } from '../drawing/presets.ts';
import { fold } from '#model/fold';
import { inTreeOrder } from './layout/elk-graph.ts';

/** Where in a level the words stand: `tools.hit_<where>`. */
type Where = 'name' | 'subgroup' | 'position' | 'task' | 'kind' | 'information';
export interface Hit {
  readonly node: string;
  readonly where: Where;
  readonly text: string;
}

/** What kinds of units are called on the palette; a kind that the palette does not know is found by its key. */
export type KindNames = Readonly<Record<PresetKey, string>>;

/** Levels in the order of the tree, in each the name first; one hit per place. */
export function hitsIn(
  { nodes }: Pick<Definition, 'nodes'>,
  query: string,
  kindNames: KindNames,
): readonly Hit[] {
  const wanted = fold(query).trim();
  if (wanted === '') return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return inTreeOrder(nodes).flatMap(({ id }) => {
    const node = byId.get(id);
    return node === undefined
      ? []
      : textsOf(node, kindNames).filter(({ text }) => fold(text).includes(wanted));
  });
}

function textsOf(node: DrawingNode, kindNames: KindNames): Hit[] {
  const hit =
    (where: Where) =>
    (text: string): Hit => ({ node: node.id, where, text });
  const tasks = [...node.sharedTasks, ...node.tasks, ...node.actorTasks];
  return [
    hit('name')(node.name),
    ...node.subgroups.map(({ name }) => name).map(hit('subgroup')),
    ...(node.position === null ? [] : [hit('position')(node.position)]),
    ...kindsOf(node, kindNames).map(hit('kind')),
    ...tasks.map(({ text }) => text).map(hit('task')),
    ...node.information.map(({ name }) => name).map(hit('information')),
  ];
}

function kindsOf({ select }: DrawingNode, kindNames: KindNames): readonly string[] {
  if (select.kind !== 'ofKind') return [];
  return [...new Set(select.unitKinds.map((kind) => presetNameOf(kind, kindNames) ?? kind))];
}

function presetNameOf(kind: string, kindNames: KindNames): string | undefined {
  const preset = PRESETS.find(
    ({ select }) => select.kind === 'ofKind' && select.unitKinds.some((each) => each === kind),
  );
  return preset === undefined ? undefined : kindNames[preset.key];
}

/** How much of a long text stands before what was found. */
const LEAD = 24;

/** The text cut to where the words stand: one character of NFC text is one of its folded form. */
export function around(text: string, query: string): { before: string; found: string; after: string } {
  const wanted = fold(query).trim();
  const at = fold(text).indexOf(wanted);
  if (at < 0) return { before: text, found: '', after: '' };
  const start = at <= LEAD ? 0 : Math.max(0, text.lastIndexOf(' ', at - LEAD) + 1);
  return {
    before: `${start > 0 ? '…' : ''}${text.slice(start, at)}`,
    found: text.slice(at, at + wanted.length),
    after: text.slice(at + wanted.length),
  };
}
