import { useEffect } from 'react';
import { act } from './acts.ts';
import type { Bench } from './bench.ts';
import { copied, cut, paste } from './clipboard.ts';
import { focusOf, marksText } from './focus.ts';
import { applies, matching } from './keys.ts';
import { useBench } from './use-bench.ts';

interface Saving {
  /** Writes what is not saved yet at once (Ctrl+S); a stable function. */
  readonly save?: () => void;
}

/** All keys of the designer, for as long as the page with the open drawing is shown. */
export function useKeys({ save }: Saving = {}): void {
  const bench = useBench(save);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => onKey(event, bench);
    const clipboard = (event: ClipboardEvent) => onClipboard(event, bench);
    document.addEventListener('keydown', pressed);
    for (const type of ['copy', 'cut', 'paste'] as const) document.addEventListener(type, clipboard);
    return () => {
      document.removeEventListener('keydown', pressed);
      for (const type of ['copy', 'cut', 'paste'] as const) document.removeEventListener(type, clipboard);
    };
  }, [bench]);
}

function onKey(event: KeyboardEvent, bench: Bench): void {
  // a word being composed from several keys (Vietnamese input) is typing, wherever it lands
  if (event.defaultPrevented || event.isComposing) return;
  const found = matching(event);
  if (found === null || found.row.when === 'clipboard') return;
  if (!applies(found.row, focusOf(event.target))) return;
  // also where it does nothing: the browser's own Ctrl+D or Ctrl+S would only be in the way
  if (found.row.id !== 'leave') event.preventDefault();
  if (found.row.edits === true && bench.editor.view.getState().readOnly) return;
  if (event.repeat && found.row.group === 'add') return;
  act(found.row.id, bench, found.nth);
}

/** The browser's own events: they work without asking for permission, and on a page without https. */
function onClipboard(event: ClipboardEvent, bench: Bench): void {
  const { typing, dialog, canvas } = focusOf(event.target);
  if (event.defaultPrevented || typing || dialog || !canvas || event.clipboardData === null) return;
  const { readOnly } = bench.editor.view.getState();
  if (event.type === 'paste') {
    if (!readOnly) paste(bench, event.clipboardData.getData('text/plain'));
  } else {
    if (marksText()) return;
    const text = event.type === 'cut' && !readOnly ? cut(bench) : copied(bench);
    if (text === null) return;
    event.clipboardData.setData('text/plain', text);
  }
  event.preventDefault();
}
