import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { ok, problem, refuse, type Result } from '#model';
import type { StreamCall } from '../http/route.ts';
import type { FileStore } from './file-store.ts';

interface Named {
  readonly fileName: string;
  readonly mediaType: string;
}

/** Answers with a file to be saved; that it is never taken for something else, every answer says (helmet). */
export function sendBytes(res: Response, named: Named, bytes: Buffer): Result<null> {
  head(res, named, bytes.length);
  res.end(bytes);
  return ok(null);
}

interface Stored extends Named {
  /** Id of what the file belongs to, for the refusal and the log. */
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Answers with a stored file, hashed again before its first byte: what is sent is what was received. */
export async function sendStored(
  { res, services }: Pick<StreamCall<unknown, unknown>, 'res' | 'services'>,
  store: FileStore,
  { id, sha256, bytes, ...named }: Stored,
): Promise<Result<null>> {
  if (!(await store.isIntact(sha256))) {
    services.log.error({ id, sha256 }, 'stored file does not match its hash');
    return refuse(problem('attachment.altered', [], { id }));
  }
  head(res, named, bytes);
  await pipeline(createReadStream(store.path(sha256)), res).catch(() => res.destroy());
  return ok(null);
}

function head(res: Response, { fileName, mediaType }: Named, bytes: number): void {
  res.attachment(fileName).type(mediaType);
  res.setHeader('Content-Length', bytes);
}
