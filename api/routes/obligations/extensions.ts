import { z } from 'zod';
import { askExtension, decideExtension } from '#acts';
import { CivilDate, TimeOfDay } from '#model';
import { type Route, route } from '../../http/route.ts';
import { expectedRevision, obligationParams, uuidParams } from '../shapes.ts';
import { DecidedExtension, Extension } from './shapes.ts';

export const extensionRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/extensions',
      tag: 'obligations',
      summary: 'Xin gia hạn đến ngày, nêu lý do',
      scope: 'reports:write',
      params: obligationParams,
      body: z.strictObject({
        date: CivilDate,
        time: TimeOfDay.nullable().default(null),
        reason: z.string().max(4000),
        expectedRevision: expectedRevision.optional(),
      }),
      response: Extension,
      status: 201,
      problems: ['obligation.notFound', 'obligation.conflict', 'extension.alreadyAsked'],
    },
    ({ ctx, params: { id }, body }) => askExtension(ctx, { obligationId: id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/api/extensions/{id}/decision',
      tag: 'obligations',
      summary: 'Đồng ý, từ chối hoặc đề nghị ngày khác; vượt hạn của cấp trên thì phải nói rõ (beyondParent)',
      scope: 'reports:decide',
      params: uuidParams,
      body: z.strictObject({
        decision: z.enum(['grant', 'refuse', 'counter']),
        date: CivilDate.optional(),
        time: TimeOfDay.nullable().optional(),
        beyondParent: z.boolean().default(false),
        reason: z.string().max(4000).optional(),
        // of the obligation: whoever decides has seen what came in meanwhile
        expectedRevision,
      }),
      response: DecidedExtension,
      problems: [
        'extension.notFound',
        'extension.alreadyDecided',
        'extension.dateRequired',
        'obligation.conflict',
        'obligation.ownWorkForbidden',
      ],
    },
    ({ ctx, params: { id }, body }) => decideExtension(ctx, { extensionId: id, ...body }),
  ),
];
