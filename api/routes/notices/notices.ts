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
import { flag, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { uuidParams } from '../shapes.ts';
import { ActorTask, Mail, MailState, Notice, SeenBody, Unseen } from './shapes.ts';

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
      body: SeenBody,
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
