import type { DrawingNode, ObligationRule, Problem } from '#model';
import type { Command } from '../../drawing/command.ts';
import { type Drawing, rootOf } from '../../drawing/drawing.ts';
import type { Place } from '../../drawing/view-store.ts';
import { removeAt, setAt } from './at-path.ts';

/** A way out of one problem, in one step that can be undone. */
export interface QuickFix {
  /** `problems.fix.<label>` in the locale. */
  readonly label: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly command: Command;
}

/** A problem with the drawing it was found in; its path is seen from the drawing. */
export interface Found {
  readonly problem: Problem;
  readonly drawing: Drawing;
}
/** The ways out that come to mind; those that would make something else wrong are left out afterwards. */
export type Offer = (found: Found) => readonly QuickFix[];
export type Offers = Readonly<Record<string, Offer>>;

export const fix = (label: string, change: Command['change'], params: QuickFix['params'] = {}): QuickFix => ({
  label,
  params,
  command: { name: 'fix', change },
});

export const set = (label: string, path: Place, value: unknown): QuickFix =>
  fix(label, (draft) => setAt(draft, path, value));

export const remove = (label: string, path: Place): QuickFix => fix(label, (draft) => removeAt(draft, path));

/** Takes out what the problem's path points at. */
export const removeIt =
  (label: string, above = 0): Offer =>
  ({ problem: { path } }) => [remove(label, path.slice(0, path.length - above))];

export const setIt =
  (label: string, value: unknown): Offer =>
  ({ problem: { path } }) => [set(label, path, value)];

export function nodeAt({ problem: { path }, drawing }: Found): DrawingNode | undefined {
  const [, list, index] = path;
  return list === 'nodes' && typeof index === 'number' ? drawing.definition.nodes[index] : undefined;
}

export interface RuleAt {
  readonly node: DrawingNode;
  readonly rule: ObligationRule;
  readonly path: Place;
}

/** The obligation that a path leads into. */
export function ruleAt(found: Found): RuleAt | undefined {
  const node = nodeAt(found);
  const [, , , list, index] = found.problem.path;
  const rule = list === 'obligations' && typeof index === 'number' ? node?.obligations[index] : undefined;
  return node === undefined || rule === undefined
    ? undefined
    : { node, rule, path: found.problem.path.slice(0, 5) };
}

/** Hangs a level below the top. */
export function attach({ drawing }: Found, id: string | undefined): readonly QuickFix[] {
  const top = rootOf(drawing);
  if (top === undefined || id === undefined || id === top.id) return [];
  const change: Command['change'] = ({ definition }) => {
    // with an id twice the later one is the one that hangs in the air
    const node = definition.nodes.findLast((each) => each.id === id);
    if (node !== undefined) node.parent = top.id;
  };
  return [fix('attachTo', change, { level: top.name })];
}
