import type { Command } from '../drawing/command.ts';
import type { Drawing } from '../drawing/drawing.ts';

/** Another content in place of what is drawn, as one step that can be undone. */
export const restoreDrawing = ({ definition, directive }: Drawing): Command => ({
  name: 'restore',
  change: (draft) => {
    draft.definition = definition;
    draft.directive = directive;
  },
});

/** The key stays: it names the drawing in the whole installation, and another one may bear the old key by now. */
export const restoreVersion = ({ definition, directive }: Drawing): Command => ({
  name: 'restore',
  change: (draft) => {
    draft.definition = { ...definition, key: draft.definition.key };
    draft.directive = directive;
  },
});
