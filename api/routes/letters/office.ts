import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { getOffice, putOffice, putOfficeTemplate } from '#acts';
import { checkNewTemplate } from '#documents';
import { UnitId } from '#model';
import { type Problem, problem } from '#model/problem';
import type { FileStore } from '../../files/file-store.ts';
import { textOf } from '../../files/office-package.ts';
import { takeUpload, UPLOAD_PROBLEMS } from '../../files/upload.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import * as shapes from './shapes.ts';
import { OfficeBody } from './act-shapes.ts';

const tag = 'office';
/** A letter of several pages with a table has a tenth of it; reading grows with it, and is done at every letter. */
const MOST_TEXT = { bytes: 3_000_000, tags: 60_000 };

async function isHeavy(path: string): Promise<readonly Problem[] | null> {
  const { bytes, tags } = await textOf(path);
  return bytes <= MOST_TEXT.bytes && tags <= MOST_TEXT.tags ? null : [problem('documents.templateHeavy')];
}
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
      body: OfficeBody,
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
        ...UPLOAD_PROBLEMS,
        'documents.templateUnreadable',
        'documents.templateTagUnknown',
        'documents.templateTagUnclosed',
        'documents.templateTagMissing',
        'documents.templateHeavy',
      ],
    },
    async (call) => {
      const unitId = call.query.unit;
      const seen = await getOffice(call.ctx, unitId);
      if (!seen.ok) return seen;
      return takeUpload(call, {
        store,
        faultsOf: async ({ path, extension, fileName }) =>
          extension === 'docx'
            ? ((await isHeavy(path)) ?? checkNewTemplate(await readFile(path)))
            : [problem('attachment.extension', ['file'], { file: fileName, allowed: 'docx' })],
        register: (ctx, { sha256, fileName: name }) =>
          putOfficeTemplate(ctx, { unitId, template: { sha256, name } }),
      });
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
