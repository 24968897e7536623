import { createServer, type Server } from 'node:http';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { listExampleOfficials } from '#acts';
import { createPool, READER_ROLE } from '#db';
import { createApp } from './app.ts';
import { createProvider } from './auth/providers.ts';
import { createSessions } from './auth/sessions.ts';
import { apiRoutes } from './routes/index.ts';
import type { Services } from './services.ts';
import type { ApiSettings } from './settings.ts';

export interface RunningApi {
  readonly url: string;
  /** Lets running requests end (streams are cut), then closes the database connections. */
  readonly close: () => Promise<void>;
}

const CONNECTIONS = 40;
const DRAIN_MS = 10_000;

/** Starts the HTTP API on `settings.host:port` (port 0: a free one). */
export async function startApi(settings: ApiSettings, log: Logger): Promise<RunningApi> {
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 30_000, keepAliveTimeout: 65_000 });
  // who comes before everything is put together waits; without a listener nobody would ever answer
  let answer: (app: Express) => void = () => undefined;
  const ready = new Promise<Express>((done) => {
    answer = done;
  });
  server.on('request', (request, response) => void ready.then((app) => app(request, response)));
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const url = `http://${host}:${portOf(server)}`;
  const publicUrl = settings.publicUrl ?? url;
  const connections = (more: { readonly applicationName: string; readonly role?: string }) =>
    createPool({
      databaseUrl: settings.databaseUrl,
      max: CONNECTIONS,
      ...more,
      onBroken: (error) => log.warn({ err: error }, 'database connection lost'),
    });
  const pool = connections({ applicationName: 'cascade-api' });
  const readers = connections({ applicationName: 'cascade-api-readers', role: READER_ROLE });
  const services: Services = {
    pool,
    readers,
    log,
    dataDir: settings.dataDir,
    publicUrl,
    temporalAddress: settings.temporalAddress,
    limits: { uploadBytes: settings.uploadBytes, rateFactor: settings.rateFactor },
    checkResponses: settings.checkResponses,
  };
  const secret = settings.sessionSecret ?? (await keptSecret(settings.dataDir));
  const sessions = createSessions({ pool, publicUrl, secret, log });
  const client = { clientId: 'cascade', clientSecret: randomBytes(24).toString('base64url') };
  const embedded = settings.embedded && settings.oidc === null;
  const identity = embedded ? await embeddedIdentity(pool, { publicUrl, ...client }) : null;
  const oidc = identity === null ? settings.oidc : { issuer: `${publicUrl}/idp`, ...client };
  const signIn = oidc === null ? null : createProvider({ ...oidc, embedded: identity !== null });
  const { routes, close } = apiRoutes(services, signIn);
  answer(createApp({ services, routes, sessions, signIn, identity, webRoot: settings.webRoot }));
  return {
    url,
    close: async () => {
      close();
      sessions.close();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(cut);
      await Promise.all([pool.end(), readers.end()]);
    },
  };
}

/** Loaded only where it runs: an installation with its own provider does not even have it in memory. */
async function embeddedIdentity(
  pool: Services['pool'],
  client: { publicUrl: string; clientId: string; clientSecret: string },
) {
  const { createEmbeddedProvider } = await import('./idp/provider.ts');
  return { provider: await createEmbeddedProvider(client), officials: () => listExampleOfficials(pool) };
}

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  const { port }: AddressInfo = address;
  return port;
};

/** Signs session cookies; kept so that a restart signs nobody out. Several machines share CASCADE_SESSION_SECRET instead. */
async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(path, 'utf8');
}
