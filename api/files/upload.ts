import { rm } from 'node:fs/promises';
import type { ActContext } from '#acts';
import { ok, type Problem, refuse, type Result } from '#model';
import { refusalDocument } from '../http/answered.ts';
import { once } from '../http/idempotency.ts';
import type { StreamCall } from '../http/route.ts';
import type { FileStore } from './file-store.ts';
import { inspectFile } from './inspect.ts';
import type { Extension } from './kinds.ts';
import { type Received, receiveFile } from './receive.ts';

/** What receiving one file may be refused with, whatever it is for. */
export const UPLOAD_PROBLEMS = [
  'attachment.tooLarge',
  'attachment.missing',
  'attachment.empty',
  'attachment.interrupted',
  'attachment.notStored',
  'attachment.extension',
  'attachment.disguised',
  'attachment.locked',
  'attachment.noPage',
  'attachment.broken',
  'attachment.macro',
  'attachment.external',
  'attachment.bomb',
] as const;

/** A file that has arrived and is what its name says. */
interface Uploaded extends Omit<Received, 'path'> {
  readonly extension: Extension;
  readonly mediaType: string;
}

interface Taking {
  readonly store: FileStore;
  /** What this use of a file asks of it beyond the inspection of every upload. */
  readonly faultsOf?: (file: Uploaded & Pick<Received, 'path'>) => Promise<readonly Problem[]>;
  /** Writes the row that names the file; refused, the file goes again. */
  readonly register: (ctx: ActContext, file: Uploaded) => Promise<Result<unknown>>;
}

/**
 * Takes the one file of a multipart request: received, inspected, put in place, registered once per
 * Idempotency-Key, answered. Ask before whether the caller may: strangers do not fill the disk.
 */
export async function takeUpload(call: StreamCall<unknown, unknown>, taking: Taking): Promise<Result<null>> {
  const received = await receiveFile(call.req, {
    folder: taking.store.folder,
    limit: call.services.limits.uploadBytes,
  });
  try {
    return await keep(call, received, taking);
  } finally {
    await rm(received.path, { force: true });
  }
}

async function keep(
  call: StreamCall<unknown, unknown>,
  received: Received,
  { store, faultsOf, register }: Taking,
): Promise<Result<null>> {
  const { path, ...about } = received;
  const { kind, fileName, sha256 } = about;
  const inspected = await inspectFile(path, fileName);
  if (!inspected.ok) return inspected;
  const file: Uploaded = { ...about, ...inspected.value };
  const faults = (await faultsOf?.({ ...file, path })) ?? [];
  if (faults.length > 0) return refuse(...faults);
  const { req, res, ctx, idempotencyKey: key } = call;
  const act = async (inside: ActContext) => {
    const result = await register(inside, file);
    return result.ok ? call.good(result.value) : refusalDocument(result, req);
  };
  const kept = await store.keep(received, async () => {
    const answered =
      key === null
        ? await act(ctx)
        : await once({ ctx, key, req, res, body: { kind, fileName, sha256 } }, act);
    return { ok: answered.status < 400, ...answered };
  });
  call.send(kept);
  return ok(null);
}
