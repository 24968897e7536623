import { pino } from 'pino';
import { startApi } from './server.ts';
import { readApiSettings } from './settings.ts';

/** The API process: says `api ready` once, stops on SIGTERM or SIGINT, and with its parent where that is asked. */
async function main(): Promise<void> {
  const settings = readApiSettings(process.env);
  const log = pino({
    level: settings.logLevel,
    base: { part: 'api' },
    redact: ['req.headers', 'err.config'],
  });
  const api = await startApi(settings, log);
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'api stopping');
    api.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'api stopped badly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  if (settings.exitWithParent) {
    process.stdin.once('end', () => stop('parent gone')).once('error', () => stop('parent gone'));
    process.stdin.resume();
  }
  process.stdout.write(`${JSON.stringify({ level: 30, part: 'api', msg: 'api ready', url: api.url })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${JSON.stringify({ level: 60, part: 'api', msg: 'api cannot start', reason: error instanceof Error ? error.message : String(error) })}\n`,
  );
  process.exit(1);
});
