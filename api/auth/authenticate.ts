import type { Request, RequestHandler, Response } from 'express';
import type { Pool } from 'pg';
import { capacityOf, identify, principalForKey } from '#acts';
import type { Principal, Scope } from '#model';
import { RequestRefused, refused } from '../http/problems.ts';
import { changesNothing, refuseForeignOrigin } from './cross-site.ts';
import { principalOrNull, rememberPrincipal } from './principal-of.ts';
import { isOver } from './sessions.ts';

export interface Authenticate {
  /** Finds the caller and checks the scope; refuses otherwise. */
  readonly middleware: (scope: Scope | null) => RequestHandler;
  readonly principalOf: (req: Request) => Principal;
  /** Asked again while a stream is open; rejects where it cannot be known now. */
  readonly stillAllowed: (req: Request, scope: Scope | null) => Promise<boolean>;
}

interface Authenticating {
  readonly pool: Pool;
  readonly session: RequestHandler;
  readonly publicUrl: string;
  /** Asked about every wrong key: says 429 in place of 401 to whoever sends too many. */
  readonly guesses: RequestHandler;
}

/** A service key in `Authorization`, or a person's session; never both, and the key wins nothing over its scopes. */
export function createAuthenticate({ pool, session, publicUrl, guesses }: Authenticating): Authenticate {
  const find = async (req: Request, res: Response | null): Promise<Principal> => {
    const header = req.headers.authorization;
    if (header !== undefined) {
      const secret = /^bearer +([\x21-\x7e]{8,500})$/i.exec(header)?.[1];
      const principal = secret === undefined ? null : await principalForKey(pool, secret);
      if (principal === null) throw refused(401, 'api.badKey');
      return principal;
    }
    if (res !== null) await opened(session, req, res);
    const subject = req.session?.subject;
    if (subject === undefined) throw refused(401, 'api.unauthenticated');
    // looked up on every request: a person disabled a moment ago is out at once
    const found = isOver(req) ? null : await identify(pool, subject, req.session.capacity);
    if (found === null) {
      await new Promise<void>((done) => req.session.destroy(() => done()));
      throw refused(401, 'api.unauthenticated');
    }
    refuseForeignOrigin(req, publicUrl);
    // a stream under way is asked below, and must not write its old session back when it ends
    if (res !== null) forgetEndedCapacity(req, found.principal);
    return found.principal;
  };

  return {
    middleware: (scope) => (req, res, next) => {
      find(req, res)
        .then((principal) => {
          rememberPrincipal(req, principal);
          if (!may(principal, scope)) throw refused(403, 'api.forbidden', { scope: scope ?? '' });
          next();
        })
        .catch((error: unknown) => {
          if (res.headersSent) return;
          res.setHeader('WWW-Authenticate', 'Bearer realm="cascade"');
          if (isWrongKey(error)) void guesses(req, res, (tooMany?: unknown) => next(tooMany ?? error));
          else next(error);
        });
    },
    principalOf: (req) => {
      const principal = principalOrNull(req);
      if (principal === null) throw new Error('route reached without authentication');
      return principal;
    },
    stillAllowed: async (req, scope) => {
      if (req.headers.authorization === undefined && !(await sessionLives(req))) return false;
      const began = principalOrNull(req);
      return find(req, null).then(
        (principal) => may(principal, scope) && began !== null && isSame(principal, began),
        (error: unknown) => {
          if (error instanceof RequestRefused) return false;
          throw error;
        },
      );
    },
  };
}

/**
 * A delegation that ended by itself, a post handed over meanwhile: what was about to be done in it is not done in
 * another capacity instead, under another name. Looking goes on in one's own post.
 */
function forgetEndedCapacity(req: Request, principal: Principal): void {
  if (req.session.capacity === undefined || req.session.capacity === capacityOf(principal)) return;
  delete req.session.capacity;
  if (!changesNothing(req)) throw refused(403, 'capacity.over');
}

const isWrongKey = (error: unknown): boolean =>
  error instanceof RequestRefused && error.problems[0]?.code === 'api.badKey';

/** What a stream shows was chosen for the post that its caller acted in. */
const isSame = (now: Principal, began: Principal): boolean =>
  now.unitId === began.unitId && capacityOf(now) === capacityOf(began);

const may = (principal: Principal, scope: Scope | null): boolean =>
  scope === null || principal.scopes.includes(scope);

/** Loads the session of this request (a key needs none, so nothing is read or written for it). */
export const opened = (session: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise((done, fail) => {
    void session(req, res, (error?: unknown) =>
      error === undefined || error === null ? done() : fail(error as Error),
    );
  });

/** Signing out in another window ends the stream of this one. */
const sessionLives = (req: Request): Promise<boolean> =>
  new Promise((done, fail) =>
    req.sessionStore.get(req.sessionID, (error: unknown, stored) =>
      error ? fail(error as Error) : done(Boolean(stored)),
    ),
  );
