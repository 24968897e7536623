import type { DrawingNode } from '#model';
import type { Command } from '../command.ts';
import type { Drawing } from '../drawing.ts';
import { freeKey } from '../keys.ts';
import { freeFrom, place, placedOf, type Point } from '../places.ts';

/** Levels on the clipboard: they fit into another drawing as far as it has the same reports and events. */
export interface Clip {
  readonly kind: 'cascade-levels';
  readonly nodes: readonly DrawingNode[];
  readonly places: Readonly<Record<string, Point>>;
}

/** The chosen levels without the top, which starts a cascade only once. */
export function clipOf({ definition }: Drawing, ids: Iterable<string>): Clip {
  const wanted = new Set(ids);
  const nodes = definition.nodes.filter(({ id, parent }) => wanted.has(id) && parent !== null);
  const placed = placedOf(definition);
  const places = nodes.map(({ id }): [string, Point] => {
    const { x, y } = placed.get(id) ?? { x: 0, y: 0 };
    return [id, { x, y }];
  });
  return { kind: 'cascade-levels', nodes, places: Object.fromEntries(places) };
}

interface Pasting {
  readonly clip: Clip;
  /** What the topmost pasted levels hang on where their own parent is not pasted with them. */
  readonly under: string;
}

/** The command and the ids that the pasted levels get, in the order of the clip. */
export function pasteClip(
  { clip, under }: Pasting,
  drawing: Drawing,
): { command: Command; ids: readonly string[] } {
  return copies({ clip, parentOf: () => under, name: 'paste' }, drawing);
}

/** Copies beside the originals, on the same parents. */
export function duplicateNodes(
  drawing: Drawing,
  ids: Iterable<string>,
): { command: Command; ids: readonly string[] } {
  return copies({ clip: clipOf(drawing, ids), parentOf: ({ parent }) => parent, name: 'duplicate' }, drawing);
}

interface Copying {
  readonly clip: Clip;
  readonly parentOf: (node: DrawingNode) => string | null;
  readonly name: 'paste' | 'duplicate';
}

const ASIDE = 40;

function copies(
  { clip, parentOf, name }: Copying,
  drawing: Drawing,
): { command: Command; ids: readonly string[] } {
  const taken = drawing.definition.nodes.map(({ id }) => id);
  const renamed = new Map<string, string>();
  for (const { id } of clip.nodes) renamed.set(id, freeKey(id, [...taken, ...renamed.values()]));
  const change: Command['change'] = ({ definition }) => {
    const reports = new Set(definition.reports.map(({ id }) => id));
    const events = new Set(definition.events.map(({ key }) => key));
    for (const node of clip.nodes) {
      const id = renamed.get(node.id) ?? node.id;
      const parent = (node.parent === null ? undefined : renamed.get(node.parent)) ?? parentOf(node);
      const obligations = node.obligations.filter(
        ({ report, onlyIf }) => reports.has(report) && (onlyIf === null || events.has(onlyIf)),
      );
      const standing = [...placedOf(definition).values()];
      definition.nodes.push({ ...node, id, parent, obligations });
      if (Object.keys(definition.layout.nodes).length === 0) continue;
      const { x, y } = clip.places[node.id] ?? { x: 0, y: 0 };
      place(definition, id, freeFrom({ x: x + ASIDE, y: y + ASIDE }, standing));
    }
  };
  return { command: { name, change }, ids: [...renamed.values()] };
}
