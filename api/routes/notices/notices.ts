import { z } from 'zod';
import { acknowledgeActorTask, listActorTasks, listNotices } from '#acts';
import { CampaignId, UnitId } from '#model';
import { ok } from '#model/problem';
import { flag, listOf, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { fromCursor, toCursor } from '../numbered-cursor.ts';
import { instant, json, maybe, uuidParams } from '../shapes.ts';

const Notice = z.strictObject({
  id: z.int(),
  campaignId: z.string(),
  campaignTitle: z.string(),
  obligationId: maybe(z.string()),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.string(),
  at: instant,
  body: json,
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
});

/** What units are told, and tasks of units that are no addressees. */
export const noticeRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/notices',
      tag: 'notices',
      summary: 'Thông báo gửi các đơn vị của tôi, mới nhất trước',
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
