import { listFilters, removeFilter, saveFilter } from '#acts';
import { ok } from '#model/problem';
import { Nothing, type Route, route } from '../../http/route.ts';
import { uuidParams } from '../shapes.ts';
import { FilterBody, SavedFilter } from './shapes.ts';
import { wholeList } from '../../http/shapes.ts';

const tag = 'tasks';

export const filterRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/filters',
      tag,
      summary: 'Bộ lọc việc mà tôi đã lưu',
      scope: 'read',
      response: wholeList(SavedFilter),
    },
    async ({ ctx }) => {
      const found = await listFilters(ctx);
      return found.ok ? ok({ items: found.value }) : found;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/filters',
      tag,
      summary: 'Lưu một bộ lọc việc',
      scope: 'read',
      body: FilterBody,
      response: SavedFilter,
      status: 201,
      problems: ['filter.nameConflict', 'filter.tooMany', 'task.peopleOnly'],
    },
    ({ ctx, body }) => saveFilter(ctx, body),
  ),
  route(
    {
      method: 'delete',
      path: '/api/filters/{id}',
      tag,
      summary: 'Xóa một bộ lọc đã lưu',
      scope: 'read',
      params: uuidParams,
      response: Nothing,
      problems: ['filter.notFound'],
    },
    async ({ ctx, params: { id } }) => {
      const removed = await removeFilter(ctx, id);
      return removed.ok ? ok({}) : removed;
    },
  ),
];
