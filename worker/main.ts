import { createLog, installRuntime } from './logging.ts';
import { readSettings } from './settings.ts';
import { startWorker } from './start.ts';

/** Ends by itself if stopping takes longer than any step may. */
const LAST_MOMENT_MS = 18_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);
  installRuntime(log);
  const worker = await startWorker(settings, log);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'worker stops');
    setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref();
    worker.stop();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever started the process waits for this line, whatever the level.
  const said = log.child({}, { level: 'info' });
  said.info({ taskQueue: settings.taskQueue, namespace: settings.namespace }, 'worker ready');
  await worker.ended;
  log.info('worker stopped');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    // The log may not exist yet, and this must reach whoever started the process.
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    process.stderr.write(`${JSON.stringify({ level: 60, process: 'worker', msg: message, stack })}\n`);
    process.exit(1);
  },
);
