import express, { Router, type Response } from 'express';
import staticGzip from 'express-static-gzip';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nonceOf } from './security-headers.ts';

const NOT_BUILT = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cascade</title></head><body>
<h1>Trang web chưa được dựng</h1>
<p>Chạy <code>npm start</code>, hoặc <code>npm run build</code> rồi đặt CASCADE_WEB_ROOT. API vẫn dùng được: <a href="/api/docs">/api/docs</a>.</p>
<p lang="en">The web page is not built: run <code>npm start</code>, or <code>npm run build</code> and set CASCADE_WEB_ROOT. The API works: <a href="/api/docs">/api/docs</a>.</p>
</body></html>`;

/** Vite puts a hash of the content into the names below /assets. */
const FOR_EVER = { immutable: true, maxAge: '365d', redirect: false, fallthrough: false };

/** The built web application; every address that is no file is one of its pages. */
export function webRoutes(webRoot: string | null): Router {
  const routes = Router();
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) {
    routes.get(/.*/, (_req, res) => void res.status(200).type('html').send(NOT_BUILT));
    return routes;
  }
  // the copies that the build laid beside its texts (designer/precompress.ts), to whoever takes them
  const copies = { enableBrotli: true, orderPreference: ['br', 'gzip'], index: false };
  routes.use('/assets', staticGzip(join(webRoot, 'assets'), { ...copies, serveStatic: FOR_EVER }));
  routes.use(express.static(webRoot, { index: false, maxAge: '1h' }));
  routes.get(/.*/, (_req, res, next) => {
    page(join(webRoot, 'index.html'), res).catch(next);
  });
  return routes;
}

/** Read each time (a few kB): a page rebuilt while the server runs names other assets. */
async function page(path: string, res: Response): Promise<void> {
  const html = await readFile(path, 'utf8');
  res.setHeader('Cache-Control', 'no-store');
  res.type('html').send(html.replaceAll('__CSP_NONCE__', nonceOf(res)));
}
