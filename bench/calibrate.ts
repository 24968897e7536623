import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Pool } from 'pg';
import type { Installation } from './installation.ts';
import { median, rateOf } from './measure.ts';
import type { noop } from './noop/workflow.ts';

const NOOPS = 150;
const NOOPS_AT_ONCE = 20;
const INSERTS = 2_000;
const RUNS = 3;
const TASK_QUEUE = 'bench-noop';

export interface Calibration {
  /** Workflows that do nothing, started and ended, per second. */
  readonly noops: number;
  /** Transactions that insert one row, per second, as many at once as acts are measured with. */
  readonly inserts: number;
}

/** What this machine does at this moment, in units that its server and its disk understand. */
export async function calibrate(its: Installation, actsAtOnce: number): Promise<Calibration> {
  return { noops: await noopRate(its), inserts: await insertRate(its.desk.pool, actsAtOnce) };
}

async function noopRate({ client, stack }: Installation): Promise<number> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address: stack.temporalAddress });
  try {
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('noop/workflow.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    });
    const worker = await Worker.create({
      connection,
      workflowBundle,
      namespace: stack.namespace,
      taskQueue: TASK_QUEUE,
    });
    return await worker.runUntil(async () => {
      // The first ones find an empty cache and a cold server.
      await runNoops(client, 30);
      const rates: number[] = [];
      for (let run = 0; run < RUNS; run += 1) rates.push(await runNoops(client, NOOPS));
      return median(rates);
    });
  } finally {
    await connection.close();
  }
}

function runNoops(client: Client, count: number): Promise<number> {
  const items = Array.from({ length: count }, () => `noop-${randomUUID()}`);
  return rateOf({ items, atOnce: NOOPS_AT_ONCE }, (workflowId) =>
    client.workflow.execute<typeof noop>('noop', { workflowId, taskQueue: TASK_QUEUE, args: [] }),
  );
}

/** About as wide as an obligation, with one index. */
const TABLE = `CREATE TABLE bench_row (id uuid PRIMARY KEY, unit text NOT NULL, body jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())`;

async function insertRate(pool: Pool, atOnce: number): Promise<number> {
  await pool.query(TABLE);
  const body = JSON.stringify({ values: { a: '1.5', b: '2' }, note: 'x'.repeat(200) });
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const items = Array.from({ length: INSERTS }, () => randomUUID());
    const insert = (id: string) =>
      pool.query('INSERT INTO bench_row (id, unit, body) VALUES ($1, $2, $3)', [id, 'unit', body]);
    rates.push(await rateOf({ items, atOnce }, insert));
  }
  await pool.query('DROP TABLE bench_row');
  return median(rates);
}
