import { z } from 'zod';
import {
  getIncoming,
  listArrivals,
  listIncoming,
  listOutgoing,
  registerIncoming,
  type RegisterQuery,
  writeOpinion,
} from '#acts';
import { UnitId } from '#model';
import { ok } from '#model/problem';
import { sendCsv } from '../../http/csv.ts';
import { flag, itemsOf, page } from '../../http/lists.ts';
import { show } from '../../http/problem-document.ts';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { listOf, wholeList } from '../../http/shapes.ts';
import { uuidParams as params } from '../shapes.ts';
import { incomingLines, outgoingLines } from './register-lines.ts';
import * as shapes from './shapes.ts';
import { Opined, OpinionBody, RegisterBody, Registered } from './act-shapes.ts';

const tag = 'registers';
const sought = {
  unit: UnitId.optional(),
  mode: z.enum(['live', 'rehearsal']).optional(),
  year: z.coerce.number<string>().int().min(1945).max(2200).optional(),
  q: z.string().max(200).optional(),
};
const queryOf = <T extends { unit?: string | undefined }>({
  unit,
  ...rest
}: T): Omit<T, 'unit'> & RegisterQuery => ({
  ...rest,
  unitId: unit,
});
const undecided = { undecided: flag.optional() };
const problems = ['organisation.notFound', 'letter.unitNeeded', 'api.badCursor'];

/** Sổ văn bản đến, sổ văn bản đi (NĐ 30/2020, phụ lục IV). */
export const registerRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/incoming',
      tag,
      summary:
        'Sổ văn bản đến của đơn vị, số mới nhất trước; tìm có dấu hoặc không, số ký hiệu tìm chính xác',
      scope: 'read',
      query: z.strictObject({ ...sought, ...undecided, ...page }),
      response: listOf(shapes.Incoming),
      problems,
    },
    ({ ctx, query }) => listIncoming(ctx, queryOf(query)),
  ),
  route(
    {
      method: 'get',
      path: '/api/incoming/waiting',
      tag,
      summary: 'Văn bản đã đến mà chưa vào sổ',
      scope: 'read',
      query: z.strictObject({ unit: UnitId.optional() }),
      response: wholeList(shapes.Arrival),
      problems: ['organisation.notFound', 'letter.unitNeeded'],
    },
    async ({ ctx, query }) => {
      const found = await listArrivals(ctx, queryOf(query));
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/incoming/export',
      tag,
      summary: 'Sổ văn bản đến, tệp CSV đủ các cột của phụ lục IV',
      scope: 'read',
      query: z.strictObject({ ...sought, ...undecided }),
      response: z.string(),
      content: { response: 'text/csv' },
      problems,
    },
    async ({ ctx, query, res }) => {
      const read = (cursor?: string) => listIncoming(ctx, { ...queryOf(query), cursor, limit: 200 });
      const first = await read();
      if (!first.ok) return first;
      await sendCsv(
        res,
        `so-van-ban-den-${query.year ?? 'tat-ca'}.csv`,
        incomingLines(itemsOf(first.value, read)),
      );
      return ok(null);
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/incoming',
      tag,
      summary:
        'Vào sổ văn bản đến của một chiến dịch: lấy số đến tiếp theo của năm; đã vào sổ thì trả lại dòng cũ',
      scope: 'registers:write',
      body: RegisterBody,
      response: Registered,
      status: 201,
      problems: ['campaign.notFound', 'organisation.notFound', 'letter.unitNeeded'],
    },
    async ({ ctx, body }) => {
      const done = await registerIncoming(ctx, body);
      return done.ok ? ok({ ...done.value, warnings: done.value.warnings.map(show) }) : done;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/incoming/{id}',
      tag,
      summary: 'Một dòng của sổ văn bản đến, với ý kiến giải quyết',
      scope: 'read',
      params,
      response: shapes.Incoming,
      problems: ['incoming.notFound'],
    },
    ({ ctx, params: { id } }) => getIncoming(ctx, id),
  ),
  route(
    {
      method: 'put',
      path: '/api/incoming/{id}/opinion',
      tag,
      summary: 'Ý kiến của lãnh đạo: chủ trì, phối hợp, hạn; giao luôn các việc đang mở của chiến dịch',
      scope: 'tasks:assign',
      params,
      body: OpinionBody,
      response: Opined,
      problems: ['incoming.notFound', 'incoming.conflict', 'incoming.afterDeadline', 'incoming.notOfUnit'],
    },
    ({ ctx, params: { id }, body }) => writeOpinion(ctx, { id, ...body }),
  ),
  route(
    {
      method: 'get',
      path: '/api/outgoing',
      tag,
      summary: 'Sổ văn bản đi của đơn vị; open=true: những văn bản đang soạn, đang trình',
      scope: 'read',
      query: z.strictObject({ ...sought, open: flag.optional(), ...page }),
      response: listOf(shapes.Outgoing),
      problems,
    },
    ({ ctx, query }) => listOutgoing(ctx, queryOf(query)),
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/outgoing/export',
      tag,
      summary: 'Sổ văn bản đi, tệp CSV đủ các cột của phụ lục IV',
      scope: 'read',
      query: z.strictObject(sought),
      response: z.string(),
      content: { response: 'text/csv' },
      problems,
    },
    async ({ ctx, query, res }) => {
      const read = (cursor?: string) => listOutgoing(ctx, { ...queryOf(query), cursor, limit: 200 });
      const first = await read();
      if (!first.ok) return first;
      await sendCsv(
        res,
        `so-van-ban-di-${query.year ?? 'tat-ca'}.csv`,
        outgoingLines(itemsOf(first.value, read)),
      );
      return ok(null);
    },
  ),
];
