import { join } from 'node:path';
import type { Guard } from './guard.ts';
import { readSince } from './log-file.ts';
import type { Say } from './messages.ts';
import { type ProcessSpec, type ReadyProbe, SupervisedProcess } from './process.ts';
import { ROOT } from './tools.mjs';

interface NodePart {
  readonly env: NodeJS.ProcessEnv;
  readonly logs: string;
  readonly guard: Guard;
  readonly say: Say;
}

/** The real process runs the program itself, no wrapper: a kill hits what it is aimed at. */
function nodeSpec(entry: string, { env, logs }: NodePart): Omit<ProcessSpec, 'name' | 'order' | 'ready'> {
  const watch = join(ROOT, 'stack', 'watch-parent.mjs');
  return {
    command: process.execPath,
    args: ['--enable-source-maps', '--import', 'tsx', '--import', watch, entry],
    env,
    logFile: join(logs, `${entry.split('/')[0]}.log`),
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 20_000,
    readyTimeoutMs: 90_000,
    channel: true,
    user: undefined,
    prepare: () => Promise.resolve(),
  };
}

/** The Temporal worker; it serves once it has said so in its log. */
export function workerPart(part: NodePart): SupervisedProcess {
  const ready = async ({ logFile, logFrom }: ReadyProbe) =>
    /"msg"\s*:\s*"worker ready"/.test(await readSince(logFile, logFrom));
  return new SupervisedProcess(
    { ...nodeSpec('worker/main.ts', part), name: 'worker', order: 2, ready },
    part,
  );
}

/** The HTTP API; it serves once `/readyz` answers 200. */
export function apiPart(part: NodePart & { readonly url: string }): SupervisedProcess {
  const ready = async () => {
    try {
      const response = await fetch(`${part.url}/readyz`, { signal: AbortSignal.timeout(2_000) });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // Not listening yet.
      return false;
    }
  };
  return new SupervisedProcess({ ...nodeSpec('api/main.ts', part), name: 'API', order: 1, ready }, part);
}
