import busboy from 'busboy';
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Request } from 'express';
import { bad } from '../http/clean-text.ts';
import { refused } from '../http/problems.ts';
import { safeFileName } from './kinds.ts';

/** A file that has arrived whole, still under its temporary name. */
export interface Received {
  readonly kind: string;
  readonly fileName: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Receiving {
  readonly folder: string;
  readonly limit: number;
}

/** Streams one multipart upload to disk while hashing it. Whatever goes wrong, nothing is left behind. */
export async function receiveFile(req: Request, { folder, limit }: Receiving): Promise<Received> {
  if (!/^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')) {
    throw refused(415, 'api.wrongContentType', { expected: 'multipart/form-data' });
  }
  const tooLarge = () =>
    refused(413, 'attachment.tooLarge', { limit: `${Math.floor(limit / 1024 / 1024)} MB` });
  if (Number(req.headers['content-length'] ?? 0) > limit + 64 * 1024) throw tooLarge();
  const temporary = join(folder, 'incoming');
  await mkdir(temporary, { recursive: true });
  const path = join(temporary, randomUUID());
  try {
    const got = await parse(req, { path, limit });
    if (got.truncated) throw tooLarge();
    if (got.bytes === 0) throw refused(422, 'attachment.empty', { file: got.fileName });
    return { kind: got.kind, fileName: got.fileName, path, bytes: got.bytes, sha256: got.sha256 };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

interface Parsed extends Omit<Received, 'path'> {
  readonly truncated: boolean;
}

async function parse(req: Request, { path, limit }: { path: string; limit: number }): Promise<Parsed> {
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 4, fieldSize: 200, parts: 6, fileSize: limit },
    });
  } catch {
    throw refused(415, 'api.wrongContentType', { expected: 'multipart/form-data; boundary=…' });
  }
  let kind = '';
  let fileName = '';
  let extra = false;
  const writing: Promise<Stored>[] = [];
  parser.on('field', (name, value) => {
    if (name === 'kind') kind = value;
    else extra = true;
  });
  parser.on('file', (name, stream, about) => {
    if (name !== 'file' || writing.length > 0) {
      extra = true;
      stream.resume();
      return;
    }
    fileName = safeFileName(about.filename ?? '');
    const stored = store(stream, path);
    // awaited below; until then a failure must not count as unhandled
    stored.catch(() => undefined);
    writing.push(stored);
  });
  parser.on('filesLimit', () => {
    extra = true;
  });
  try {
    await pipeline(req, parser);
  } catch {
    await Promise.allSettled(writing);
    throw refused(400, 'attachment.interrupted');
  }
  const written = await writing[0];
  if (
    written === undefined ||
    extra ||
    fileName === '' ||
    bad(kind) ||
    !/^[a-z0-9][a-z0-9-]{0,59}$/.test(kind)
  ) {
    throw refused(400, 'attachment.missing');
  }
  return { kind, fileName, ...written };
}

interface Stored {
  readonly bytes: number;
  readonly sha256: string;
  readonly truncated: boolean;
}

/** Where nothing can be written (a full disk) the rest is still read, so that its sender gets an answer. */
async function store(stream: Readable & { truncated?: boolean }, path: string): Promise<Stored> {
  const hash = createHash('sha256');
  let bytes = 0;
  let failed: Error | null = null;
  let file: FileHandle | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (failed !== null) continue;
      hash.update(chunk);
      bytes += chunk.length;
      try {
        file ??= await open(path, 'wx', 0o600);
        await file.appendFile(chunk);
      } catch (error) {
        failed = error instanceof Error ? error : new Error(String(error));
      }
    }
    if (failed !== null) throw failed;
    await file?.sync();
  } finally {
    await file?.close();
  }
  return { bytes, sha256: hash.digest('hex'), truncated: stream.truncated === true };
}
