import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { RequestHandler } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

declare module 'express-session' {
  interface SessionData {
    /** OIDC `sub` of the person signed in. */
    subject: string;
    /** Post or delegation that he acts in; absent: the first of his own. */
    capacity?: string;
    /** A sign-in under way: what its answer must match. */
    signIn: { state: string; nonce: string; verifier: string; returnTo: string };
  }
}

/** One working day; a session in use is prolonged. */
const LASTS_MS = 10 * 3_600_000;

interface SessionSettings {
  readonly pool: Pool;
  readonly publicUrl: string;
  /** Signs the cookie; the session itself is a row. */
  readonly secret: string;
  readonly log: Logger;
}

/** Sessions are rows in PostgreSQL, so any API process serves any person and a row removed is a session ended. */
export function createSessions({ pool, publicUrl, secret, log }: SessionSettings): {
  handler: RequestHandler;
  close: () => void;
} {
  const https = publicUrl.startsWith('https:');
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    tableName: 'session',
    pruneSessionInterval: 15 * 60,
    errorLog: (error) => log.warn({ err: error }, 'session store'),
  });
  const handler = session({
    store,
    secret,
    name: https ? '__Host-cascade' : 'cascade',
    resave: false,
    saveUninitialized: false,
    rolling: false,
    unset: 'destroy',
    cookie: { httpOnly: true, sameSite: 'lax', secure: https, path: '/', maxAge: LASTS_MS },
  });
  return { handler, close: () => store.close() };
}
