import { pino } from 'pino';
import { inject } from 'vitest';
import { readApiSettings, type RunningApi, startApi } from '#api';

/** An API of a test's own beside the shared one, on the stack's database and with its example officials unless told otherwise. */
export function ownApi(settings: Readonly<Record<string, string>> = {}): Promise<RunningApi> {
  const { databaseUrl, dataDir, temporalAddress } = inject('stack');
  const environment = {
    DATABASE_URL: databaseUrl,
    CASCADE_DATA: dataDir,
    TEMPORAL_ADDRESS: temporalAddress,
    CASCADE_EMBEDDED: '1',
    CASCADE_CHECK_RESPONSES: '1',
    PORT: '0',
    ...settings,
  };
  return startApi(readApiSettings(environment), pino({ level: 'silent' }));
}
