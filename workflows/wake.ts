import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { CHANGED_SIGNAL } from '#model/contract';

const changedSignal = defineSignal(CHANGED_SIGNAL);

/** Remembers that somebody asked for another look. Made once, at the start of a workflow function. */
export interface Wake {
  /** Before a look: everything told so far will be seen by it. */
  forget(): void;
  /** A message came since the last look, which may not have seen what it is about. */
  came(): boolean;
  /** Until a message, or until `ms` have passed on the server's timer; null: a message only. */
  wait(ms: number | null): Promise<void>;
}

export function listen(): Wake {
  let changed = false;
  setHandler(changedSignal, () => {
    changed = true;
  });
  const came = (): boolean => changed;
  return {
    forget: () => {
      changed = false;
    },
    came,
    wait: async (ms) => {
      if (ms === null) await condition(came);
      // Which of the two ended the wait does not matter: the rows decide at the next look, never the
      // order in which a timer and a message reached the workflow.
      else await condition(came, Math.max(1, ms));
    },
  };
}
