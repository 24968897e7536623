import type { Definition } from '#model';

/** Where a new level would go: below a level, between two, or below `parent` at the place of the drop. */
export type DropTarget =
  | { readonly kind: 'child'; readonly parent: string; readonly here: boolean }
  | { readonly kind: 'between'; readonly above: string; readonly below: string };

interface Under {
  readonly node: string | null;
  readonly edge: string | null;
  readonly selection: ReadonlySet<string>;
}

/** On a level: below it. On a way down: between the two. Elsewhere: below the selected level, else the top. */
export function dropTarget(
  { nodes }: Pick<Definition, 'nodes'>,
  { node, edge, selection }: Under,
): DropTarget | null {
  const over = nodes.find(({ id }) => id === node);
  if (over !== undefined) return { kind: 'child', parent: over.id, here: false };
  const below = nodes.find(({ id }) => edge === `down-${id}`);
  if (below !== undefined && below.parent !== null)
    return { kind: 'between', above: below.parent, below: below.id };
  const [only, ...others] = selection;
  const chosen = others.length === 0 ? nodes.find(({ id }) => id === only) : undefined;
  const parent = chosen ?? nodes.find((each) => each.parent === null);
  return parent === undefined ? null : { kind: 'child', parent: parent.id, here: true };
}
