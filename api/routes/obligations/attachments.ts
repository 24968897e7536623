import { z } from 'zod';
import { attachmentForDownload, getObligation, registerAttachment } from '#acts';
import { sendStored } from '../../files/download.ts';
import type { FileStore } from '../../files/file-store.ts';
import { MEDIA_TYPES } from '../../files/kinds.ts';
import { takeUpload, UPLOAD_PROBLEMS } from '../../files/upload.ts';
import { type Route, streamRoute } from '../../http/route.ts';
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
      problems: ['obligation.notFound', ...UPLOAD_PROBLEMS],
    },
    async (call) => {
      const { ctx, params } = call;
      const seen = await getObligation(ctx, params.id);
      if (!seen.ok) return seen;
      return takeUpload(call, {
        store,
        register: (inside, file) => registerAttachment(inside, { obligationId: params.id, ...file }),
      });
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
    async (call) => {
      const { id } = call.params;
      const found = await attachmentForDownload(call.ctx, id);
      if (!found.ok) return found;
      const { fileName, mediaType, bytes, sha256 } = found.value;
      return sendStored(call, store, { id, fileName, mediaType, bytes, sha256 });
    },
  ),
];
