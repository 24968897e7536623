import { z } from 'zod';
import { changePost, createPost, getPost, handOverPost, listPosts } from '#acts';
import { UnitId } from '#model';
import { flag, page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf } from '../../http/shapes.ts';
import { uuidParams } from '../shapes.ts';
import { HandOverBody, HandedOver, Post, PostBody, PostChange, PostWithHolders } from './shapes.ts';

/** Roles belong to posts of units; handing over moves the post, not the person. */
export const postRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/posts',
      tag: 'people',
      summary: 'Chức vụ của đơn vị tôi và các đơn vị bên dưới, ai đang giữ',
      scope: 'people:write',
      query: z.strictObject({
        q: z.string().max(200).optional(),
        unit: UnitId.optional(),
        vacant: flag.optional(),
        ...page,
      }),
      response: listOf(Post),
      problems: ['api.badCursor'],
    },
    ({ ctx, query: { unit, ...rest } }) => listPosts(ctx, { unitId: unit, ...rest }),
  ),
  route(
    {
      method: 'post',
      path: '/api/posts',
      tag: 'people',
      summary: 'Lập một chức vụ, chưa có người giữ',
      scope: 'people:write',
      body: PostBody,
      response: Post,
      status: 201,
      problems: ['organisation.notFound', 'people.notPassedOn'],
    },
    ({ ctx, body }) => createPost(ctx, body),
  ),
  route(
    {
      method: 'get',
      path: '/api/posts/{id}',
      tag: 'people',
      summary: 'Một chức vụ và những người đã giữ, mới nhất trước',
      scope: 'people:write',
      params: uuidParams,
      response: PostWithHolders,
      problems: ['post.notFound'],
    },
    ({ ctx, params }) => getPost(ctx, params.id),
  ),
  route(
    {
      method: 'put',
      path: '/api/posts/{id}',
      tag: 'people',
      summary: 'Đổi tên, vai của chức vụ; hoặc bãi bỏ hẳn (closed)',
      scope: 'people:write',
      params: uuidParams,
      body: PostChange,
      response: Post,
      problems: [
        'post.notFound',
        'post.closed',
        'post.conflict',
        'post.actedIn',
        'people.ownRightsForbidden',
        'people.lastAdministrator',
        'people.notPassedOn',
      ],
    },
    ({ ctx, params, body }) => changePost(ctx, { postId: params.id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/posts/{id}/handover',
      tag: 'people',
      summary: 'Bàn giao chức vụ cho người khác (null: để trống); việc đang làm đi theo chức vụ',
      scope: 'people:write',
      params: uuidParams,
      body: HandOverBody,
      response: HandedOver,
      problems: [
        'post.notFound',
        'post.closed',
        'post.conflict',
        'post.vacant',
        'post.unchanged',
        'people.ownRightsForbidden',
        'people.lastAdministrator',
        'people.notFound',
        'people.disabled',
        'people.notPassedOn',
      ],
    },
    ({ ctx, params, body }) => handOverPost(ctx, { postId: params.id, ...body }),
  ),
];
