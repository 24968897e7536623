import type { Definition, Directive, DrawingNode } from '#model';

/** What is drawn, undone, saved and published as one: the cascade and the letter proposed with it. */
export interface Drawing {
  readonly definition: Definition;
  readonly directive: Directive | null;
}

export const nodeOf = ({ definition }: Drawing, id: string): DrawingNode | undefined =>
  definition.nodes.find((node) => node.id === id);

/** The node that starts the cascade; a stored drawing always has one node, a damaged one perhaps no root. */
export const rootOf = ({ definition }: Drawing): DrawingNode | undefined =>
  definition.nodes.find((node) => node.parent === null);
