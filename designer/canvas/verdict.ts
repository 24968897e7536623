import { canConnect } from '#engine';
import type { Definition, Problem } from '#model';
import type { Command } from '../drawing/command.ts';
import { setFocalPoint } from '../drawing/commands/focal.ts';
import { connectNodes } from '../drawing/commands/levels.ts';
import type { FocalPoint } from '../drawing/layout.ts';

export interface Wish {
  readonly source: string;
  readonly target: string;
  /** The dot it was drawn from: `out` addresses, `up` reports. */
  readonly handle: string | null;
}
type Verdict =
  | {
      readonly ok: true;
      readonly command: Command;
      readonly key: 'connectHere' | 'focalHere';
      readonly name: string;
    }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly problem: null; readonly key: FocalRefusal; readonly name: string };
type FocalRefusal = 'focalOther' | 'focalNoReport' | 'focalAlready' | 'focalNotBelow' | 'upOnlyFocal';

/** May this line be drawn, and what does it do: levels by the rule book, focal points by where they stand. */
export function verdictOf(definition: Definition, focal: readonly FocalPoint[], wish: Wish): Verdict {
  const point = focal.find(({ id }) => id === wish.target);
  const node = definition.nodes.find(({ id }) => id === wish.source);
  const name = node?.name ?? '';
  const refused = (key: FocalRefusal): Verdict => ({ ok: false, problem: null, key, name });
  if (wish.handle !== 'up') {
    if (point !== undefined) return refused('focalNotBelow');
    const problem = canConnect(definition, wish.source, wish.target);
    if (problem !== null) return { ok: false, problem };
    const target = definition.nodes.find(({ id }) => id === wish.target)?.name ?? '';
    return { ok: true, command: connectNodes(wish.source, wish.target), key: 'connectHere', name: target };
  }
  if (point === undefined || node === undefined) return refused('upOnlyFocal');
  if (point.groups.includes(node.id)) return refused('focalAlready');
  if (node.parent !== point.parent) return refused('focalOther');
  if (node.obligations.length === 0) return refused('focalNoReport');
  const command = setFocalPoint({ groups: [node.id], select: point.select });
  return { ok: true, command, key: 'focalHere', name };
}
