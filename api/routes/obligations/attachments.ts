import { rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { type ActContext, attachmentForDownload, getObligation, registerAttachment } from '#acts';
import { ok, problem, refuse } from '#model/problem';
import type { FileStore } from '../../files/file-store.ts';
import { inspectFile } from '../../files/inspect.ts';
import { MEDIA_TYPES } from '../../files/kinds.ts';
import { receiveFile, type Received } from '../../files/receive.ts';
import { once } from '../../http/idempotency.ts';
import { refusalDocument } from '../../http/answered.ts';
import { type Route, type StreamCall, streamRoute } from '../../http/route.ts';
import { obligationParams, uuidParams } from '../shapes.ts';
import { Attachment } from './shapes.ts';

/** Files of a report: uploaded first, then named in the report. */
export const attachmentRoutes = (store: FileStore): readonly Route[] => [
  streamRoute(
    {
      method: 'post',
      path: '/api/obligations/{id}/attachments',
      tag: 'obligations',
      summary: 'Gửi một tệp đính kèm (multipart: “kind” rồi “file”)',
      scope: 'reports:write',
      params: obligationParams,
      response: Attachment,
      status: 201,
      content: { request: 'multipart/form-data', response: 'application/json' },
      problems: [
        'obligation.notFound',
        'attachment.tooLarge',
        'attachment.missing',
        'attachment.extension',
        'attachment.disguised',
        'attachment.broken',
        'attachment.macro',
        'attachment.external',
        'attachment.bomb',
      ],
    },
    async (call) => {
      // before a byte is written: strangers do not fill the disk
      const seen = await getObligation(call.ctx, call.params.id);
      if (!seen.ok) return seen;
      const received = await receiveFile(call.req, {
        folder: store.folder,
        limit: call.services.limits.uploadBytes,
      });
      try {
        return await keep(call, received, store);
      } finally {
        await rm(received.path, { force: true });
      }
    },
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/attachments/{id}',
      tag: 'obligations',
      summary: 'Tải tệp đính kèm; tệp được băm lại trước khi gửi',
      scope: 'read',
      params: uuidParams,
      response: z.string(),
      content: { response: Object.values(MEDIA_TYPES) },
      problems: ['attachment.notFound', 'attachment.altered'],
    },
    async ({ ctx, params: { id }, res, services }) => {
      const found = await attachmentForDownload(ctx, id);
      if (!found.ok) return found;
      const { fileName, mediaType, bytes, sha256 } = found.value;
      if (!(await store.isIntact(sha256))) {
        services.log.error({ attachment: id }, 'stored file does not match its hash');
        return refuse(problem('attachment.altered', [], { id }));
      }
      res.attachment(fileName).type(mediaType);
      res.setHeader('Content-Length', bytes);
      await pipeline(createReadStream(store.path(sha256)), res).catch(() => res.destroy());
      return ok(null);
    },
  ),
];

type Upload = StreamCall<z.output<typeof obligationParams>, unknown>;

async function keep(call: Upload, received: Received, store: FileStore) {
  const { kind, fileName, bytes, sha256 } = received;
  const inspected = await inspectFile(received.path, fileName);
  if (!inspected.ok) return inspected;
  const file = { obligationId: call.params.id, kind, fileName, bytes, sha256, ...inspected.value };
  const register = async (ctx: ActContext) => {
    const result = await registerAttachment(ctx, file);
    return result.ok ? call.good(result.value) : refusalDocument(result, call.req);
  };
  const kept = await store.keep(received, async () => {
    const { req, res, ctx, idempotencyKey: key } = call;
    const answered =
      key === null
        ? await register(ctx)
        : await once({ ctx, key, req, res, body: { kind, fileName, sha256 } }, register);
    return { ok: answered.status < 400, ...answered };
  });
  call.send(kept);
  return ok(null);
}
