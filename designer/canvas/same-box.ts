import type { NodeProps } from '@xyflow/react';

/** Where a box stands is React Flow's to draw: while it is dragged nothing in it has to be drawn anew. */
export const sameBox = (before: Seen, after: Seen): boolean =>
  before.id === after.id && before.data === after.data && before.selected === after.selected;

type Seen = Pick<NodeProps, 'id' | 'data' | 'selected'>;
