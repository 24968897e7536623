import { z } from 'zod';
import { getCalendar, listCalendars, putCalendarVersion } from '#acts';
import { Calendar } from '#model';
import { ok } from '#model/problem';
import { type Route, route } from '../../http/route.ts';
import { instant, keyParams as params, many } from '../shapes.ts';

const Stored = z.strictObject({
  calendar: Calendar,
  createdAt: instant,
  createdBy: z.string(),
  reason: z.string(),
});
const tag = 'calendars';

export const calendarRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/calendars',
      tag,
      summary: 'Các lịch làm việc, bản đang có hiệu lực',
      scope: 'read',
      response: z.strictObject({ items: many(Calendar) }),
    },
    async ({ ctx }) => {
      const found = await listCalendars(ctx);
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/calendars/{id}',
      tag,
      summary: 'Mọi bản của một lịch, mới nhất trước',
      scope: 'read',
      params,
      response: z.strictObject({ items: many(Stored) }),
      problems: ['calendar.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const found = await getCalendar(ctx, id);
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/calendars/{id}/versions',
      tag,
      summary:
        'Bản lịch mới (nghỉ, hoán đổi); hạn tính theo ngày làm việc của các chiến dịch đang chạy được tính lại',
      scope: 'calendars:write',
      params,
      body: z.strictObject({
        expectedVersion: z.int().min(0).describe('Bản đã sửa từ đó; 0 nếu lịch mới'),
        calendar: Calendar.omit({ id: true, version: true }),
        reason: z.string().max(2000),
      }),
      response: z.strictObject({ version: z.int(), movedObligations: z.int() }),
      status: 201,
      problems: ['calendar.notFound', 'calendar.conflict', 'calendar.notYours'],
    },
    ({ ctx, params: { id }, body }) => putCalendarVersion(ctx, { id, ...body }),
  ),
];
