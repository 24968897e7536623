import { loadClientConnectConfig } from '@temporalio/envconfig';
import { resolve } from 'node:path';
import { reasonOf, StackError } from './messages.ts';
import { SETTINGS } from './settings-table.ts';
import { cacheFolder, ROOT } from './tools.mjs';

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  /** Set when the database is somebody else's to run. */
  readonly databaseUrl: string | undefined;
  /** Set when the Temporal cluster is somebody else's to run. */
  readonly temporalAddress: string | undefined;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly temporalFrom: string;
  readonly temporalUiPort: number | undefined;
  readonly cacheDir: string;
  readonly logLevel: string;
  /** Whether people sign in at an identity provider of their own, not as the built-in example officials. */
  readonly ownSignIn: boolean;
}

/** Values that are, or may carry, a password: never repeated on a terminal or in a log. */
const SECRET = new Set(['DATABASE_URL', 'CASCADE_SESSION_SECRET', 'SMTP_URL']);
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. A bad value is a {@link StackError} that names the variable. An empty one counts as unset. */
export function readSettings(environment: Environment = process.env): Settings {
  const given = new Map<string, unknown>();
  for (const row of SETTINGS) {
    const value = environment[row.name];
    if (value === undefined || value === '') continue;
    const parsed = row.schema.safeParse(value);
    if (!parsed.success) {
      const shown = SECRET.has(row.name) ? '…' : value;
      throw new StackError(
        `Biến ${row.name}=“${shown}” không hợp lệ: cần ${row.wanted.vi}.`,
        `${row.name}=“${shown}” is not valid: ${row.wanted.en} is needed.`,
      );
    }
    given.set(row.name, parsed.data);
  }
  const textOf = (name: string) => (given.has(name) ? String(given.get(name)) : undefined);
  const numberOf = (name: string) => (given.has(name) ? Number(given.get(name)) : undefined);
  const ownSignIn = given.has('OIDC_ISSUER');
  const host = textOf('HOST') ?? '127.0.0.1';
  if (!ownSignIn && !given.has('DATABASE_URL') && !LOOPBACK.includes(host)) {
    throw new StackError(
      `HOST=${host} mở trang ra ngoài máy này, khi đó cần OIDC_ISSUER: cán bộ mẫu đăng nhập không cần mật khẩu.`,
      `HOST=${host} opens the page beyond this machine, which needs OIDC_ISSUER: example officials sign in without a password.`,
    );
  }
  if (!ownSignIn && environment['NODE_ENV'] === 'production') {
    throw new StackError(
      'NODE_ENV=production là chạy chính thức, cần hệ thống đăng nhập của cơ quan: đặt OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET và PUBLIC_URL.',
      'NODE_ENV=production needs an identity provider of your own: set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.',
    );
  }
  return {
    port: numberOf('PORT') ?? 3000,
    dataDir: resolve(ROOT, textOf('CASCADE_DATA') ?? '.cascade'),
    databaseUrl: textOf('DATABASE_URL'),
    temporalAddress: externalTemporal(environment),
    namespace: textOf('TEMPORAL_NAMESPACE') ?? 'default',
    taskQueue: textOf('CASCADE_TASK_QUEUE') ?? 'cascade',
    temporalFrom: textOf('CASCADE_TEMPORAL') ?? 'auto',
    temporalUiPort: numberOf('CASCADE_TEMPORAL_UI_PORT'),
    cacheDir: textOf('CASCADE_CACHE') ?? cacheFolder(),
    logLevel: textOf('LOG_LEVEL') ?? 'info',
    ownSignIn,
  };
}

/**
 * A cluster counts as given only when the environment says so: a profile that happens to lie in the
 * person's home must not turn `npm start` towards a cluster it did not ask for.
 */
function externalTemporal(environment: Environment): string | undefined {
  const asked = ['TEMPORAL_ADDRESS', 'TEMPORAL_CONFIG_FILE', 'TEMPORAL_PROFILE'].some(
    (name) => environment[name],
  );
  if (!asked) return undefined;
  try {
    const overrideEnvVars = Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    const address = loadClientConnectConfig({ overrideEnvVars }).connectionOptions.address;
    if (address !== undefined) return address;
  } catch (error) {
    throw new StackError(
      `Cấu hình Temporal không đọc được: ${reasonOf(error)}.`,
      `The Temporal configuration cannot be read: ${reasonOf(error)}.`,
    );
  }
  throw new StackError(
    'TEMPORAL_CONFIG_FILE hoặc TEMPORAL_PROFILE không nêu địa chỉ nào: hãy đặt TEMPORAL_ADDRESS.',
    'TEMPORAL_CONFIG_FILE or TEMPORAL_PROFILE names no address: set TEMPORAL_ADDRESS.',
  );
}
