import { Router, type Request, type RequestHandler, type Response } from 'express';
import * as oidc from 'openid-client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { identify } from '#acts';
import { refused } from '../http/problems.ts';
import { opened } from './authenticate.ts';
import { refuseForeignOrigin } from './cross-site.ts';
import type { Provider } from './providers.ts';
import type { Providers } from './shapes.ts';
import { SIGN_IN_MS } from './sessions.ts';

interface SignIn {
  readonly pool: Pool;
  readonly log: Logger;
  readonly session: RequestHandler;
  readonly provider: Provider | null;
  readonly publicUrl: string;
}

/** `/auth/providers`, `/auth/login`, `/auth/callback`, `/auth/logout`: OIDC code flow with PKCE, state and nonce. */
export function signInRoutes(given: SignIn): Router {
  const routes = Router();
  routes.get('/providers', (_req, res) => {
    const { provider } = given;
    const answer: Providers = {
      providers:
        provider === null
          ? []
          : [{ name: provider.name, embedded: provider.settings.embedded, login: '/auth/login' }],
    };
    res.json(answer);
  });
  routes.get('/login', (req, res, next) => void begin(req, res, given).catch(next));
  routes.get('/callback', (req, res, next) => void complete(req, res, given).catch(next));
  routes.post('/logout', (req, res, next) => void end(req, res, given).catch(next));
  return routes;
}

async function begin(req: Request, res: Response, { session, provider, publicUrl }: SignIn): Promise<void> {
  if (provider === null) throw refused(503, 'api.signInNotConfigured');
  const returnTo = ownPath(req.query['returnTo']);
  // the answer comes to the public address: begin there too, or the cookie of this host is not sent
  if (req.headers.host !== new URL(publicUrl).host) {
    res.redirect(303, `${publicUrl}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    return;
  }
  await opened(session, req, res);
  const configuration = await provider.configuration();
  const verifier = oidc.randomPKCECodeVerifier();
  const signIn = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, returnTo };
  req.session.signIn = signIn;
  if (req.session.subject === undefined) req.session.cookie.maxAge = SIGN_IN_MS;
  await saved(req);
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: `${publicUrl}/auth/callback`,
    scope: 'openid profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: signIn.state,
    nonce: signIn.nonce,
    // several officials share an example machine: always ask who it is
    ...(provider.settings.embedded ? { prompt: 'login' } : {}),
  });
  res.redirect(303, address.href);
}

async function complete(
  req: Request,
  res: Response,
  { pool, log, session, provider, publicUrl }: SignIn,
): Promise<void> {
  if (provider === null) throw refused(503, 'api.signInNotConfigured');
  await opened(session, req, res);
  const expected = req.session.signIn;
  if (expected === undefined) throw refused(400, 'api.signInFailed');
  const answer = new URL(`${publicUrl}/auth/callback${req.originalUrl.slice(req.originalUrl.indexOf('?'))}`);
  const subject = await oidc
    .authorizationCodeGrant(await provider.configuration(), answer, {
      pkceCodeVerifier: expected.verifier,
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      idTokenExpected: true,
    })
    .then((tokens) => tokens.claims()?.sub)
    .catch((error: unknown) => {
      log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'sign-in refused');
      return undefined;
    });
  if (subject === undefined) throw refused(400, 'api.signInFailed');
  if ((await identify(pool, subject)) === null) throw refused(403, 'api.unknownPerson');
  // a fresh session id: one planted before the sign-in is worth nothing after it
  await regenerated(req);
  req.session.subject = subject;
  req.session.signedInAt = Date.now();
  await saved(req);
  res.redirect(303, expected.returnTo);
}

async function end(req: Request, res: Response, { session, publicUrl }: SignIn): Promise<void> {
  refuseForeignOrigin(req, publicUrl);
  await opened(session, req, res);
  await new Promise<void>((done) => req.session.destroy(() => done()));
  res.clearCookie(publicUrl.startsWith('https:') ? '__Host-cascade' : 'cascade', { path: '/' });
  res.status(204).end();
}

/** Only a path of this very site: `//elsewhere` and `/\elsewhere` are other sites to a browser. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\'))
    return '/';
  const path = wanted.slice(0, 500);
  // `/.//elsewhere` is `//elsewhere` once a browser has taken the dots away
  return new URL(path, 'http://here.invalid').pathname.startsWith('//') ? '/' : path;
}

const saved = (req: Request): Promise<void> =>
  new Promise((done, fail) => req.session.save((error) => (error ? fail(error) : done())));
const regenerated = (req: Request): Promise<void> =>
  new Promise((done, fail) => req.session.regenerate((error) => (error ? fail(error) : done())));
