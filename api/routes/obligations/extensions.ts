import { askExtension, decideExtension } from '#acts';
import { type Route, route } from '../../http/route.ts';
import { obligationParams, uuidParams } from '../shapes.ts';
import { DecidedExtension, DecisionBody, Extension, ExtensionBody } from './shapes.ts';

export const extensionRoutes: readonly Route[] = [
  route(
    {
      method: 'post',
      path: '/api/obligations/{id}/extensions',
      tag: 'obligations',
      summary: 'Xin gia hạn đến ngày, nêu lý do',
      scope: 'reports:write',
      params: obligationParams,
      body: ExtensionBody,
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
      body: DecisionBody,
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
