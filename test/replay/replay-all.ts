import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { readHistory } from './stored-history.ts';

/**
 * A process of its own, because the zone (TZ) is fixed when Node starts. Replays every stored history
 * against the bundle given as the first argument and prints one JSON line per history.
 */
const HISTORIES = fileURLToPath(new URL('./histories', import.meta.url));
const [codePath] = process.argv.slice(2);
if (codePath === undefined) throw new Error('usage: replay-all.ts <workflow bundle>');

// Standard output is for the answers: what the native part logs goes to the logger that says nothing.
Runtime.install({
  logger: new DefaultLogger('ERROR', () => undefined),
  telemetryOptions: { logging: { forward: {} } },
});

async function* stored() {
  for (const file of (await readdir(HISTORIES)).filter((name) => name.endsWith('.json')).sort()) {
    const text = await readFile(path.join(HISTORIES, file), 'utf8');
    yield { workflowId: path.basename(file, '.json'), history: readHistory(text) };
  }
}

for await (const { workflowId, error } of Worker.runReplayHistories(
  { workflowBundle: { codePath } },
  stored(),
)) {
  const failure = error === undefined ? null : { name: error.name, message: error.message };
  process.stdout.write(
    `${JSON.stringify({ history: workflowId, failure, zone: new Date(0).getTimezoneOffset() })}\n`,
  );
}
process.exit(0);
