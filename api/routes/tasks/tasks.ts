import { z } from 'zod';
import { countMyTasks, listColleagues, listTasks, putWork, remind } from '#acts';
import { CampaignId, TaskKind, UnitId } from '#model';
import { ok } from '#model/problem';
import { flag, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf, wholeList } from '../../http/shapes.ts';
import { instant, obligationParams, unitParams } from '../shapes.ts';
import * as shapes from './shapes.ts';

const tag = 'tasks';
const mode = z.enum(['live', 'rehearsal']).optional();
const kinds = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(TaskKind))
  .describe('Một hoặc nhiều loại, cách nhau bằng dấu phẩy');

export const taskRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/tasks',
      tag,
      summary: 'Việc của đơn vị tôi theo hạn, quá hạn trước; done=true: việc đã xong, mới nhất trước',
      scope: 'read',
      query: z.strictObject({
        kind: kinds.optional(),
        campaign: CampaignId.optional(),
        mode,
        overdue: flag.optional(),
        dueWithin: z.coerce.number<string>().int().min(0).max(250).optional().describe('Số ngày làm việc'),
        mine: flag.optional().describe('Giao cho tôi, hoặc tôi phối hợp'),
        assignee: z.string().min(1).max(100).optional().describe('me, nobody hoặc mã cán bộ'),
        from: UnitId.optional(),
        status: z.string().max(30).optional(),
        q: z.string().max(200).optional().describe('Số ký hiệu nguyên văn, hoặc các từ có dấu hay không dấu'),
        done: flag.optional(),
        unit: UnitId.optional().describe('Cho hệ thống: việc của đơn vị nào trong phạm vi'),
        ...page,
      }),
      response: listOf(shapes.Task),
      problems: ['api.badCursor', 'task.unitRequired', 'organisation.notFound', 'calendar.yearNotCovered'],
    },
    ({ ctx, query: { unit, ...rest } }) => listTasks(ctx, { unitId: unit, ...rest }),
  ),
  route(
    {
      method: 'get',
      path: '/api/tasks/counts',
      tag,
      summary: 'Bao nhiêu việc: theo loại, quá hạn, đến hạn tuần này, của tôi, chưa ai nhận',
      scope: 'read',
      query: z.strictObject({ mode, unit: UnitId.optional() }),
      response: shapes.Counts,
      problems: ['task.unitRequired', 'organisation.notFound'],
    },
    ({ ctx, query }) => countMyTasks(ctx, { unitId: query.unit, mode: query.mode }),
  ),
  route(
    {
      method: 'put',
      path: '/api/tasks/{subject}/work',
      tag,
      summary: 'Nhận, trả lại, giao, giao tiếp hoặc bàn giao một việc của đơn vị',
      scope: 'reports:write',
      // whatever is no name of a task is simply no task of this unit
      params: z.strictObject({ subject: z.string().min(1).max(300) }),
      body: shapes.WorkBody,
      response: shapes.Task,
      problems: [
        'task.notFound',
        'task.takenConflict',
        'task.changedConflict',
        'task.notYours',
        'task.notAColleague',
        'task.dateAfterDeadline',
        'task.peopleOnly',
      ],
    },
    ({ ctx, params: { subject }, body }) => putWork(ctx, { subject, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/reminders',
      tag: 'obligations',
      summary: 'Đôn đốc đơn vị còn nợ; mỗi ngày một lần',
      scope: 'reports:decide',
      params: obligationParams,
      body: z.strictObject({ text: z.string().max(1000).default('') }),
      response: z.strictObject({ at: instant }),
      status: 201,
      problems: [
        'obligation.notFound',
        'campaign.notRunning',
        'reminder.nothingOwed',
        'reminder.alreadyToday',
      ],
    },
    ({ ctx, params: { id }, body }) => remind(ctx, { obligationId: id, text: body.text }),
  ),
  route(
    {
      method: 'get',
      path: '/api/units/{id}/people',
      tag: 'units',
      summary: 'Cán bộ đang giữ chức vụ ở đơn vị: có thể giao việc cho ai',
      scope: 'read',
      params: unitParams,
      response: wholeList(shapes.Colleague),
      problems: ['organisation.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await listColleagues(ctx, id);
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
];
