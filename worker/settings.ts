import { devNull } from 'node:os';
import path from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { z } from 'zod';
import { TASK_QUEUE } from '#model/contract';

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  CASCADE_TASK_QUEUE: z.string().min(1).default(TASK_QUEUE),
  CASCADE_DATA: z.string().min(1).default('.cascade'),
  // A cached workflow costs about 0.2 MB; a national campaign has 3,356 of them, and most only wait.
  CASCADE_CACHED_WORKFLOWS: z.coerce.number().int().min(0).max(20_000).default(600),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly cacheDir: string;
  readonly cachedWorkflows: number;
  readonly logLevel: string;
  readonly namespace: string;
  readonly connection: NativeConnectionOptions;
}

/** From the environment (TEMPORAL_* as every Temporal tool reads it); a bad value is one clear sentence. */
export function readSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const given = withoutEmpty(environment);
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const named = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Cấu hình worker sai / wrong worker settings: ${named.join('; ')}`);
  }
  // “No file, whatever lies in the person's home”; the reader itself fails on a file without profiles.
  const disableFile = given['TEMPORAL_CONFIG_FILE'] === devNull;
  const temporal = loadClientConnectConfig({ disableFile, overrideEnvVars: given });
  return {
    databaseUrl: parsed.data.DATABASE_URL,
    taskQueue: parsed.data.CASCADE_TASK_QUEUE,
    cacheDir: path.resolve(parsed.data.CASCADE_DATA, 'cache'),
    cachedWorkflows: parsed.data.CASCADE_CACHED_WORKFLOWS,
    logLevel: parsed.data.LOG_LEVEL,
    namespace: temporal.namespace ?? 'default',
    connection: temporal.connectionOptions,
  };
}

/** An empty variable counts as unset, as it does for `npm start`. */
function withoutEmpty(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
