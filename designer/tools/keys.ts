/** One way to press something. Letters are lower case, digits stand for the key whatever it types. */
export interface Combo {
  readonly key: string;
  readonly ctrl?: true;
  readonly shift?: true;
  readonly alt?: true;
}

export const KEY_GROUPS = ['edit', 'add', 'find', 'view'] as const;

interface Row {
  readonly id: string;
  readonly group: (typeof KEY_GROUPS)[number];
  readonly combos: readonly Combo[];
  /**
   * `canvas`: only while the canvas has the focus. `anywhere`: wherever nothing is being typed. `typing`:
   * there as well. `clipboard`: the browser's own copy, cut and paste say when. `canvas-own`: the canvas
   * listens itself.
   */
  readonly when: 'canvas' | 'anywhere' | 'typing' | 'clipboard' | 'canvas-own';
  /** Changes the drawing: nothing happens where it may only be read. */
  readonly edits?: true;
}

const ctrl = (key: string): Combo => ({ key, ctrl: true });
const ctrlShift = (key: string): Combo => ({ key, ctrl: true, shift: true });
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Every key of the designer: what is pressed, what the `?` dialog shows. Wording: `tools.key_<id>`. */
export const KEYS = [
  { id: 'undo', group: 'edit', when: 'anywhere', edits: true, combos: [ctrl('z')] },
  { id: 'redo', group: 'edit', when: 'anywhere', edits: true, combos: [ctrl('y'), ctrlShift('z')] },
  {
    id: 'remove',
    group: 'edit',
    when: 'canvas',
    edits: true,
    combos: [{ key: 'Delete' }, { key: 'Backspace' }],
  },
  { id: 'rename', group: 'edit', when: 'canvas', edits: true, combos: [{ key: 'F2' }] },
  { id: 'copy', group: 'edit', when: 'clipboard', combos: [ctrl('c')] },
  { id: 'cut', group: 'edit', when: 'clipboard', edits: true, combos: [ctrl('x')] },
  { id: 'paste', group: 'edit', when: 'clipboard', edits: true, combos: [ctrl('v')] },
  { id: 'duplicate', group: 'edit', when: 'anywhere', edits: true, combos: [ctrl('d')] },
  { id: 'lock', group: 'edit', when: 'anywhere', edits: true, combos: [ctrlShift('l')] },
  { id: 'layout', group: 'edit', when: 'canvas', edits: true, combos: [{ key: 'l' }] },
  { id: 'nudge', group: 'edit', when: 'canvas-own', edits: true, combos: [{ key: 'arrows', alt: true }] },
  { id: 'save', group: 'edit', when: 'typing', combos: [ctrl('s')] },
  { id: 'add', group: 'add', when: 'canvas', edits: true, combos: DIGITS.map((key) => ({ key })) },
  {
    id: 'insert',
    group: 'add',
    when: 'canvas',
    edits: true,
    combos: DIGITS.map((key) => ({ key, shift: true })),
  },
  { id: 'commands', group: 'find', when: 'typing', combos: [ctrl('k')] },
  { id: 'search', group: 'find', when: 'anywhere', combos: [ctrl('f')] },
  { id: 'walk', group: 'find', when: 'canvas-own', combos: [{ key: 'arrows' }] },
  { id: 'open', group: 'find', when: 'canvas-own', combos: [{ key: 'Enter' }] },
  { id: 'keys', group: 'find', when: 'anywhere', combos: [{ key: '?' }] },
  { id: 'selectAll', group: 'view', when: 'canvas', combos: [ctrl('a')] },
  { id: 'leave', group: 'view', when: 'canvas', combos: [{ key: 'Escape' }] },
  { id: 'boxSelect', group: 'view', when: 'canvas-own', combos: [{ key: 'drag', shift: true }] },
  { id: 'pan', group: 'view', when: 'canvas-own', combos: [{ key: 'Space' }] },
  { id: 'zoomIn', group: 'view', when: 'canvas', combos: [{ key: '+' }, { key: '=' }] },
  { id: 'zoomOut', group: 'view', when: 'canvas', combos: [{ key: '-' }] },
  { id: 'fit', group: 'view', when: 'canvas', combos: [{ key: '0' }] },
] as const satisfies readonly Row[];

export type KeyId = (typeof KEYS)[number]['id'];
export type KeyRow = Row & { readonly id: KeyId };

/** As much of a keyboard event as it takes. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What was pressed, and which of the row's combos it was (the ninth preset, say); null: not ours. */
export function matching(pressed: Pressed): { readonly row: KeyRow; readonly nth: number } | null {
  const key = nameOf(pressed);
  // what a sign needs to be typed differs from keyboard to keyboard
  const sign = key.length === 1 && !/[a-z0-9]/.test(key);
  const ctrl = pressed.ctrlKey || pressed.metaKey;
  for (const row of KEYS) {
    const nth = row.combos.findIndex(
      (combo: Combo) =>
        combo.key === key &&
        (combo.ctrl ?? false) === ctrl &&
        (combo.alt ?? false) === pressed.altKey &&
        (sign || (combo.shift ?? false) === pressed.shiftKey),
    );
    if (nth >= 0) return { row, nth };
  }
  return null;
}

/** Shift and a Vietnamese or French layout change what a key types, not which key it is. */
function nameOf({ key, code }: Pressed): string {
  const [, digit] = /^(?:Digit|Numpad)([0-9])$/.exec(code) ?? [];
  if (digit !== undefined && (code.startsWith('Digit') || key === digit)) return digit;
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (key.length === 1 && key > '\u007f' && letter !== undefined) return letter.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Where the focus is, as far as keys care. */
export interface Focus {
  readonly typing: boolean;
  readonly dialog: boolean;
  readonly canvas: boolean;
}

export function applies({ when }: KeyRow, { typing, dialog, canvas }: Focus): boolean {
  if (dialog) return false;
  switch (when) {
    case 'canvas':
      return canvas && !typing;
    case 'anywhere':
    case 'clipboard':
      return !typing;
    case 'typing':
      return true;
    case 'canvas-own':
      return false;
  }
}
