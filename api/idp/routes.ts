import express, { Router } from 'express';
import type Provider from 'oidc-provider';
import { refuseForeignOrigin } from '../auth/cross-site.ts';
import { refused } from '../http/problems.ts';
import { choosePersonPage, STYLE } from './page.ts';
import type { ExampleOfficial } from './provider.ts';

interface IdentityPages {
  readonly provider: Provider;
  readonly publicUrl: string;
  readonly officials: () => Promise<readonly ExampleOfficial[]>;
}

/** The pages of the embedded identity provider, mounted under `/idp` before the provider itself. */
export function identityRoutes({ provider, publicUrl, officials }: IdentityPages): Router {
  const routes = Router();
  routes.get('/style.css', (_req, res) => void res.type('css').send(STYLE));

  routes.get('/interaction/:uid', (req, res, next) => {
    const show = async () => {
      const { uid } = await provider.interactionDetails(req, res);
      res.type('html').send(choosePersonPage(uid, await officials()));
    };
    show().catch(() => next(refused(400, 'api.signInFailed')));
  });

  routes.post(
    '/interaction/:uid/login',
    express.urlencoded({ extended: false, limit: '4kb' }),
    (req, res, next) => {
      const finish = async () => {
        refuseForeignOrigin(req, publicUrl);
        const body: unknown = req.body;
        const subject =
          typeof body === 'object' && body !== null && 'subject' in body ? body.subject : undefined;
        const known = (await officials()).find((one) => one.subject === subject);
        if (known === undefined) throw refused(403, 'api.unknownPerson');
        await provider.interactionFinished(
          req,
          res,
          { login: { accountId: known.subject } },
          { mergeWithLastSubmission: false },
        );
      };
      finish().catch(next);
    },
  );
  return routes;
}
