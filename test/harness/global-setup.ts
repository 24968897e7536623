import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { browserForTests, sayToTerminal, startStack } from '#stack';

/** What a test needs to reach the stack that all files of its project share; `inject('stack')`. */
export interface SharedStack {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataDir: string;
  readonly serviceKey: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    stack: SharedStack;
  }
}

/** Starts one stack on a folder of its own, whatever the person's environment says, and removes it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // before anything is started: without a browser these tests fail, with one sentence
  if (project.name === 'e2e') await browserForTests(sayToTerminal);
  const dataDir = await mkdtemp(join(tmpdir(), `cascade-${project.name}-`));
  const started = await startStack({
    dataDir,
    port: 0,
    environment: settingsForTests(),
    // Limits are meant for people; tests of limits set their own. Answers are held against the API document.
    // No mail server of the person's own hears of what tests do.
    env: { api: { CASCADE_RATE_FACTOR: '1000', CASCADE_CHECK_RESPONSES: '1' }, worker: { SMTP_URL: '' } },
    without: project.name === 'e2e' ? [] : ['web'],
  });
  const { apiUrl, databaseUrl, temporalAddress, namespace, taskQueue, serviceKey } = started;
  if (serviceKey === undefined) throw new Error('The stack has no service key.');
  project.provide('stack', {
    apiUrl,
    databaseUrl,
    temporalAddress,
    namespace,
    taskQueue,
    dataDir,
    serviceKey,
  });
  return async () => {
    await started.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Only where programs come from; never a database or a cluster of somebody's own. */
function settingsForTests(): Record<string, string | undefined> {
  const { CASCADE_TEMPORAL, CASCADE_CACHE } = process.env;
  return { CASCADE_TEMPORAL, CASCADE_CACHE, LOG_LEVEL: 'warn' };
}
