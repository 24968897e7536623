import { z } from 'zod';

const empty = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(empty, z.string().min(1).optional());
const word = (choices: readonly [string, ...string[]]) => z.preprocess(empty, z.enum(choices).optional());

const Environment = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(empty, z.string().default('127.0.0.1')),
  DATABASE_URL: z
    .string({ error: 'is missing: postgres://user:password@host:5432/base' })
    .regex(/^postgres(ql)?:\/\//),
  CASCADE_DATA: z.preprocess(empty, z.string().default('.cascade')),
  CASCADE_WEB_ROOT: text,
  CASCADE_EMBEDDED: word(['0', '1']),
  CASCADE_PARENT: word(['0', '1']),
  CASCADE_CHECK_RESPONSES: word(['0', '1']),
  CASCADE_RATE_FACTOR: z.preprocess(empty, z.coerce.number().min(0.01).max(1000).default(1)),
  CASCADE_UPLOAD_MB: z.preprocess(empty, z.coerce.number().int().min(1).max(500).default(20)),
  CASCADE_SESSION_SECRET: z.preprocess(empty, z.string().min(32).optional()),
  PUBLIC_URL: z.preprocess(empty, z.url().optional()),
  OIDC_ISSUER: z.preprocess(empty, z.url().optional()),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  TEMPORAL_ADDRESS: z.preprocess(empty, z.string().default('127.0.0.1:7233')),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  NODE_ENV: text,
});

export interface ApiSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly webRoot: string | null;
  readonly embedded: boolean;
  readonly exitWithParent: boolean;
  readonly checkResponses: boolean;
  readonly rateFactor: number;
  readonly uploadBytes: number;
  readonly sessionSecret: string | null;
  /** Null: the address listened on. */
  readonly publicUrl: string | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly temporalAddress: string;
  readonly logLevel: string;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment; throws one sentence per wrong variable, never repeating a value that may be secret. */
export function readApiSettings(environment: Readonly<Record<string, string | undefined>>): ApiSettings {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  const env = parsed.data;
  const embedded = env.CASCADE_EMBEDDED === '1';
  if (embedded && env.NODE_ENV === 'production') {
    throw new Error(
      'CASCADE_EMBEDDED=1 signs people in without passwords: it is refused with NODE_ENV=production.',
    );
  }
  if (embedded && !LOOPBACK.has(env.HOST)) {
    throw new Error(
      'CASCADE_EMBEDDED=1 signs people in without passwords: HOST must be 127.0.0.1, ::1 or localhost.',
    );
  }
  const oidc = oidcOf(env);
  if (oidc === null && env.NODE_ENV === 'production') {
    throw new Error(
      'NODE_ENV=production: people must sign in at an identity provider of your own: set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL. / Chạy chính thức phải có hệ thống đăng nhập của cơ quan: đặt bốn biến này rồi khởi động lại.',
    );
  }
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.CASCADE_DATA,
    webRoot: env.CASCADE_WEB_ROOT ?? null,
    embedded,
    exitWithParent: env.CASCADE_PARENT === '1',
    checkResponses: (env.CASCADE_CHECK_RESPONSES ?? (env.NODE_ENV === 'test' ? '1' : '0')) === '1',
    rateFactor: env.CASCADE_RATE_FACTOR,
    uploadBytes: env.CASCADE_UPLOAD_MB * 1024 * 1024,
    sessionSecret: env.CASCADE_SESSION_SECRET ?? null,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    oidc,
    temporalAddress: env.TEMPORAL_ADDRESS,
    logLevel: env.LOG_LEVEL,
  };
}

function oidcOf(env: z.infer<typeof Environment>): ApiSettings['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const given = [issuer, clientId, clientSecret].filter((one) => one !== undefined).length;
  if (given === 0) return null;
  if (
    issuer === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    env.PUBLIC_URL === undefined
  ) {
    throw new Error(
      'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL are set together or not at all.',
    );
  }
  return { issuer, clientId, clientSecret };
}
