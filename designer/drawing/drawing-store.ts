import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from './command.ts';
import type { Drawing } from './drawing.ts';
import { begin, type History, redo, run, undo } from './history.ts';

/** The drawing that is open, and the only way to change it. */
export interface DrawingState extends History {
  run(command: Command): void;
  undo(): void;
  redo(): void;
  /** Another drawing altogether: nothing to undo. */
  open(drawing: Drawing): void;
}
export type DrawingStore = StoreApi<DrawingState>;

export const createDrawingStore = (drawing: Drawing): DrawingStore =>
  createStore<DrawingState>((set) => ({
    ...begin(drawing),
    run: (command) => set((state) => run(state, command)),
    undo: () => set(undo),
    redo: () => set(redo),
    open: (other) => set(begin(other)),
  }));
