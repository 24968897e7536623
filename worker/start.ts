import { Client } from '@temporalio/client';
import { type NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { createActivities, createLauncher, type Launcher } from '#activities';
import { createPool } from '#db';
import { cachedWorkflowBundle } from './bundle.ts';
import { startClockDriver } from './clock-driver.ts';
import { connectTemporal, patiently } from './connect.ts';
import { startForgetting } from './forget.ts';
import type { Loop } from './loop.ts';
import { startMail } from './mail/loop.ts';
import { startReconciler } from './reconcile.ts';
import { startRelay } from './relay.ts';
import type { WorkerSettings } from './settings.ts';

export interface RunningWorker {
  /** Asks it to end after the tasks under way. */
  stop(): void;
  /** Resolves once everything is closed; rejects if it could not go on. */
  readonly ended: Promise<void>;
}

const PATIENCE_MS = 60_000;
/** Connections: one for each local activity that runs at the same time, and some for the loops. */
const STEPS_AT_ONCE = 16;
const POOL_SIZE = STEPS_AT_ONCE + 10;

/** Connects, starts polling and the loops beside it (docs/messages.md). Leaves nothing open if it fails. */
export async function startWorker(settings: WorkerSettings, log: Logger): Promise<RunningWorker> {
  const patience = { forMs: PATIENCE_MS, log };
  const bundle = cachedWorkflowBundle({ cacheDir: settings.cacheDir, logger: Runtime.instance().logger });
  const connecting = connectTemporal(settings.connection, patience);
  const broken = (error: Error): void => log.warn({ err: error }, 'a connection to PostgreSQL broke');
  const pool = createPool({
    databaseUrl: settings.databaseUrl,
    max: POOL_SIZE,
    applicationName: 'cascade worker',
    onBroken: broken,
  });
  const reachable = patiently(async () => (await pool.connect()).release(), {
    ...patience,
    what: 'PostgreSQL',
  });
  const [workflowBundle, connection] = await Promise.all([bundle, connecting, reachable]);

  const client = new Client({ connection, namespace: settings.namespace });
  const launcher = createLauncher({ client, taskQueue: settings.taskQueue });
  const loops = startLoops({ pool, launcher, client, log, mail: settings.mail });
  const worker = await createWorker({
    settings,
    connection,
    workflowBundle,
    pool,
    launcher,
    stepped: loops.poke,
  });
  const ended = worker.run().finally(async () => {
    await loops.stop();
    await connection.close();
    await pool.end();
  });
  return { stop: () => worker.shutdown(), ended };
}

interface WorkerParts {
  readonly settings: WorkerSettings;
  readonly connection: NativeConnection;
  readonly workflowBundle: { readonly codePath: string };
  readonly pool: Pool;
  readonly launcher: Launcher;
  readonly stepped: () => void;
}

function createWorker({
  settings,
  connection,
  workflowBundle,
  ...dependencies
}: WorkerParts): Promise<Worker> {
  return Worker.create({
    connection,
    workflowBundle,
    namespace: settings.namespace,
    taskQueue: settings.taskQueue,
    activities: createActivities(dependencies),
    // On purpose, not by the machine's memory: evicting replays a history, which costs more than it frees.
    maxCachedWorkflows: settings.cachedWorkflows,
    maxConcurrentLocalActivityExecutions: STEPS_AT_ONCE,
    maxConcurrentActivityTaskExecutions: 20,
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '15 seconds',
  });
}

interface LoopParts {
  readonly pool: Pool;
  readonly launcher: Launcher;
  readonly client: Client;
  readonly log: Logger;
  readonly mail: WorkerSettings['mail'];
}

function startLoops({ pool, launcher, client, log, mail }: LoopParts): {
  poke(): void;
  stop(): Promise<void>;
} {
  const relay = startRelay({ pool, launcher, log });
  const clock = startClockDriver({ pool, log, moved: relay.poke });
  const reconciler = startReconciler({ pool, client, log });
  const forgetting = startForgetting({ pool, log });
  const posting = mail === null ? [] : [startMail({ pool, settings: mail, log })];
  const loops: readonly Loop[] = [relay, clock, reconciler, forgetting, ...posting];
  return {
    // A step may have written rows for the relay, or been the last that a rehearsal's clock waited for.
    poke: () => {
      relay.poke();
      clock.poke();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
