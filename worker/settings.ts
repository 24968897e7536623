import { devNull } from 'node:os';
import path from 'node:path';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { z } from 'zod';
import { TASK_QUEUE } from '#model/contract';
import type { MailSettings } from './mail/post.ts';

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  CASCADE_TASK_QUEUE: z.string().min(1).default(TASK_QUEUE),
  CASCADE_DATA: z.string().min(1).default('.cascade'),
  // A cached workflow costs about 0.2 MB; a national campaign has 3,356 of them, and most only wait.
  CASCADE_CACHED_WORKFLOWS: z.coerce.number().int().min(0).max(20_000).default(600),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().regex(/@/).optional(),
  CASCADE_DIGEST_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('07:30'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly cacheDir: string;
  readonly cachedWorkflows: number;
  readonly logLevel: string;
  /** Null: no mail is made. */
  readonly mail: MailSettings | null;
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
    mail: mailOf(parsed.data),
    namespace: temporal.namespace ?? 'default',
    connection: temporal.connectionOptions,
  };
}

function mailOf(given: z.infer<typeof Environment>): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, CASCADE_DIGEST_AT: digestAt, PUBLIC_URL, PORT } = given;
  if (smtpUrl === undefined) return null;
  if (from === undefined)
    throw new Error('Cấu hình worker sai / wrong worker settings: SMTP_URL cần MAIL_FROM / needs MAIL_FROM.');
  // on one machine the page is where `npm start` says it is
  const publicUrl = (PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '');
  return { smtpUrl, from, digestAt, publicUrl };
}

/** An empty variable counts as unset, as it does for `npm start`. */
function withoutEmpty(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}
