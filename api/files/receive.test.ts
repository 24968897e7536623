import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestRefused } from '../http/problems.ts';
import { receiveFile, type Received } from './receive.ts';

const LIMIT = 100_000;
let folder = '';
let url = '';
let outcomes: (Received | string)[] = [];
const app = express();
app.post('/', (req, res) => {
  receiveFile(req, { folder, limit: LIMIT }).then(
    (received) => {
      outcomes.push(received);
      res.json(received);
    },
    (error: unknown) => {
      outcomes.push(error instanceof RequestRefused ? (error.problems[0]?.code ?? '') : String(error));
      if (!res.destroyed) res.status(400).end();
    },
  );
});
const server = createServer(app);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cascade-receive-'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // a listening TCP server has such an address
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const left = () => readdir(join(folder, 'incoming'));
async function upload(fields: readonly [string, string | File][]): Promise<Received | string | undefined> {
  outcomes = [];
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  await fetch(url, { method: 'POST', body: form }).catch(() => undefined);
  return outcomes[0];
}

describe('receiving a file', () => {
  it('streams it to disk under its hash, with the name as sent', async () => {
    const bytes = Buffer.alloc(60_000, 'ă');
    const received = await upload([
      ['kind', 'word'],
      ['file', new File([bytes], 'Báo cáo quý.docx')],
    ]);
    expect(received).toMatchObject({
      kind: 'word',
      fileName: 'Báo cáo quý.docx',
      bytes: 60_000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    if (typeof received !== 'object') throw new Error('not received');
    expect(await readFile(received.path)).toEqual(bytes);
    await rm(received.path);
  });

  it('leaves nothing behind when it is too large, empty, doubled or without its kind', async () => {
    expect(
      await upload([
        ['kind', 'word'],
        ['file', new File([Buffer.alloc(LIMIT + 1)], 'a.docx')],
      ]),
    ).toBe('attachment.tooLarge');
    expect(
      await upload([
        ['kind', 'word'],
        ['file', new File([Buffer.alloc(LIMIT * 20)], 'a.docx')],
      ]),
    ).toBe('attachment.tooLarge');
    expect(
      await upload([
        ['kind', 'word'],
        ['file', new File([], 'a.docx')],
      ]),
    ).toBe('attachment.empty');
    expect(
      await upload([
        ['kind', 'word'],
        ['file', new File(['x'], 'a.docx')],
        ['file', new File(['y'], 'b.docx')],
      ]),
    ).toBe('attachment.missing');
    expect(await upload([['file', new File(['x'], 'a.docx')]])).toBe('attachment.missing');
    expect(
      await upload([
        ['kind', '../x'],
        ['file', new File(['x'], 'a.docx')],
      ]),
    ).toBe('attachment.missing');
    expect(
      await upload([
        ['kind', 'word'],
        ['status', 'accepted'],
        ['file', new File(['x'], 'a.docx')],
      ]),
    ).toBe('attachment.missing');
    expect(await left()).toEqual([]);
  });

  it('answers to whoever sends the whole of it, where nothing can be written', async () => {
    const before = folder;
    folder = await mkdtemp(join(tmpdir(), 'cascade-receive-'));
    await symlink('/proc', join(folder, 'incoming'));
    try {
      const file = new File([Buffer.alloc(LIMIT - 1)], 'a.docx');
      const told = await upload([
        ['kind', 'word'],
        ['file', file],
      ]);
      expect(told).toMatch(/ENOENT/);
    } finally {
      await rm(folder, { recursive: true });
      folder = before;
    }
  });

  it('leaves nothing behind when the line breaks in the middle', async () => {
    outcomes = [];
    const half = request(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 50_000 },
    });
    half.on('error', () => undefined);
    half.write(
      '--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\nword\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\n\r\n',
    );
    half.write(Buffer.alloc(20_000));
    await expect.poll(left).toHaveLength(1);
    half.destroy();
    await expect.poll(() => outcomes).toEqual(['attachment.interrupted']);
    expect(await left()).toEqual([]);
  });
});
