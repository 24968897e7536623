import { z } from 'zod';
import {
  createDefinition,
  getDefinition,
  getVersion,
  listDefinitions,
  listVersions,
  offerTemplate,
  publishDefinition,
  saveDraft,
  validateDefinition,
} from '#acts';
import { Definition, Directive, UnitId } from '#model';
import { migrateFormat } from '#model/migrations/migrate';
import { ok } from '#model/problem';
import { listOf, page } from '../../http/lists.ts';
import { parseInput } from '../../http/parse-input.ts';
import { ShownProblem, show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { expectedRevision, instant, json, many, maybe, uuidParams as params } from '../shapes.ts';

const summary = {
  id: z.string(),
  key: z.string(),
  title: z.string(),
  ownerUnitId: maybe(z.string()),
  ownerName: maybe(z.string()),
  template: z.boolean().describe('Dùng làm mẫu để sao chép; không có chủ: mẫu có sẵn'),
  draftRevision: z.int(),
  latestVersion: z.int().describe('0: chưa ban hành'),
  updatedAt: instant,
  updatedBy: z.string(),
  updatedByName: maybe(z.string()),
};
const Summary = z.strictObject(summary);
const Stored = z.strictObject({ ...summary, draft: Definition, directive: maybe(Directive) });
const version = {
  version: z.int(),
  hash: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  publishedByName: maybe(z.string()),
};
const Version = z.strictObject({
  ...version,
  definitionId: z.string(),
  body: Definition,
  directive: maybe(Directive),
});
/** A drawing of an older format is read as today's; one of a newer format is refused with the place. */
const Drawing = z.preprocess((saved: unknown) => {
  const migrated = migrateFormat(saved);
  return migrated.ok ? migrated.value : saved;
}, Definition);
const drawing = { definition: Drawing, directive: Directive.nullable().optional() };

const tag = 'definitions';
const notFound = ['definition.notFound'];

export const definitionRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/definitions',
      tag,
      summary: 'Các định nghĩa: bản mẫu có sẵn và của đơn vị tôi',
      scope: 'read',
      query: z.strictObject({ q: z.string().max(200).optional(), ...page }),
      response: listOf(Summary),
      problems: ['api.badCursor'],
    },
    ({ ctx, query }) => listDefinitions(ctx, query),
  ),
  route(
    {
      method: 'post',
      path: '/api/definitions',
      tag,
      summary: 'Tạo định nghĩa mới (bản nháp)',
      scope: 'definitions:write',
      body: z.strictObject({
        ...drawing,
        ownerUnitId: UnitId.nullable().optional(),
        template: z.boolean().optional(),
      }),
      response: Stored,
      status: 201,
      problems: ['definition.keyTaken', 'organisation.notFound', 'definition.templateWithoutOwner'],
    },
    ({ ctx, body }) => createDefinition(ctx, body),
  ),
  route(
    {
      method: 'post',
      path: '/api/definitions/validate',
      tag,
      summary: 'Kiểm tra một bản vẽ: mọi lỗi và cảnh báo, đúng chỗ; không ghi gì',
      scope: 'read',
      body: z.strictObject({
        definition: json.describe('Bản vẽ, dạng như ở POST /api/definitions'),
        directive: json.nullable().optional(),
      }),
      response: z.strictObject({ publishable: z.boolean(), problems: many(ShownProblem) }),
      changes: false,
    },
    async ({ ctx, body }) => {
      // what the format itself refuses is listed like every other fault, with its place
      const shape = parseInput(Drawing, body.definition, ['definition']);
      if (!shape.ok) return ok({ publishable: false, problems: shape.problems.map(show) });
      const found = await validateDefinition(ctx, body);
      if (!found.ok) return found;
      return ok({
        publishable: found.value.every((one) => one.severity !== 'error'),
        problems: found.value.map(show),
      });
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/definitions/{id}',
      tag,
      summary: 'Một định nghĩa với bản nháp',
      scope: 'read',
      params,
      response: Stored,
      problems: notFound,
    },
    ({ ctx, params: { id } }) => getDefinition(ctx, id),
  ),
  route(
    {
      method: 'put',
      path: '/api/definitions/{id}/draft',
      tag,
      summary: 'Lưu bản nháp, dù chưa hợp lệ; người khác đã lưu trước thì báo xung đột',
      scope: 'definitions:write',
      params,
      body: z.strictObject({ ...drawing, expectedRevision }),
      response: Stored,
      problems: [...notFound, 'definition.conflict', 'definition.notYours', 'definition.keyTaken'],
    },
    ({ ctx, params: { id }, body }) => saveDraft(ctx, { id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/definitions/{id}/template',
      tag,
      summary: 'Đưa bản vẽ của đơn vị vào kho mẫu, hoặc lấy ra; nội dung không đổi',
      scope: 'definitions:write',
      params,
      body: z.strictObject({ template: z.boolean() }),
      response: Stored,
      problems: [...notFound, 'definition.notYours'],
    },
    ({ ctx, params: { id }, body }) => offerTemplate(ctx, { id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/definitions/{id}/versions',
      tag,
      summary: 'Ban hành bản nháp thành bản không đổi; còn lỗi thì từ chối',
      scope: 'definitions:write',
      params,
      body: z.strictObject({ expectedRevision }),
      response: z.strictObject({
        version: z.int(),
        hash: z.string(),
        created: z.boolean(),
        warnings: many(ShownProblem),
      }),
      status: 201,
      problems: [...notFound, 'definition.conflict', 'definition.notYours'],
    },
    async ({ ctx, params: { id }, body }) => {
      const published = await publishDefinition(ctx, { id, ...body });
      return published.ok
        ? ok({ ...published.value, warnings: (published.warnings ?? []).map(show) })
        : published;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/definitions/{id}/versions',
      tag,
      summary: 'Các bản đã ban hành',
      scope: 'read',
      params,
      response: z.strictObject({ items: many(z.strictObject(version)) }),
      problems: notFound,
    },
    async ({ ctx, params: { id } }) => {
      const found = await listVersions(ctx, id);
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/definitions/{id}/versions/{n}',
      tag,
      summary: 'Một bản đã ban hành',
      scope: 'read',
      params: params.extend({ n: z.coerce.number<string>().int().min(1).max(1_000_000) }),
      response: Version,
      problems: [...notFound, 'definition.versionNotFound'],
    },
    ({ ctx, params: { id, n } }) => getVersion(ctx, { id, version: n }),
  ),
];
