import { type Clip, clipOf, pasteClip } from '../drawing/commands/copying.ts';
import { nodeOf } from '../drawing/drawing.ts';
import { hasRoomFor } from './adding.ts';
import type { Bench } from './bench.ts';
import { removeSelected } from './changing.ts';
import { clipText, parseClip } from './clip-text.ts';
import { anchorOf, selectedLevels } from './selected.ts';

/** What was copied last on this page, for where the browser gives no clipboard. */
let remembered = '';

/** The text of the selected levels, or null where there is nothing to copy. */
export function copied({ editor, tools }: Bench): string | null {
  const levels = selectedLevels(editor);
  const clip = clipOf(
    editor.drawing.getState().present,
    levels.map(({ id }) => id),
  );
  if (clip.nodes.length === 0) {
    if (levels.length > 0) tools.getState().say('topStays');
    return null;
  }
  remembered = clipText(clip);
  tools.getState().say('copied', { count: clip.nodes.length });
  return remembered;
}

export function cut(bench: Bench): string | null {
  const text = copied(bench);
  if (text !== null) removeSelected(bench);
  return text;
}

/** Below the selected level; a copy pasted onto itself goes beside it. */
export function paste(bench: Bench, text: string): void {
  const read = parseClip(text);
  if (!read.ok) {
    bench.tools.getState().say(read.why);
    return;
  }
  const { editor } = bench;
  const { present, run } = editor.drawing.getState();
  const under = placeFor(bench, read.clip);
  if (under === undefined || !hasRoomFor(bench, read.clip.nodes.length)) return;
  const { command, ids } = pasteClip({ clip: read.clip, under }, present);
  run(command);
  editor.view.getState().centre(...ids);
}

function placeFor({ editor }: Bench, clip: Clip): string | undefined {
  const anchor = anchorOf(editor);
  const itself = clip.nodes.some(({ id }) => id === anchor?.id);
  if (!itself || anchor === undefined || anchor.parent === null) return anchor?.id;
  const ids = new Set(clip.nodes.map(({ id }) => id));
  const drawing = editor.drawing.getState().present;
  let above = nodeOf(drawing, anchor.parent);
  while (above !== undefined && above.parent !== null && ids.delete(above.id)) {
    above = nodeOf(drawing, above.parent);
  }
  return above?.id;
}

/** By a button: the browser may refuse, then the page's own memory serves. */
export async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // `remembered` holds it
  }
}

export async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return remembered;
  }
}
