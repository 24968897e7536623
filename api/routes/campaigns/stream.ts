import { z } from 'zod';
import { readEvents } from '#acts';
import { isEventCursor, latestEventCursor } from '#db';
import { ok, problem, refuse } from '#model/problem';
import { type Route, route, streamRoute } from '../../http/route.ts';
import { type EventFeed, type EventSource, isAfter } from '../../stream/event-feed.ts';
import { OpenStreams } from '../../stream/open-streams.ts';
import { serveEvents } from '../../stream/serve-events.ts';
import { many } from '../shapes.ts';
import { campaignParams as params, StreamedEvent } from './shapes.ts';

const cursor = z
  .string()
  .max(60)
  .refine(isEventCursor, { error: 'not a cursor of this stream' })
  .meta({ pattern: String.raw`^\d+\.\d+$` });

/** When to ask again whoever has as many streams open as anybody may. */
const FULL_SECONDS = 60;

/** What happened in a campaign: page by page, or live (SSE, resumable by Last-Event-ID). */
export const eventRoutes = (
  feed: EventFeed,
  source: EventSource,
  open = new OpenStreams(),
): readonly Route[] => [
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/events',
      tag: 'campaigns',
      summary: 'Nhật ký sự kiện theo thứ tự, đọc tiếp từ con trỏ',
      scope: 'read',
      params,
      query: z.strictObject({
        after: cursor.optional(),
        limit: z.coerce.number<string>().int().min(1).max(1000).default(200),
      }),
      response: z.strictObject({ items: many(StreamedEvent), nextCursor: z.string().nullable() }),
      problems: ['campaign.notFound'],
    },
    async ({ ctx, params: { id }, query }) => {
      const events = await readEvents(ctx, { campaignId: id, ...query });
      return events.ok
        ? ok({ items: events.value, nextCursor: events.value.at(-1)?.cursor ?? query.after ?? null })
        : events;
    },
  ),
  streamRoute(
    {
      method: 'get',
      path: '/api/campaigns/{id}/stream',
      tag: 'campaigns',
      summary: 'Sự kiện trực tiếp (SSE); nối lại bằng Last-Event-ID; không nêu gì thì chỉ gửi sự kiện mới',
      scope: 'read',
      params,
      query: z.strictObject({ after: cursor.optional() }),
      response: z.string(),
      content: { response: 'text/event-stream' },
      problems: ['campaign.notFound', 'api.badCursor'],
    },
    async ({ ctx, services, params: { id }, query, req, res, stillAllowed }) => {
      const resumed = req.headers['last-event-id'];
      const given = typeof resumed === 'string' && resumed !== '' ? resumed : query.after;
      if (given !== undefined && !isEventCursor(given))
        return refuse(problem('api.badCursor', ['Last-Event-ID']));
      // says 404 to whoever may not see the campaign
      const seen = await readEvents(ctx, { campaignId: id, after: given, limit: 1 });
      if (!seen.ok) return seen;
      // whoever asks for the head alone waits for its end
      if (req.method === 'HEAD') {
        res.type('text/event-stream').end();
        return ok(null);
      }
      const end = open.take(ctx.principal);
      if (end === null) return refuse(problem('api.tooManyRequests', [], { seconds: FULL_SECONDS }));
      try {
        const head = await latestEventCursor(services.pool, id);
        // a place that nothing has reached (tampered, or of a base restored since) is of no use to whoever
        // waits there, and would keep what comes from all who listen beside him
        const after = given === undefined || head === null || isAfter(given, head) ? head : given;
        await serveEvents({
          req,
          res,
          watched: { campaignId: id, scope: ctx.principal.unitId },
          after,
          feed,
          source,
          stillAllowed,
        });
      } finally {
        end();
      }
      return ok(null);
    },
  ),
];
