import { z } from 'zod';
import { searchAll } from '#acts';
import { type Route, route } from '../../http/route.ts';
import { Found } from './shapes.ts';

export const searchRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/search',
      tag: 'board',
      summary: 'Tìm chiến dịch, văn bản, đơn vị theo số ký hiệu hoặc tên, có dấu hoặc không',
      scope: 'read',
      query: z.strictObject({ q: z.string().trim().min(2).max(120) }),
      response: Found,
    },
    ({ ctx, query }) => searchAll(ctx, query.q),
  ),
];
