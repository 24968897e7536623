import { rootOf } from '../drawing/drawing.ts';
import { PRESETS } from '../drawing/presets.ts';
import { addPreset, insertPreset } from './adding.ts';
import { arrangeAll } from './arranging.ts';
import type { Bench } from './bench.ts';
import { duplicateSelected, removeSelected, toggleLock } from './changing.ts';
import { copied, cut, paste, readClipboard, writeClipboard } from './clipboard.ts';
import type { KeyId } from './keys.ts';
import { selectedLevels } from './selected.ts';

/** Does what a key, a button or the command palette asks for. `nth`: which of the presets. */
export function act(id: KeyId, bench: Bench, nth = 0): void {
  const { editor, tools } = bench;
  const { drawing, view } = editor;
  const preset = PRESETS[nth];
  switch (id) {
    case 'undo':
      return drawing.getState().undo();
    case 'redo':
      return drawing.getState().redo();
    case 'remove':
      return removeSelected(bench);
    case 'rename':
      return rename(bench);
    case 'copy':
      return toClipboard(copied(bench));
    case 'cut':
      return toClipboard(cut(bench));
    case 'paste':
      return void readClipboard().then((text) => paste(bench, text));
    case 'duplicate':
      return duplicateSelected(bench);
    case 'lock':
      return toggleLock(bench);
    case 'layout':
      return void arrangeAll(bench);
    case 'save':
      bench.save?.();
      return tools.getState().say('automaticSave');
    case 'add':
      return preset && addPreset(bench, preset);
    case 'insert':
      return preset && insertPreset(bench, preset);
    case 'commands':
      return tools.getState().show({ dialog: 'commands' });
    case 'search':
      return tools.getState().show({ searching: { asked: (tools.getState().searching?.asked ?? 0) + 1 } });
    case 'keys':
      return tools.getState().show({ dialog: 'keys' });
    case 'selectAll':
      return view.getState().select(drawing.getState().present.definition.nodes.map((node) => node.id));
    case 'leave':
      return leave(bench);
    case 'zoomIn':
      return tools.getState().zoom?.in();
    case 'zoomOut':
      return tools.getState().zoom?.out();
    case 'fit':
      return tools.getState().zoom?.fit();
    // the canvas does these itself
    case 'nudge':
    case 'walk':
    case 'open':
    case 'boxSelect':
    case 'pan':
      return;
  }
}

function rename({ editor }: Bench): void {
  const level = selectedLevels(editor)[0] ?? rootOf(editor.drawing.getState().present);
  if (level === undefined) return;
  editor.view.getState().select([level.id]);
  editor.view.getState().show({ renaming: level.id });
}

const toClipboard = (text: string | null): void => {
  if (text !== null) void writeClipboard(text);
};

/** One thing after the other: what is being worked out, the search, the selection. */
function leave({ editor: { view }, tools }: Bench): void {
  const { arranging, searching, show } = tools.getState();
  if (arranging !== null) arranging.abort();
  else if (searching !== null) show({ searching: null });
  else view.getState().select([]);
}
