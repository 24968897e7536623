import { makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { pino, type Logger } from 'pino';

/** One JSON object a line on stdout; the SDK's own lines, native ones included, go the same way. */
export function createLog(level: string): Logger {
  return pino({ level, base: { process: 'worker' }, timestamp: pino.stdTimeFunctions.isoTime });
}

const SDK_LEVELS = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const;

/** Once per process, before anything of the SDK is used. Signals are handled by the process itself. */
export function installRuntime(log: Logger): void {
  const sdk = log.child({ part: 'temporal' });
  const write = (level: keyof typeof SDK_LEVELS, message: string, meta: object = {}): void => {
    sdk[SDK_LEVELS[level]](printable(meta), message);
  };
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: write,
      trace: (message, meta) => write('TRACE', message, meta),
      debug: (message, meta) => write('DEBUG', message, meta),
      info: (message, meta) => write('INFO', message, meta),
      warn: (message, meta) => write('WARN', message, meta),
      error: (message, meta) => write('ERROR', message, meta),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}

/** The SDK adds bigints to some lines, which JSON cannot hold. */
function printable(meta: object): object {
  return Object.fromEntries(
    Object.entries(meta).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? String(value) : (value as unknown),
    ]),
  );
}
