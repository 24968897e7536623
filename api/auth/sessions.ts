import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type { Request, RequestHandler } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

declare module 'express-session' {
  interface SessionData {
    /** OIDC `sub` of the person signed in. */
    subject: string;
    /** When he signed in, by the clock of this process. */
    signedInAt: number;
    /** Post or delegation that he acts in; absent: the first of his own. */
    capacity?: string;
    /** A sign-in under way: what its answer must match. */
    signIn: { state: string; nonce: string; verifier: string; returnTo: string };
  }
}

/** One working day from the sign-in, however much it is used: a stolen cookie is not kept alive by using it. */
const LASTS_MS = 10 * 3_600_000;
/** For signing in: whoever asks for the page, and goes away, leaves a row no longer than that. */
export const SIGN_IN_MS = 3_600_000;

export const isOver = ({ session: { signedInAt } }: Pick<Request, 'session'>): boolean =>
  signedInAt !== undefined && Date.now() - signedInAt > LASTS_MS;

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
    // the cookie ends with the day: its row need not be written at every request
    disableTouch: true,
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
