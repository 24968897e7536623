import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { submitReport, withIdempotency } from '#acts';
import { ReportInput } from '#model';
import { startStack, type Stack } from '#stack';
import { waitFor } from '../harness/wait-for.ts';
import { type Acting, acting, must } from '../replay/acting.ts';

export interface Installation {
  readonly stack: Stack;
  readonly desk: Acting;
  /** Hands in a figure once, however often the database goes away meanwhile; how often it had to be tried. */
  report(obligationId: string, events: number): Promise<number>;
  /** Of this workflow, as Temporal says. */
  statusOf(workflowId: string): Promise<string>;
  /** Lines of the worker's log that no fault from outside explains. */
  alarmsInLogs(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

const ALARMS = /nondeterminism|TMPRL110[01]|uncaught exception|unhandled ?rejection|out of memory/i;

/** An installation of its own, to be killed: the API is left out, acts reach the database without it. */
export async function installation(
  name: string,
  workerEnv: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const dataDir = await mkdtemp(join(tmpdir(), `cascade-${name}-`));
  const { CASCADE_TEMPORAL, CASCADE_CACHE } = process.env;
  const stack = await startStack({
    dataDir,
    port: 0,
    without: ['api', 'web'],
    env: { worker: workerEnv },
    environment: { CASCADE_TEMPORAL, CASCADE_CACHE },
  });
  const desk = acting(stack.databaseUrl);
  return {
    stack,
    desk,
    report: async (obligationId, events) => {
      const input = ReportInput.parse({ values: { events } });
      const request = {
        key: `${obligationId}/${events}`,
        method: 'POST',
        path: '/reports',
        body: { events },
      };
      let tries = 0;
      await insist(async () => {
        tries += 1;
        must(
          await withIdempotency(desk.ctx, request, async (ctx) => ({
            status: 201,
            body: must(await submitReport(ctx, { obligationId, input })),
          })),
        );
      }, `the report of ${obligationId}`);
      return tries;
    },
    statusOf: async (workflowId) => {
      const connection = await Connection.connect({ address: stack.temporalAddress });
      const client = new Client({ connection, namespace: stack.namespace });
      const { status } = await client.workflow.getHandle(workflowId).describe();
      await connection.close();
      return status.name;
    },
    alarmsInLogs: async () => {
      const text = await readFile(join(dataDir, 'logs', 'worker.log'), 'utf8');
      return text.split('\n').flatMap((line) => (ALARMS.test(line) ? [line.slice(0, 3_000)] : []));
    },
    remove: async () => {
      await desk.close();
      await stack.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Again and again until it works: what a caller does whose server was killed. */
export async function insist<T>(act: () => Promise<T>, what: string): Promise<T> {
  const done = await waitFor(async () => ({ value: await act() }), { what, forMs: 90_000 });
  return done.value;
}
