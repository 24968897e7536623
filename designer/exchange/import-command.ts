import type { Command } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';

/**
 * Another drawing in the place of the open one, in one step that can be undone. The key stays: it is what
 * the stored drawing is known by.
 */
export const importDrawing = ({ definition, directive }: Drawing): Command => ({
  name: 'import',
  change: (draft) => {
    const { key } = draft.definition;
    draft.definition = { ...definition, key };
    draft.directive = directive;
  },
});
