import { reasonOf, type Say, StackError } from './messages.ts';
import { parentOf } from './tools.mjs';

const PARENT_LOOK_MS = 1_000;

/** The end of a command that runs until the person at the terminal has enough. */
export interface Ending {
  readonly signal: AbortSignal;
  readonly ended: Promise<void>;
}

/** Ctrl+C, a polite kill, or the loss of whoever started this process. */
export function awaitEnding(say: Say): Ending {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      if (!ending.signal.aborted) say('Đang dừng…', 'Stopping…');
      ending.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    endWithParent(end);
  });
  return { signal: ending.signal, ended };
}

/**
 * npm, when it is killed, ends without a word to the shell it started, nor that shell to this process: whoever
 * loses its parent is given another one.
 */
function endWithParent(end: () => void): void {
  const parents = () => {
    const shell = process.ppid;
    const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : parentOf(shell);
    return `${shell} ${npm}`;
  };
  const atFirst = parents();
  setInterval(() => {
    if (parents() !== atFirst) end();
  }, PARENT_LOOK_MS).unref();
}

/** How a command of the stack ends the process: 0, or one sentence and 1. */
export function runCommand(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      const expected = error instanceof StackError;
      const text = expected ? error.message : `Lỗi không lường trước / unexpected: ${reasonOf(error)}`;
      process.stderr.write(`\n${text}\n`);
      if (!expected && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
