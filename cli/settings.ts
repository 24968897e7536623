import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What every command needs to reach the API and to answer in the caller's way. */
export interface Settings {
  readonly api: string;
  readonly key: string;
  readonly lang: 'vi' | 'en';
  readonly json: boolean;
}

export interface GlobalOptions {
  readonly api: string;
  readonly key?: string;
  readonly lang: string;
  readonly json?: boolean;
}

/** A mistake of the caller: printed as one sentence, exit code 2. */
export class UsageError extends Error {}

/** Order: `--key`, `CASCADE_KEY`, the key that `npm start` leaves in the data folder. */
export function resolveSettings(options: GlobalOptions, env: NodeJS.ProcessEnv = process.env): Settings {
  if (options.lang !== 'vi' && options.lang !== 'en') {
    throw new UsageError(`--lang ${options.lang}: chỉ nhận vi hoặc en / must be vi or en`);
  }
  return {
    api: options.api.replace(/\/+$/, ''),
    key: options.key ?? env['CASCADE_KEY'] ?? keyOfDataFolder(env),
    lang: options.lang,
    json: options.json === true,
  };
}

function keyOfDataFolder(env: NodeJS.ProcessEnv): string {
  const file = join(env['CASCADE_DATA'] ?? '.cascade', 'service-key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new UsageError(
      `Chưa có khoá: dùng --key, đặt CASCADE_KEY, hoặc chạy ở thư mục có ${file}. / No key: pass --key, set CASCADE_KEY, or run where ${file} exists.`,
    );
  }
}
