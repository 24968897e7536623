import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { type Caller, callerOf, type Stack, startStack } from '#stack';
import { type Acting, acting } from '../test/replay/acting.ts';

/** A whole installation of the benchmark's own: real server, real database, real processes. */
export interface Installation {
  readonly stack: Stack;
  /** Acts without HTTP. */
  readonly desk: Acting;
  /** The same through the API. */
  readonly caller: Caller;
  readonly client: Client;
}

/** Starts one on a temporary folder, lets it be used, and leaves nothing behind. */
export async function withInstallation(
  signal: AbortSignal,
  use: (its: Installation) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cascade-bench-'));
  try {
    const stack = await start(dataDir, signal);
    try {
      await connected(stack, use);
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function start(dataDir: string, signal: AbortSignal): Promise<Stack> {
  const { CASCADE_TEMPORAL, CASCADE_CACHE } = process.env;
  return startStack({
    dataDir,
    port: 0,
    signal,
    without: ['web'],
    // Only where programs come from; never a database or a cluster of somebody's own.
    environment: { CASCADE_TEMPORAL, CASCADE_CACHE, LOG_LEVEL: 'warn' },
    // Limits are meant for people.
    env: { api: { CASCADE_RATE_FACTOR: '1000' } },
  });
}

async function connected(stack: Stack, use: (its: Installation) => Promise<void>): Promise<void> {
  const { apiUrl, serviceKey } = stack;
  if (serviceKey === undefined) throw new Error('The installation has no service key.');
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const desk = acting(stack.databaseUrl);
  try {
    const client = new Client({ connection, namespace: stack.namespace });
    await use({ stack, desk, caller: callerOf({ apiUrl, serviceKey }), client });
  } finally {
    await desk.close();
    await connection.close();
  }
}
