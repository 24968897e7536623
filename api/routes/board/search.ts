import { z } from 'zod';
import { searchAll } from '#acts';
import { type Route, route } from '../../http/route.ts';
import { many, maybe } from '../shapes.ts';

export const searchRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/search',
      tag: 'board',
      summary: 'Tìm chiến dịch, văn bản, đơn vị theo số ký hiệu hoặc tên, có dấu hoặc không',
      scope: 'read',
      query: z.strictObject({ q: z.string().trim().min(2).max(120) }),
      response: z.strictObject({
        campaigns: many(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            documentCode: maybe(z.string()),
            mode: z.enum(['live', 'rehearsal']),
            status: z.enum(['running', 'closed', 'cancelled']),
          }),
        ),
        letters: many(
          z.strictObject({
            letterId: maybe(z.string()),
            campaignId: z.string(),
            documentCode: z.string(),
            subject: maybe(z.string()),
            unitName: z.string(),
          }),
        ),
        units: many(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            parentName: maybe(z.string()),
            campaigns: many(z.strictObject({ id: z.string(), title: z.string() })),
          }),
        ),
      }),
    },
    ({ ctx, query }) => searchAll(ctx, query.q),
  ),
];
