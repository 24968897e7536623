import express, { type RequestHandler, Router, type Response } from 'express';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { codingFor } from './coding.ts';
import { nonceOf } from './security-headers.ts';

const NOT_BUILT = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cascade</title></head><body>
<h1>Trang web chưa được dựng</h1>
<p>Chạy <code>npm start</code>, hoặc <code>npm run build</code> rồi đặt CASCADE_WEB_ROOT. API vẫn dùng được: <a href="/api/docs">/api/docs</a>.</p>
<p lang="en">The web page is not built: run <code>npm start</code>, or <code>npm run build</code> and set CASCADE_WEB_ROOT. The API works: <a href="/api/docs">/api/docs</a>.</p>
</body></html>`;

/** Vite puts a hash of the content into the names below /assets. */
const FOR_EVER = { immutable: true, maxAge: '365d' } as const;

/** The built web application; every address that is no file is one of its pages. */
export function webRoutes(webRoot: string | null): Router {
  const routes = Router();
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) {
    routes.get(/.*/, (_req, res) => void res.status(200).type('html').send(NOT_BUILT));
    return routes;
  }
  const assets = join(webRoot, 'assets');
  routes.use('/assets', compressed(assets), express.static(assets, { ...FOR_EVER, fallthrough: false }));
  routes.use(express.static(webRoot, { index: false, maxAge: '1h' }));
  routes.get(/.*/, (_req, res, next) => {
    page(join(webRoot, 'index.html'), res).catch(next);
  });
  return routes;
}

const ENDINGS = { br: '.br', gzip: '.gz' } as const;

/** The copy that the build laid beside a text (designer/precompress.ts), to whoever takes it; else on to the file itself. */
function compressed(root: string): RequestHandler {
  const copies = express.static(root, {
    ...FOR_EVER,
    index: false,
    redirect: false,
    setHeaders: (res, copy) => {
      const ending = extname(copy);
      res.type(extname(copy.slice(0, -ending.length)));
      res.setHeader('Content-Encoding', ending === ENDINGS.br ? 'br' : 'gzip');
    },
  });
  return (req, res, next) => {
    res.vary('Accept-Encoding');
    const coding = codingFor(req);
    if (coding === null) {
      next();
      return;
    }
    const asked = req.url;
    req.url = req.path + ENDINGS[coding];
    copies(req, res, (error?: unknown) => {
      req.url = asked;
      next(error);
    });
  };
}

/** Read each time (a few kB): a page rebuilt while the server runs names other assets. */
async function page(path: string, res: Response): Promise<void> {
  const html = await readFile(path, 'utf8');
  res.setHeader('Cache-Control', 'no-store');
  res.type('html').send(html.replaceAll('__CSP_NONCE__', nonceOf(res)));
}
