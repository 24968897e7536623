import { applied, type Command, type CommandName } from './command.ts';
import type { Drawing } from './drawing.ts';

interface Step {
  readonly name: CommandName;
  readonly merge: string | undefined;
  /** The whole drawing before the step: unchanged parts are shared, so a step costs what it changed. */
  readonly before: Drawing;
}

/** A drawing with the way it was made. Undoing gives back the very object that was there before. */
export interface History {
  readonly present: Drawing;
  readonly past: readonly Step[];
  readonly future: readonly { readonly name: CommandName; readonly after: Drawing }[];
}

export const begin = (present: Drawing): History => ({ present, past: [], future: [] });

export function run(history: History, command: Command): History {
  const present = applied(history.present, command);
  if (present === history.present) return history;
  const last = history.past.at(-1);
  const goesOn = command.merge !== undefined && last?.merge === command.merge && history.future.length === 0;
  const step: Step = { name: command.name, merge: command.merge, before: history.present };
  return { present, past: goesOn ? history.past : [...history.past, step], future: [] };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (step === undefined) return history;
  return {
    present: step.before,
    past: history.past.slice(0, -1),
    future: [{ name: step.name, after: history.present }, ...history.future],
  };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (step === undefined) return history;
  return {
    present: step.after,
    // what is typed after a redo is a step of its own
    past: [...history.past, { name: step.name, merge: undefined, before: history.present }],
    future,
  };
}
