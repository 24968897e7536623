import express, { type Express } from 'express';
import type Provider from 'oidc-provider';
import { createAuthenticate } from './auth/authenticate.ts';
import type { Provider as SignInProvider } from './auth/providers.ts';
import type { createSessions } from './auth/sessions.ts';
import { signInRoutes } from './auth/sign-in.ts';
import { compressed, notAgain } from './http/coding.ts';
import { errorHandler, noSuchRoute } from './http/errors.ts';
import { healthRoutes } from './http/health.ts';
import { requestLog } from './http/logging.ts';
import { mountRoutes } from './http/mount.ts';
import { addressLimit, guessLimit } from './http/rate-limits.ts';
import type { Route } from './http/route.ts';
import { noStore, securityHeaders } from './http/security-headers.ts';
import { webRoutes } from './http/web.ts';
import { identityRoutes } from './idp/routes.ts';
import type { ExampleOfficial } from './idp/provider.ts';
import { docsRoutes } from './openapi/docs-page.ts';
import type { Services } from './services.ts';

export interface AppParts {
  readonly services: Services;
  readonly routes: readonly Route[];
  readonly sessions: ReturnType<typeof createSessions>;
  readonly signIn: SignInProvider | null;
  /** The embedded identity provider; null with one's own. */
  readonly identity: {
    readonly provider: Provider;
    readonly officials: () => Promise<readonly ExampleOfficial[]>;
  } | null;
  readonly webRoot: string | null;
}

/** Puts the application together; the order of the lines is the order a request passes. */
export function createApp({ services, routes, sessions, signIn, identity, webRoot }: AppParts): Express {
  const { pool, log, publicUrl, limits } = services;
  const session = sessions.handler;
  const app = express();
  app.disable('x-powered-by');
  // a proxy in front ends TLS on this machine; nobody else is believed about addresses
  app.set('trust proxy', 'loopback');
  app.use(requestLog(log));
  app.use(securityHeaders(publicUrl));
  app.use(healthRoutes(services));
  app.use(addressLimit(limits.rateFactor));

  app.use('/api', compressed, notAgain, docsRoutes(routes), noStore);
  const guesses = guessLimit(limits.rateFactor);
  const authenticate = createAuthenticate({ pool, session, publicUrl, guesses });
  mountRoutes(app, routes, { services, authenticate });
  app.use('/api', noSuchRoute);

  app.use('/auth', noStore, signInRoutes({ pool, log, session, provider: signIn, publicUrl }));
  app.use('/auth', noSuchRoute);
  if (identity !== null) {
    app.use('/idp', noStore, identityRoutes({ ...identity, publicUrl }));
    // koa's handler returns a promise that settles with the response; it answers its own errors
    app.use('/idp', (req, res) => void identity.provider.callback()(req, res));
  }
  app.use('/idp', noSuchRoute);
  app.use(webRoutes(webRoot));
  app.use(noSuchRoute);
  app.use(errorHandler(services));
  return app;
}
