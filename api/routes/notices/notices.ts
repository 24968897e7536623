import { z } from 'zod';
import {
  acknowledgeActorTask,
  getActorTask,
  listActorTasks,
  listMails,
  listNotices,
  markNoticesSeen,
  unseenNotices,
} from '#acts';
import { CampaignId, UnitId } from '#model';
import { ok } from '#model/problem';
import { flag, listOf, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { day, instant, json, maybe, uuidParams } from '../shapes.ts';

const Notice = z.strictObject({
  id: z.int(),
  campaignId: maybe(z.string()).describe('null: gửi riêng một người (told to one person)'),
  campaignTitle: maybe(z.string()),
  obligationId: maybe(z.string()),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  at: instant,
  body: json,
  periodKey: maybe(z.string()),
  periodLabel: maybe(z.string()),
  aboutUnitId: maybe(z.string()),
  aboutName: maybe(z.string()),
  collectorUnitId: maybe(z.string()),
  fromName: maybe(z.string()),
  vi: z.string(),
  en: z.string(),
  path: z.string().describe('Trang để xử lý (page where it is dealt with)'),
  fresh: z.boolean().describe('Chưa xem (not looked at yet)'),
});

const Unseen = z.strictObject({
  count: z.int().describe('Đếm đến 100 (counted up to 100)'),
  latest: z.int(),
  seen: z.int(),
  asOf: maybe(z.string()).describe('Gửi lại khi đánh dấu đã xem (pass it back with the mark)'),
});

const MailState = z.enum(['waiting', 'sent', 'refused']);
const Mail = z.strictObject({
  id: z.string(),
  personName: z.string(),
  address: z.string(),
  day,
  notices: z.int(),
  state: MailState,
  attempts: z.int(),
  nextAt: instant,
  sentAt: maybe(instant),
  answer: maybe(z.string()),
});

const ActorTask = z.strictObject({
  id: z.string(),
  campaignId: z.string(),
  campaignTitle: z.string(),
  periodKey: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  byUnitId: z.string(),
  taskId: z.string(),
  text: z.string(),
  openedAt: instant,
  acknowledgedAt: maybe(instant),
  acknowledgedBy: maybe(z.string()),
  acknowledgedByName: maybe(z.string()),
  acknowledgedForName: maybe(z.string()),
});

/** What units are told, and tasks of units that are no addressees. */
export const noticeRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/notices',
      tag: 'notices',
      summary: 'Thông báo gửi các đơn vị của tôi và gửi riêng tôi, mới nhất trước',
      scope: 'read',
      query: z.strictObject({
        campaign: CampaignId.optional(),
        unit: UnitId.optional(),
        kind: z.string().max(40).optional(),
        ...page,
      }),
      response: listOf(Notice),
      problems: ['api.badCursor'],
    },
    async ({ ctx, query: { campaign, unit, kind, cursor, limit } }) => {
      const found = await listNotices(ctx, {
        campaignId: campaign,
        unitId: unit,
        kind,
        limit,
        cursor: fromCursor(cursor),
      });
      return found.ok
        ? ok({ items: [...found.value.items], nextCursor: toCursor(found.value.nextCursor) })
        : found;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/notices/unseen',
      tag: 'notices',
      summary: 'Số thông báo chưa xem của đơn vị đang làm việc',
      scope: 'read',
      response: Unseen,
    },
    ({ ctx }) => unseenNotices(ctx),
  ),
  route(
    {
      method: 'put',
      path: '/api/notices/seen',
      tag: 'notices',
      summary: 'Đã xem các thông báo của đơn vị đến số này',
      scope: 'read',
      body: z.strictObject({ upTo: z.int().min(0), asOf: z.string().max(8000).nullish() }),
      response: Unseen,
      problems: ['notice.personForbidden', 'api.badCursor'],
    },
    ({ ctx, body }) => markNoticesSeen(ctx, body),
  ),
  route(
    {
      method: 'get',
      path: '/api/mails',
      tag: 'notices',
      summary: 'Thư nhắc việc đã lập: gửi ai, ngày nào, thử mấy lần, máy chủ thư trả lời gì',
      scope: 'people:write',
      query: z.strictObject({ state: MailState.optional(), ...page }),
      response: listOf(Mail),
      problems: ['api.badCursor'],
    },
    ({ ctx, query }) => listMails(ctx, query),
  ),
  route(
    {
      method: 'get',
      path: '/api/actor-tasks',
      tag: 'notices',
      summary: 'Nhiệm vụ giao cho đơn vị không thuộc nơi nhận văn bản',
      scope: 'read',
      query: z.strictObject({
        campaign: CampaignId.optional(),
        unit: UnitId.optional(),
        open: flag.optional(),
        ...page,
      }),
      response: listOf(ActorTask),
      problems: ['api.badCursor'],
    },
    ({ ctx, query: { campaign, unit, ...rest } }) =>
      listActorTasks(ctx, { campaignId: campaign, unitId: unit, ...rest }),
  ),
  route(
    {
      method: 'get',
      path: '/api/actor-tasks/{id}',
      tag: 'notices',
      summary: 'Một nhiệm vụ giao cho đơn vị không thuộc nơi nhận văn bản',
      scope: 'read',
      params: uuidParams,
      response: ActorTask,
      problems: ['actorTask.notFound'],
    },
    ({ ctx, params: { id } }) => getActorTask(ctx, id),
  ),
  route(
    {
      method: 'post',
      path: '/api/actor-tasks/{id}/acknowledgement',
      tag: 'notices',
      summary: 'Xác nhận nhiệm vụ',
      scope: 'reports:write',
      params: uuidParams,
      body: z.strictObject({}),
      response: ActorTask,
      problems: ['actorTask.notFound', 'actorTask.alreadyAcknowledged'],
    },
    ({ ctx, params: { id } }) => acknowledgeActorTask(ctx, { actorTaskId: id }),
  ),
];
