import express, { Router } from 'express';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { SENTENCES } from '#model/sentences/index';
import { HTTP_SENTENCES } from '../http/sentences.ts';
import { openApiDocument } from './document.ts';
import type { Route } from '../http/route.ts';

const require = createRequire(import.meta.url);

const PAGE = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cascade API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null, persistAuthorization: false });`;

/** `/api/openapi.json`, a page to browse it at `/api/docs`, and the codes of `problem+json` at `/api/problems`. */
export function docsRoutes(routes: readonly Route[]): Router {
  const router = Router();
  const document = JSON.stringify(openApiDocument(routes));
  const assets = dirname(require.resolve('swagger-ui-dist/package.json'));
  router.get('/openapi.json', (_req, res) => void res.type('application/json').send(document));
  router.get('/problems', (_req, res) => void res.json({ ...SENTENCES, ...HTTP_SENTENCES }));
  router.get(['/docs', '/docs/'], (_req, res) => void res.type('html').send(PAGE));
  router.get('/docs/start.js', (_req, res) => void res.type('text/javascript').send(START));
  // compressed on the way, of which no part can be asked for
  const whole = { acceptRanges: false, index: false, fallthrough: true, maxAge: '1d' };
  router.use('/docs', express.static(assets, whole));
  return router;
}
