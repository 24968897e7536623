import { z } from 'zod';
import { delegate, endDelegation, listDelegations, listSubstitutes } from '#acts';
import { page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { listOf, wholeList } from '../../http/shapes.ts';
import { uuidParams } from '../shapes.ts';
import { Delegation, DelegationBody, Substitute } from './shapes.ts';

/** Absence with a substitute, and delegation of part of the work: for everybody's own posts. */
export const delegationRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/delegations',
      tag: 'people',
      summary: 'Vắng mặt và ủy quyền: của tôi (mine), hoặc của các đơn vị tôi quản trị (unit)',
      scope: 'read',
      query: z.strictObject({ of: z.enum(['mine', 'unit']).default('mine'), ...page }),
      response: listOf(Delegation),
      problems: ['api.badCursor'],
    },
    ({ ctx, query }) => listDelegations(ctx, query),
  ),
  route(
    {
      method: 'post',
      path: '/api/delegations',
      tag: 'people',
      summary: 'Giao người thay khi vắng mặt (toàn bộ chức vụ), hoặc ủy quyền một phần việc',
      scope: 'read',
      body: DelegationBody,
      response: Delegation,
      status: 201,
      problems: [
        'post.notFound',
        'post.vacant',
        'people.notPassedOn',
        'delegation.receiverNotFound',
        'delegation.pastDate',
        'delegation.periodReversed',
        'delegation.tooLong',
        'delegation.scopesNeeded',
        'delegation.wholePost',
        'delegation.wider',
        'delegation.overlaps',
      ],
    },
    ({ ctx, body }) => delegate(ctx, body),
  ),
  route(
    {
      method: 'post',
      path: '/api/delegations/{id}/end',
      tag: 'people',
      summary: 'Kết thúc trước hạn: người giao, người nhận, hoặc người quản trị',
      scope: 'read',
      params: uuidParams,
      body: z.strictObject({}),
      response: Delegation,
      problems: ['delegation.notFound', 'delegation.over'],
    },
    ({ ctx, params }) => endDelegation(ctx, params.id),
  ),
  route(
    {
      method: 'get',
      path: '/api/posts/{id}/substitutes',
      tag: 'people',
      summary: 'Ai có thể thay người giữ chức vụ này, hoặc nhận một phần việc',
      scope: 'read',
      params: uuidParams,
      query: z.strictObject({ q: z.string().max(200).optional() }),
      response: wholeList(Substitute),
      problems: ['post.notFound', 'post.vacant'],
    },
    ({ ctx, params, query }) => listSubstitutes(ctx, { postId: params.id, q: query.q }),
  ),
];
