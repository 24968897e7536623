import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { createDrawingStore, type DrawingState, type DrawingStore } from './drawing-store.ts';
import type { Drawing } from './drawing.ts';
import { createFindingsStore, type FindingsState, type FindingsStore, type Trial } from './findings-store.ts';
import { createViewStore, type ViewState, type ViewStore } from './view-store.ts';

/** One open drawing: what it is, how it is looked at, what follows from it. */
export interface Editor {
  readonly drawing: DrawingStore;
  readonly view: ViewStore;
  readonly findings: FindingsStore;
}

export const createEditor = (
  drawing: Drawing,
  { trial, readOnly = false }: { readonly trial: Trial; readonly readOnly?: boolean },
): Editor => ({
  drawing: createDrawingStore(drawing),
  view: createViewStore({ readOnly }),
  findings: createFindingsStore(trial),
});

const Opened = createContext<Editor | null>(null);

export const EditorProvider = ({ editor, children }: { editor: Editor; children: ReactNode }) => (
  <Opened value={editor}>{children}</Opened>
);

export function useEditor(): Editor {
  const editor = useContext(Opened);
  if (editor === null) throw new Error('no drawing is open here: wrap the page in EditorProvider');
  return editor;
}

export const useDrawing = <T,>(select: (state: DrawingState) => T): T =>
  useStore(useEditor().drawing, select);
export const useView = <T,>(select: (state: ViewState) => T): T => useStore(useEditor().view, select);
export const useFindings = <T,>(select: (state: FindingsState) => T): T =>
  useStore(useEditor().findings, select);
