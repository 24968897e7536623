import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startMark } from './tools.mjs';

/** A process to be stopped, lowest `order` first, should this one die without doing so. */
interface Charge {
  readonly pid: number;
  readonly order: number;
  readonly signal: NodeJS.Signals;
  readonly timeoutMs: number;
}

export interface Guard {
  readonly pid: number;
  /** After this nothing may be started any more. */
  readonly closed: boolean;
  add(charge: Charge): void;
  remove(pid: number): void;
  /** Ends the guard; what it still has in charge is stopped by it. */
  close(): Promise<void>;
}

/** Starts the process that outlives this one just long enough to stop its children (see guard.mjs). */
export function startGuard(): Guard {
  const program = fileURLToPath(new URL('./guard.mjs', import.meta.url));
  // Its own session: a Ctrl+C at the terminal or a kill of the whole group must not reach it.
  const child = spawn(process.execPath, [program], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // A guard that was itself killed can no longer be told anything; the children are still watched by this process.
  child.stdin.on('error', () => undefined);
  child.unref();
  const tell = (message: object) => child.stdin.write(`${JSON.stringify(message)}\n`);
  let closed = false;
  return {
    pid: child.pid ?? 0,
    get closed() {
      return closed;
    },
    add: (charge) => tell({ add: { ...charge, mark: startMark(charge.pid) } }),
    remove: (pid) => tell({ remove: pid }),
    close: () => {
      closed = true;
      child.ref();
      child.stdin.end();
      return ended;
    },
  };
}
