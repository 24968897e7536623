import { z } from 'zod';
import { campaignLevels, campaignTree, canonicalState, declareEvent, disseminate } from '#acts';
import { CivilDate, Key, UnitId, Value } from '#model';
import { ok } from '#model/problem';
import { page } from '../../http/lists.ts';
import { type Route, route } from '../../http/route.ts';
import { Status } from '../obligations/shapes.ts';
import { day, instant, many, maybe } from '../shapes.ts';
import { campaignParams as params, nodeParams } from './shapes.ts';
import { CampaignTree, LevelCount } from './tree-shapes.ts';
import { wholeList } from '../../http/shapes.ts';

const Version = z.strictObject({
  no: z.int(),
  kind: z.string(),
  late: z.boolean(),
  state: z.string(),
  values: z.record(z.string(), Value),
  receivedAt: maybe(instant),
});
const CanonicalState = z.strictObject({
  status: z.enum(['running', 'closed', 'cancelled']),
  obligations: many(
    z.strictObject({
      period: z.string(),
      seq: z.int(),
      unit: z.string(),
      status: Status,
      done: z.boolean(),
      timeliness: z.enum(['inTime', 'overdue', 'noDeadline']),
      due: maybe(instant),
      acceptedVersion: maybe(z.int()),
      versions: many(Version),
      notices: many(z.strictObject({ kind: z.string(), at: instant })),
    }),
  ),
  consolidations: many(
    z.strictObject({
      period: z.string(),
      unit: z.string(),
      revision: z.int(),
      state: z.enum(['draft', 'signed']),
      totals: z.record(z.string(), z.record(z.string(), maybe(Value))),
      owed: z.int(),
      accepted: z.int(),
      missing: many(z.string()),
    }),
  ),
  windowEnds: many(
    z.strictObject({
      period: z.string(),
      unit: z.string(),
      by: z.string(),
      at: instant,
      tasks: many(z.string()),
    }),
  ),
});

const Declared = z.strictObject({
  event: z.string(),
  unitId: z.string(),
  date: day,
  declaredAt: instant,
  declaredBy: z.string(),
});

export const treeRoutes: readonly Route[] = [
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/tree',
      tag: 'campaigns',
      summary:
        'Cây thực hiện của một kỳ: trạng thái, hạn, số tổng hợp; chiến dịch lớn thì theo từng đơn vị cha',
      scope: 'read',
      params,
      query: z.strictObject({ period: z.string().max(60), parent: UnitId.optional(), ...page }),
      response: CampaignTree,
      problems: ['campaign.notFound', 'period.notFound', 'api.badCursor'],
    },
    ({ ctx, params: { id }, query: { period, parent, ...rest } }) =>
      campaignTree(ctx, { campaignId: id, periodKey: period, parentUnitId: parent, ...rest }),
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/levels',
      tag: 'campaigns',
      summary: 'Số đếm theo từng cấp của bản vẽ trong một kỳ',
      scope: 'read',
      params,
      query: z.strictObject({ period: z.string().max(60) }),
      response: wholeList(LevelCount),
      problems: ['campaign.notFound', 'period.notFound'],
    },
    async ({ ctx, params: { id }, query }) => {
      const levels = await campaignLevels(ctx, id, query.period);
      return levels.ok ? ok({ items: levels.value }) : levels;
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/campaigns/{id}/state',
      tag: 'campaigns',
      summary: 'Trạng thái chuẩn hóa của cả chiến dịch, so được với bộ mô phỏng',
      scope: 'read',
      params,
      response: CanonicalState,
      problems: ['campaign.notFound'],
    },
    ({ ctx, params: { id } }) => canonicalState(ctx, id),
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/events',
      tag: 'campaigns',
      summary:
        'Công bố một sự kiện đã xảy ra (hoặc dời ngày): báo cáo có điều kiện thành phải nộp, hạn theo sự kiện được tính lại',
      scope: 'campaigns:write',
      params,
      body: z.strictObject({ event: Key, date: CivilDate, unitId: UnitId.optional() }),
      response: wholeList(Declared),
      status: 201,
      problems: ['campaign.notFound', 'campaign.eventUnknown', 'campaign.notRunning'],
    },
    async ({ ctx, params: { id }, body }) => {
      const declared = await declareEvent(ctx, { campaignId: id, ...body });
      return declared.ok ? ok({ items: declared.value }) : declared;
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/campaigns/{id}/periods/{period}/units/{unitId}/dissemination',
      tag: 'campaigns',
      summary: 'Đơn vị triển khai xuống cấp dưới bằng văn bản của mình, có thể thêm nhiệm vụ',
      scope: 'reports:decide',
      params: nodeParams,
      body: z.strictObject({
        letter: z
          .strictObject({
            codeNumber: z
              .string()
              .regex(/^\d{1,11}$/)
              .optional(),
            codeNotation: z.string().min(1).max(30).optional(),
            issuedDate: CivilDate.optional(),
            subject: z.string().max(500).optional(),
          })
          .optional(),
        addedTasks: z.array(z.string().trim().min(1).max(4000)).max(50).optional(),
      }),
      response: z.strictObject({ obligations: z.int(), actorTasks: z.int() }),
      status: 201,
      problems: ['dissemination.notFound', 'dissemination.alreadyDone', 'dissemination.notReceived'],
    },
    ({ ctx, params: { id, period, unitId }, body: { letter, addedTasks } }) =>
      disseminate(ctx, { campaignId: id, periodKey: period, unitId, letter: defined(letter), addedTasks }),
  ),
];

/** The act's letter has no key without a value. */
function defined<T extends object>(
  letter: T | undefined,
): { [K in keyof T]: Exclude<T[K], undefined> } | undefined {
  if (letter === undefined) return undefined;
  // only pairs whose value is there are left
  return Object.fromEntries(Object.entries(letter).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
