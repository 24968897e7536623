import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Editor, useEditor } from '../drawing/editor.tsx';
import type { Point } from '../drawing/places.ts';

/** How the canvas is looked at: React Flow's own hands, lent while the canvas is shown. */
export interface Zoom {
  in(): void;
  out(): void;
  fit(): void;
  /** Brings a level that stands there into sight; one in sight already moves nothing. */
  reveal(level: Point): void;
}

/** One sentence that stands for some seconds: `tools.notice_<key>`. */
interface Notice {
  readonly key: NoticeKey;
  readonly params: Readonly<Record<string, string | number>>;
}
export type NoticeKey =
  | 'automaticSave'
  | 'copied'
  | 'notAClip'
  | 'emptyClip'
  | 'damagedClip'
  | 'tooMany'
  | 'topStays'
  | 'nothingAbove'
  | 'noReport'
  | 'hasFocalPoint'
  | 'arranged'
  | 'arrangeDropped'
  | 'arrangeFailed';

/** What the tools show of one open drawing: never part of it, never undone. */
export interface ToolsState {
  readonly dialog: 'keys' | 'commands' | null;
  /** The search is open; a new object for every wish to type there. */
  readonly searching: { readonly asked: number } | null;
  readonly notice: Notice | null;
  /** The automatic layout is being worked out; aborting it drops the result. */
  readonly arranging: AbortController | null;
  readonly zoom: Zoom | null;
  show(change: Partial<Omit<ToolsState, 'show' | 'say'>>): void;
  say(key: NoticeKey, params?: Notice['params']): void;
}
export type ToolsStore = StoreApi<ToolsState>;

const createToolsStore = (): ToolsStore =>
  createStore<ToolsState>((set) => ({
    dialog: null,
    searching: null,
    notice: null,
    arranging: null,
    zoom: null,
    show: (change) => set(change),
    say: (key, params = {}) => set({ notice: { key, params } }),
  }));

const opened = new WeakMap<Editor, ToolsStore>();

/** The tools of an open drawing: one set, whoever asks. */
export function toolsOf(editor: Editor): ToolsStore {
  const known = opened.get(editor) ?? createToolsStore();
  opened.set(editor, known);
  return known;
}

export const useTools = <T>(select: (state: ToolsState) => T): T => useStore(toolsOf(useEditor()), select);
