import { z } from 'zod';
import { type ActContext, auditFits, type AuditQuery, listAudit, verifyAudit } from '#acts';
import { CampaignId, CivilDate, UnitId } from '#model';
import { ok } from '#model/problem';
import { sendCsv } from '../../http/csv.ts';
import { flag, itemsOf, page } from '../../http/lists.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { auditLines } from './audit-lines.ts';
import { AuditEntry, Head, Verification } from './shapes.ts';

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
/** Entries of a file that are read at once. */
const EXPORTED_AT_ONCE = 500;

type Asked = Omit<AuditQuery, 'cursor'> & { readonly cursor?: string | undefined };

async function entries(ctx: ActContext, { cursor, ...asked }: Asked) {
  const found = await listAudit(ctx, { ...asked, cursor: fromCursor(cursor) });
  return found.ok
    ? ok({ items: [...found.value.items], nextCursor: toCursor(found.value.nextCursor) })
    : found;
}

export const auditRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/audit',
      tag,
      summary: 'Nhật ký: ai, lúc nào, làm gì, trước và sau; mới nhất trước',
      scope: 'audit:read',
      query: z.strictObject({ ...filter, ...page }),
      response: listOf(AuditEntry),
      problems: ['api.badCursor', 'schedule.impossibleDate'],
    },
    ({ ctx, query: { cursor, limit, ...asked } }) => entries(ctx, { ...filterOf(asked), limit, cursor }),
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
      const filter = filterOf(query);
      const fits = await auditFits(ctx, filter, MOST_EXPORTED);
      if (!fits.ok) return fits;
      const read = (cursor?: string) => entries(ctx, { ...filter, limit: EXPORTED_AT_ONCE, cursor });
      const first = await read();
      if (!first.ok) return first;
      await sendCsv(res, 'nhat-ky-kiem-tra.csv', auditLines(itemsOf(first.value, read)));
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
