import { z } from 'zod';
import { addOfficial, changeOfficial, listOfficials } from '#acts';
import { UnitId } from '#model';
import type { Provider } from '../../auth/providers.ts';
import { flag, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { Official, PersonBody, PersonChange, personParams, roles, title } from './shapes.ts';

/** Officials of a subtree, as their administrator keeps them. */
export const peopleRoutes = (provider: Provider | null): readonly Route[] => [
  route(
    {
      method: 'get',
      path: '/api/people',
      tag: 'people',
      summary: 'Cán bộ của đơn vị tôi và các đơn vị bên dưới, kèm chức vụ đang giữ',
      scope: 'people:write',
      query: z.strictObject({
        q: z.string().max(200).optional(),
        unit: UnitId.optional(),
        disabled: flag.optional(),
        ...page,
      }),
      response: listOf(Official),
      problems: ['api.badCursor'],
    },
    ({ ctx, query: { unit, ...rest } }) => listOfficials(ctx, { unitId: unit, ...rest }),
  ),
  route(
    {
      method: 'post',
      path: '/api/people',
      tag: 'people',
      summary: 'Thêm cán bộ vào một chức vụ mới (unitId, title, roles) hoặc nhận chức vụ có sẵn (postId)',
      scope: 'people:write',
      body: PersonBody,
      response: Official,
      status: 201,
      problems: [
        'organisation.notFound',
        'people.accountTaken',
        'people.notPassedOn',
        'post.notFound',
        'post.closed',
        'post.conflict',
      ],
    },
    // whoever is added on a trial installation is one more example; elsewhere nobody is
    ({ ctx, body }) => addOfficial(ctx, { ...body, example: provider?.settings.embedded ?? false }),
  ),
  route(
    {
      method: 'put',
      path: '/api/people/{id}',
      tag: 'people',
      summary: 'Sửa tên, thư điện tử; ngừng (mọi phiên đăng nhập kết thúc ngay) hoặc cho hoạt động lại',
      scope: 'people:write',
      params: personParams,
      body: PersonChange,
      response: Official,
      problems: [
        'people.notFound',
        'people.heldElsewhere',
        'people.conflict',
        'people.notYourself',
        'people.lastAdministrator',
      ],
    },
    ({ ctx, params, body }) => changeOfficial(ctx, { ...params, ...body }),
  ),
];
