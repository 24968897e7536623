import type { Editor } from '../drawing/editor.tsx';
import type { ToolsStore } from './tools-store.ts';

/** What every act of the tools works on. */
export interface Bench {
  readonly editor: Editor;
  readonly tools: ToolsStore;
  /** Names of new things, in the language of the page. */
  readonly t: (key: string) => string;
  /** Writes what is not saved yet at once; absent where nothing is saved. */
  readonly save?: () => void;
}
