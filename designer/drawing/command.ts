import { produce } from 'immer';
import type { Definition, Directive } from '#model';
import type { Drawing } from './drawing.ts';

/** The drawing while a command changes it: plain and mutable, made anew only where it is touched. */
export interface Draft {
  definition: Definition;
  directive: Directive | null;
}

/**
 * One step of the designer, as it appears in "undo …" (`command.<name>` in the locale). Selecting and
 * panning are no commands. Commands with the same `merge` in a row become one step: typing in a field.
 */
export interface Command {
  readonly name: CommandName;
  readonly change: (draft: Draft) => void;
  readonly merge?: string;
}

export type CommandName =
  | 'addLevel'
  | 'insertLevel'
  | 'remove'
  | 'rename'
  | 'connect'
  | 'move'
  | 'arrange'
  | 'lock'
  | 'duplicate'
  | 'paste'
  | 'setFocalPoint'
  | 'removeFocalPoint'
  | 'editLevel'
  | 'editReport'
  | 'editDrawing'
  | 'editLetter'
  | 'fix'
  | 'restore'
  | 'import';

/** The drawing after the command; the very same object where nothing changed. */
export const applied = (drawing: Drawing, command: Command): Drawing =>
  produce(drawing, (draft) => command.change(draft));
