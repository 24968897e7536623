import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { type ActContext, getOffice, putOffice, putOfficeTemplate } from '#acts';
import { checkTemplate } from '#documents';
import { Office, UnitId } from '#model';
import { ok, problem, refuse, type Result } from '#model/problem';
import type { FileStore } from '../../files/file-store.ts';
import { inspectFile } from '../../files/inspect.ts';
import { type Received, receiveFile } from '../../files/receive.ts';
import { refusalDocument } from '../../http/answered.ts';
import { once } from '../../http/idempotency.ts';
import { type Route, route, type StreamCall, streamRoute } from '../../http/route.ts';
import { LARGEST } from '../shapes.ts';
import * as shapes from './shapes.ts';

const tag = 'office';
const query = z.strictObject({ unit: UnitId.optional() });
const problems = ['organisation.notFound', 'letter.unitNeeded'];

/** How a unit's letters look, and who approves them. */
export const officeRoutes = (store: FileStore): readonly Route[] => [
  route(
    {
      method: 'get',
      path: '/api/office',
      tag,
      summary: 'Thể thức văn bản và quy trình duyệt của đơn vị; chưa đặt thì suy ra từ văn bản gần nhất',
      scope: 'letters:write',
      query,
      response: shapes.OfficeView,
      problems,
    },
    ({ ctx, query: { unit } }) => getOffice(ctx, unit),
  ),
  route(
    {
      method: 'put',
      path: '/api/office',
      tag,
      summary: 'Đặt thể thức (văn thư, lãnh đạo); quy trình duyệt chỉ lãnh đạo đổi được',
      scope: 'letters:write',
      query,
      body: z.strictObject({ office: Office, expectedRevision: z.int().min(0).max(LARGEST) }),
      response: shapes.OfficeView,
      problems: [...problems, 'office.conflict', 'office.approvalForbidden', 'directive.notationMalformed'],
    },
    ({ ctx, query: { unit }, body }) => putOffice(ctx, { unitId: unit, ...body }),
  ),
  streamRoute(
    {
      method: 'post',
      path: '/api/office/template',
      tag,
      summary:
        'Mẫu Word riêng của đơn vị (multipart: “kind” = template rồi “file”); thẻ dùng được: docs/letters.md',
      scope: 'letters:write',
      query,
      response: shapes.OfficeView,
      status: 201,
      content: { request: 'multipart/form-data', response: 'application/json' },
      problems: [
        ...problems,
        'office.conflict',
        'attachment.tooLarge',
        'attachment.missing',
        'attachment.extension',
        'attachment.disguised',
        'attachment.broken',
        'attachment.macro',
        'attachment.external',
        'attachment.bomb',
        'documents.templateUnreadable',
        'documents.templateTagUnknown',
        'documents.templateTagUnclosed',
      ],
    },
    async (call) => {
      // before a byte is written
      const seen = await getOffice(call.ctx, call.query.unit);
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
  route(
    {
      method: 'delete',
      path: '/api/office/template',
      tag,
      summary: 'Bỏ mẫu riêng: văn bản trở lại thể thức theo Nghị định 30/2020',
      scope: 'letters:write',
      query,
      response: shapes.OfficeView,
      problems: [...problems, 'office.conflict'],
    },
    ({ ctx, query: { unit } }) => putOfficeTemplate(ctx, { unitId: unit, template: null }),
  ),
];

type Upload = StreamCall<unknown, z.output<typeof query>>;

async function keep(call: Upload, received: Received, store: FileStore): Promise<Result<null>> {
  const { fileName: name, sha256 } = received;
  const inspected = await inspectFile(received.path, name);
  if (!inspected.ok) return inspected;
  if (inspected.value.extension !== 'docx')
    return refuse(problem('attachment.extension', ['file'], { file: name, allowed: 'docx' }));
  const faults = await checkTemplate(await readFile(received.path));
  if (faults.length > 0) return refuse(...faults);
  const { req, res, ctx, idempotencyKey: key } = call;
  const put = async (inside: ActContext) => {
    const result = await putOfficeTemplate(inside, { unitId: call.query.unit, template: { sha256, name } });
    return result.ok ? call.good(result.value) : refusalDocument(result, req);
  };
  const kept = await store.keep(received, async () => {
    const answered =
      key === null ? await put(ctx) : await once({ ctx, key, req, res, body: { name, sha256 } }, put);
    return { ok: answered.status < 400, ...answered };
  });
  call.send(kept);
  return ok(null);
}
