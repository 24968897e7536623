import { z } from 'zod';
import { exportAudit, listAudit, verifyAudit } from '#acts';
import { CampaignId, CivilDate, UnitId } from '#model';
import { ok } from '#model/problem';
import { sendCsv } from '../../http/csv.ts';
import { flag, listOf, page } from '../../http/lists.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { LARGEST, instant, many, maybe } from '../shapes.ts';
import { auditLines } from './audit-lines.ts';

const Row = z.strictObject({
  id: z.int(),
  at: instant,
  actor: z.string(),
  actorName: maybe(z.string()),
  actorUnitId: maybe(z.string()),
  actorUnitName: maybe(z.string()),
  onBehalfOf: maybe(z.string()),
  onBehalfOfName: maybe(z.string()),
  act: z.string(),
  campaignId: maybe(z.string()),
  campaignTitle: maybe(z.string()),
  unitId: maybe(z.string()),
  unitName: maybe(z.string()),
  subject: z.string(),
  obligationId: maybe(z.string()),
  before: z.unknown(),
  after: z.unknown(),
  hash: z.string(),
});
const Head = z.strictObject({
  chain: z.int().min(1).max(LARGEST),
  seq: z.int().min(0),
  hash: z.string().max(100),
});
const Verification = z.strictObject({
  intact: z.boolean(),
  rows: z.int(),
  firstBroken: maybe(
    z.strictObject({
      id: maybe(z.int()),
      chain: z.int(),
      seq: z.int(),
      reason: z.enum(['altered', 'unlinked', 'gap', 'missingTail', 'differsFromHead']),
    }),
  ),
  heads: many(Head),
});

const path = '/api/audit/verification';
const tag = 'audit';

const filter = {
  campaign: CampaignId.optional(),
  unit: UnitId.optional(),
  below: flag.optional().describe('Cả các đơn vị bên dưới (with the units below)'),
  actor: z.string().max(200).optional(),
  person: z.string().max(200).optional().describe('Một phần tên người, có dấu hoặc không'),
  act: z.string().max(60).optional(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
};
const filterOf = ({ campaign, unit, ...rest }: z.output<z.ZodObject<typeof filter>>) => ({
  campaignId: campaign,
  unitId: unit,
  ...rest,
});

/** More entries than a person reads, or a spreadsheet likes. */
const MOST_EXPORTED = 50_000;

export const auditRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/audit',
      tag,
      summary: 'Nhật ký: ai, lúc nào, làm gì, trước và sau; mới nhất trước',
      scope: 'audit:read',
      query: z.strictObject({ ...filter, ...page }),
      response: listOf(Row),
      problems: ['api.badCursor', 'schedule.impossibleDate'],
    },
    async ({ ctx, query: { cursor, limit, ...asked } }) => {
      const found = await listAudit(ctx, { ...filterOf(asked), limit, cursor: fromCursor(cursor) });
      return found.ok
        ? ok({ items: [...found.value.items], nextCursor: toCursor(found.value.nextCursor) })
        : found;
    },
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/audit/export',
      tag,
      summary: 'Xuất nhật ký theo bộ lọc (CSV)',
      scope: 'audit:read',
      query: z.strictObject(filter),
      response: z.string(),
      content: { response: 'text/csv' },
      problems: ['schedule.impossibleDate', 'audit.tooMany'],
    },
    async ({ ctx, query, res }) => {
      const found = await exportAudit(ctx, filterOf(query), MOST_EXPORTED);
      if (!found.ok) return found;
      await sendCsv(res, 'nhat-ky-kiem-tra.csv', auditLines(found.value));
      return ok(null);
    },
  ),
  route(
    {
      method: 'get',
      path,
      tag,
      summary: 'Kiểm tra chuỗi băm của nhật ký',
      scope: 'audit:read',
      response: Verification,
      problems: ['audit.verificationInProgress'],
    },
    ({ ctx }) => verifyAudit(ctx),
  ),
  route(
    {
      method: 'post',
      path,
      tag,
      summary: 'Kiểm tra với các đầu chuỗi đã lưu riêng từ trước: thấy cả phần cuối bị cắt',
      scope: 'audit:read',
      body: z.strictObject({ heads: z.array(Head).max(1000) }),
      response: Verification,
      changes: false,
      problems: ['audit.verificationInProgress'],
    },
    ({ ctx, body }) => verifyAudit(ctx, body.heads),
  ),
];
