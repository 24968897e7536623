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
import { ok } from '#model/problem';
import { page } from '../../http/lists.ts';
import { parseInput } from '../../http/parse-input.ts';
import { show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { ShownProblem, listOf, wholeList } from '../../http/shapes.ts';
import { json, many, uuidParams as params } from '../shapes.ts';
import {
  CreateBody,
  DefinitionSummary,
  DefinitionVersion,
  DraftBody,
  Drawing,
  PublishBody,
  Published,
  StoredDefinition,
  TemplateBody,
  VersionListed,
} from './shapes.ts';

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
      response: listOf(DefinitionSummary),
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
      body: CreateBody,
      response: StoredDefinition,
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
      response: StoredDefinition,
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
      body: DraftBody,
      response: StoredDefinition,
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
      body: TemplateBody,
      response: StoredDefinition,
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
      body: PublishBody,
      response: Published,
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
      response: wholeList(VersionListed),
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
      response: DefinitionVersion,
      problems: [...notFound, 'definition.versionNotFound'],
    },
    ({ ctx, params: { id, n } }) => getVersion(ctx, { id, version: n }),
  ),
];
