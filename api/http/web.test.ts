import express from 'express';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorHandler } from './errors.ts';
import { webRoutes } from './web.ts';

const TEXT = `export const x = '${'chữ '.repeat(500)}';`;
const logged: unknown[] = [];
let root: string;
let address: string;
let close: () => void;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Trang</title>');
  for (const name of ['page-1.js', 'gone-1.js']) {
    await writeFile(join(root, 'assets', name), TEXT);
    await writeFile(join(root, 'assets', `${name}.br`), brotliCompressSync(TEXT));
    await writeFile(join(root, 'assets', `${name}.gz`), gzipSync(TEXT));
  }
  const app = express();
  app.post('/full', () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  app.use(webRoutes(root));
  const log = { error: (...about: unknown[]) => void logged.push(about) };
  // only its errors are looked at
  app.use(errorHandler({ log } as unknown as Parameters<typeof errorHandler>[0]));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => void server.close();
});
afterAll(async () => {
  close();
  await rm(root, { recursive: true });
});

const asked = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${address}${path}`, { headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } });

describe('a file of the page', () => {
  it('comes as the copy that its caller takes, for ever', async () => {
    for (const [taken, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await asked('/assets/page-1.js', { 'accept-encoding': taken });
      expect([taken, answer.status, answer.headers.get('content-encoding')]).toEqual([taken, 200, coding]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/javascript; charset=utf-8$/i);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toBe(TEXT);
    }
  });

  it('that an update took away is not found: no page in its place, nothing of this machine, not kept', async () => {
    await Promise.all(['', '.br', '.gz'].map((ending) => rm(join(root, 'assets', `gone-1.js${ending}`))));
    for (const path of [
      '/assets/never-1.js',
      '/assets/gone-1.js',
      '/assets/',
      '/assets/..%2f..%2fpackage.json',
    ]) {
      const answer = await asked(path);
      const text = await answer.text();
      expect([path, answer.status]).toEqual([path, path.includes('..') ? 403 : 404]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(JSON.parse(text)).toMatchObject({ code: 'api.noSuchRoute' });
      expect(text).not.toMatch(/ENOENT|web-|\.br/);
    }
    const conditional = await asked('/assets/page-1.js', { 'if-match': '"other"' });
    expect([conditional.status, conditional.headers.get('cache-control')]).toEqual([412, 'no-store']);
    expect(await conditional.json()).toMatchObject({ status: 412 });
    expect(logged).toEqual([]);
  });

  it('or else the address is one of its pages', async () => {
    const answer = await asked('/campaigns');
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>Trang</title>']);
  });
});

describe('a disk that is full', () => {
  it('is told as such, with a time to come back, and stands in the log', async () => {
    const answer = await fetch(`${address}/full`, { method: 'POST' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await answer.json()).toMatchObject({ code: 'attachment.notStored', status: 503 });
    expect(logged).toHaveLength(1);
  });
});
