import express from 'express';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createBrotliDecompress } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compressed } from './coding.ts';
import { sendCsv } from './csv.ts';

let close: () => void = () => undefined;
afterEach(() => close());

/** A table of these lines over HTTP, compressed. */
async function table(lines: () => AsyncIterable<string>): Promise<IncomingMessage> {
  const app = express();
  app.get('/table', compressed, (_req, res, next) => {
    sendCsv(res, 'bảng.csv', lines()).catch(next);
  });
  const server = app.listen(0, '127.0.0.1');
  close = () => void server.close().closeAllConnections();
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  return new Promise((done) =>
    get({ port, host: '127.0.0.1', path: '/table', headers: { 'accept-encoding': 'br' } }, done),
  );
}

const line = (n: number): string => `${n},Phường Đức Xuân,${(n * 7919) % 10_007}\r\n`;

describe('a table sent part by part', () => {
  it('arrives compressed and whole, at the pace of its reader', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    const all = Array.from({ length: 60_000 }, (_, n) => line(n));
    const answer = await table(async function* () {
      yield* all;
    });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['content-disposition']).toContain('attachment');
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
    const got = (await buffer(answer.pipe(createBrotliDecompress()))).toString();
    expect(got === `\uFEFF${all.join('')}`).toBe(true);
    expect(bytes).toBeLessThan(got.length / 3);
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('shows its first lines before the last ones are known, and stops when nobody reads any more', async () => {
    const [stopped, ended] = settled();
    const [left, leave] = settled();
    const answer = await table(async function* () {
      try {
        for (let n = 0; n < 1000; n += 1) yield line(n);
        await left;
        for (let n = 0; ; n += 1) yield line(n);
      } finally {
        ended();
      }
    });
    const unpacked = answer.pipe(createBrotliDecompress());
    const [first] = (await new Promise((done) => unpacked.once('data', (...got) => done(got)))) as [Buffer];
    expect(first.toString()).toContain('Phường Đức Xuân');
    answer.destroy();
    leave();
    await stopped;
  });
});

function settled(): readonly [Promise<void>, () => void] {
  let settle: () => void = () => undefined;
  return [new Promise<void>((done) => (settle = done)), () => settle()];
}
