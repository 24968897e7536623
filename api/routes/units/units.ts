import { z } from 'zod';
import { applyUnitImport, getUnit, listUnits, previewUnitImport } from '#acts';
import { CivilDate, Key, UnitId } from '#model';
import { ok } from '#model/problem';
import { page } from '../../http/lists.ts';
import { show } from '../../http/problem-document.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf, ShownProblem } from '../../http/shapes.ts';
import { day, many, maybe, unitParams } from '../shapes.ts';
import { ListedUnit, UnitDetails } from './shapes.ts';

const line = z.int();
const Preview = z.strictObject({
  adds: many(z.strictObject({ line, id: z.string(), name: z.string() })),
  renames: many(
    z.strictObject({
      line,
      id: z.string(),
      oldName: z.string(),
      oldType: z.string(),
      newName: z.string(),
      untilDate: day,
    }),
  ),
  moves: many(
    z.strictObject({ line, id: z.string(), fromParentId: maybe(z.string()), toParentId: maybe(z.string()) }),
  ),
  closes: many(z.strictObject({ line, id: z.string(), name: z.string(), validTo: day })),
  changes: many(z.strictObject({ line, id: z.string(), columns: many(z.string()) })),
  unchanged: z.int(),
  problems: many(ShownProblem),
  previewHash: z.string(),
});

const csv = z.string().min(1).max(900_000).describe('CSV, UTF-8');

export const unitRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/units',
      tag: 'units',
      summary: 'Tìm đơn vị theo tên (có dấu hoặc không), loại, hệ, vị trí trong cây',
      scope: 'read',
      query: z.strictObject({
        q: z.string().max(200).optional(),
        kind: Key.optional(),
        chain: Key.optional(),
        under: UnitId.optional(),
        at: CivilDate.optional(),
        ...page,
      }),
      response: listOf(ListedUnit),
      problems: ['api.badCursor'],
    },
    ({ ctx, query }) => listUnits(ctx, query),
  ),
  route(
    {
      method: 'get',
      path: '/api/units/{id}',
      tag: 'units',
      summary: 'Một đơn vị: cấp trên, cấp dưới, tên cũ, đơn vị kế thừa',
      scope: 'read',
      params: unitParams,
      response: UnitDetails,
      problems: ['organisation.notFound'],
    },
    ({ ctx, params }) => getUnit(ctx, params.id),
  ),
  route(
    {
      method: 'post',
      path: '/api/unit-imports/preview',
      tag: 'units',
      summary: 'Xem trước tệp CSV sẽ thêm, đổi tên, chuyển, đóng những đơn vị nào; không ghi gì',
      scope: 'units:write',
      body: z.strictObject({ csv }),
      response: Preview,
      changes: false,
    },
    async ({ ctx, body }) => {
      const preview = await previewUnitImport(ctx, body);
      return preview.ok ? ok({ ...preview.value, problems: preview.value.problems.map(show) }) : preview;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/unit-imports',
      tag: 'units',
      summary: 'Áp dụng đúng tệp đã xem trước, trong một giao dịch',
      scope: 'units:write',
      body: z.strictObject({ csv, previewHash: z.string().min(1).max(100) }),
      response: z.strictObject({
        added: z.int(),
        renamed: z.int(),
        moved: z.int(),
        closed: z.int(),
        changed: z.int(),
      }),
      status: 201,
      problems: ['organisation.previewConflict'],
    },
    ({ ctx, body }) => applyUnitImport(ctx, body),
  ),
];
