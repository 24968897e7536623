import {
  about,
  ADMIN,
  ALL,
  anywhere,
  AUDIT,
  campaign,
  DECIDE,
  DECIDED,
  DRAW,
  ENTER,
  EVERYWHERE,
  lists,
  node,
  obligation,
  READ_REPORT,
  REPORT,
  ROOT_ACTS,
  SIGN,
  START,
  SUBTREE,
  SYSTEM,
  TAKES_PART,
  type Expected,
} from './expected-row.ts';
import { PAPERWORK } from './expected-paperwork.ts';
import { RELATIONS } from './relations.ts';

export type { Expected, Outcome } from './expected-row.ts';
export { RELATIONS, type Relation } from './relations.ts';

/** The one table of who may: a route without a row fails the matrix. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /api/me': { ...anywhere(ALL, '/api/me') },
  'POST /api/me/capacity': {
    ...about(null, ALL, { ...EVERYWHERE })(() => '/api/me/capacity'),
    body: (s) => ({ capacityId: s.ownPost }),
    // a system has no posts to choose from
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 404])),
  },
  'GET /api/units': anywhere(ALL, '/api/units?limit=1'),
  'GET /api/units/{id}': about('ward', ALL, EVERYWHERE)((s) => `/api/units/${s.units.ward}`),
  'GET /api/organisation': anywhere(ALL, '/api/organisation'),
  'POST /api/unit-imports/preview': {
    ...anywhere(ADMIN, '/api/unit-imports/preview'),
    body: () => ({ csv: 'id,name\n' }),
  },
  'POST /api/unit-imports': {
    ...anywhere(ADMIN, '/api/unit-imports'),
    body: () => ({ csv: 'id,name\n', previewHash: 'x' }),
  },
  'GET /api/calendars': anywhere(ALL, '/api/calendars'),
  'GET /api/calendars/{id}': anywhere(ALL, '/api/calendars/vn'),
  'POST /api/calendars/{id}/versions': {
    // working days of the whole state: of nobody who acts for a part of it
    ...about(
      null,
      ADMIN,
      Object.fromEntries(RELATIONS.map((relation) => [relation, 403])),
    )(() => '/api/calendars/vn/versions'),
    body: (s) => s.calendarChange,
  },

  'GET /api/definitions': lists(
    about('city', ALL, SUBTREE)(() => '/api/definitions?limit=200'),
    (s) => s.definition,
  ),
  'POST /api/definitions': {
    ...about('city', DRAW, { own: 'ok' })(() => '/api/definitions'),
    systems: SYSTEM,
    body: (s) => ({ definition: s.drawing(), ownerUnitId: s.units.city }),
  },
  'POST /api/definitions/validate': {
    ...anywhere(ALL, '/api/definitions/validate'),
    body: (s) => ({ definition: s.drawing() }),
  },
  'GET /api/definitions/{id}': about('city', ALL, SUBTREE)((s) => `/api/definitions/${s.definition}`),
  'PUT /api/definitions/{id}/draft': {
    ...about('city', DRAW, { own: 'ok', child: 403 })((s) => `/api/definitions/${s.definition}/draft`),
    systems: SYSTEM,
    body: async (s) => ({ definition: s.drawing(), expectedRevision: await s.revision('definition') }),
  },
  'POST /api/definitions/{id}/template': {
    ...about('city', DRAW, { own: 'ok', child: 403 })((s) => `/api/definitions/${s.definition}/template`),
    systems: SYSTEM,
    body: () => ({ template: false }),
  },
  'POST /api/definitions/{id}/versions': {
    ...about('city', DRAW, { own: 'ok', child: 403 })((s) => `/api/definitions/${s.definition}/versions`),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('definition') }),
  },
  'GET /api/definitions/{id}/versions': about(
    'city',
    ALL,
    SUBTREE,
  )((s) => `/api/definitions/${s.definition}/versions`),
  'GET /api/definitions/{id}/versions/{n}': about(
    'city',
    ALL,
    SUBTREE,
  )((s) => `/api/definitions/${s.definition}/versions/1`),

  'POST /api/campaigns/preview': {
    ...about('city', ALL, SUBTREE)(() => '/api/campaigns/preview'),
    body: (s) => s.startBody(),
  },
  'POST /api/campaigns': {
    ...about('city', START, { own: 'ok', child: 403 })(() => '/api/campaigns'),
    systems: SYSTEM,
    body: (s) => ({ ...s.startBody(), mode: 'rehearsal' }),
  },
  'GET /api/campaigns': lists(
    about('city', ALL, TAKES_PART)(() => '/api/campaigns?limit=200'),
    (s) => s.campaign,
  ),
  'GET /api/campaigns/{id}': about('city', ALL, TAKES_PART)(campaign('')),
  'GET /api/campaigns/{id}/tree': about('city', ALL, TAKES_PART)(campaign('/tree?period=once')),
  'GET /api/campaigns/{id}/levels': about('city', ALL, TAKES_PART)(campaign('/levels?period=once')),
  'GET /api/campaigns/{id}/state': about('city', ALL, SUBTREE)(campaign('/state')),
  'GET /api/campaigns/{id}/events': about('city', ALL, TAKES_PART)(campaign('/events')),
  'GET /api/campaigns/{id}/stream': about('city', ALL, TAKES_PART)(campaign('/stream')),
  'POST /api/campaigns/{id}/clock': {
    ...about('city', START, ROOT_ACTS)(campaign('/clock')),
    systems: SYSTEM,
    body: () => ({ to: '2024-11-20T01:00:00.000Z' }),
  },
  'POST /api/campaigns/{id}/stand-in': {
    ...about('city', START, ROOT_ACTS)(campaign('/stand-in')),
    systems: SYSTEM,
    body: () => ({ by: '2024-11-20T01:00:00.000Z', share: 0 }),
  },
  'POST /api/campaigns/{id}/events': {
    ...about('city', START, ROOT_ACTS)(campaign('/events')),
    systems: SYSTEM,
    body: () => ({ event: 'no-such-event', date: '2024-12-01' }),
  },
  'POST /api/campaigns/{id}/periods/{period}/units/{unitId}/dissemination': {
    ...about('city', DECIDE, { own: 'ok', child: 403 })(node('city', 'dissemination')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'POST /api/campaigns/{id}/close': {
    ...about('city', START, ROOT_ACTS)((s) => `/api/campaigns/${s.campaign}/close`),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 1_000_000 }),
  },
  'POST /api/campaigns/{id}/cancel': {
    ...about('city', START, ROOT_ACTS)((s) => `/api/campaigns/${s.campaign}/cancel`),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 1_000_000 }),
  },

  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations': about(
    'office',
    ALL,
    SUBTREE,
  )(node('office', 'consolidations')),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}': about(
    'office',
    ALL,
    SUBTREE,
  )(node('office', 'consolidations/1')),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/provisional': about(
    'office',
    ALL,
    SUBTREE,
  )(node('office', 'provisional')),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/cells/{report}/{indicator}': about(
    'office',
    ALL,
    SUBTREE,
  )((s) => node('office', `cells/${s.report}/so-bang-ron`)(s)),
  'POST /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}/signature': {
    ...about('office', SIGN, { own: 'ok', child: 403 })(node('office', 'consolidations/1/signature')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/table': about(
    'office',
    ALL,
    SUBTREE,
  )(node('office', 'table')),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/narrative/{report}/{section}': about(
    'office',
    ALL,
    SUBTREE,
  )((s) => node('office', `narrative/${s.report}/${s.section}`)(s)),
  'PUT /api/campaigns/{id}/periods/{period}/units/{unitId}/narrative/{report}/{section}': {
    ...about('office', DECIDE, { own: 'ok', child: 403 })((s) =>
      node('office', `narrative/${s.report}/${s.section}`)(s),
    ),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 0, paragraphs: [] }),
  },

  'GET /api/obligations': lists(
    about('ward', ALL, READ_REPORT)((s) => `/api/obligations?limit=200&campaign=${s.campaign}`),
    (s) => s.obligation,
  ),
  'GET /api/obligations/{id}': about('ward', ALL, READ_REPORT)(obligation('')),
  'GET /api/obligations/{id}/surroundings': about('ward', ALL, READ_REPORT)(obligation('/surroundings')),
  'GET /api/obligations/{id}/extension-slack': about(
    'ward',
    ALL,
    READ_REPORT,
  )(obligation('/extension-slack')),
  'GET /api/obligations/{id}/reports': about('ward', ALL, READ_REPORT)(obligation('/reports')),
  'GET /api/obligations/{id}/reports/{no}': about('ward', ALL, READ_REPORT)(obligation('/reports/1')),
  'GET /api/obligations/{id}/draft': {
    ...about('ward', REPORT, ENTER)(obligation('/draft')),
    systems: SYSTEM,
  },
  'PUT /api/obligations/{id}/draft': {
    ...about('ward', REPORT, ENTER)(obligation('/draft')),
    systems: SYSTEM,
    body: () => ({ note: 'x', basedOn: 1 }),
  },
  'POST /api/obligations/{id}/acknowledgement': {
    ...about('ward', REPORT, ENTER)(obligation('/acknowledgement')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'POST /api/obligations/{id}/reports': {
    ...about('ward', REPORT, ENTER)(obligation('/reports')),
    systems: SYSTEM,
    body: (s) => s.reportBody,
  },
  'POST /api/obligations/{id}/reports/{no}/acceptance': {
    ...about('ward', DECIDE, DECIDED)(obligation('/reports/1/acceptance')),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('obligation') }),
  },
  'POST /api/obligations/{id}/reports/{no}/return': {
    ...about('ward', DECIDE, DECIDED)(obligation('/reports/1/return')),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('obligation'), reason: 'x', reworkDueAt: null }),
  },
  'POST /api/obligations/{id}/reports/{no}/receipts': {
    ...about('ward', DECIDE, { own: 422, child: 422, collected: 'ok' })(obligation('/reports/1/receipts')),
    body: () => ({}),
  },
  'POST /api/obligations/{id}/attachments': {
    ...about('ward', REPORT, ENTER)(obligation('/attachments')),
    systems: SYSTEM,
    body: (s) => s.upload(),
  },
  'GET /api/attachments/{id}': about('ward', ALL, READ_REPORT)((s) => `/api/attachments/${s.attachment}`),
  'POST /api/obligations/{id}/extensions': {
    ...about('ward', REPORT, ENTER)(obligation('/extensions')),
    systems: SYSTEM,
    body: () => ({ date: '2024-12-31', reason: 'x' }),
  },
  'POST /api/extensions/{id}/decision': {
    ...about('ward', DECIDE, DECIDED)((s) => `/api/extensions/${s.extension}/decision`),
    systems: SYSTEM,
    body: async (s) => ({
      decision: 'refuse',
      reason: 'x',
      expectedRevision: await s.revision('obligation'),
    }),
  },
  'POST /api/obligations/{id}/reminders': {
    ...about('ward', DECIDE, { own: 403, child: 'ok', collected: 'ok' })(obligation('/reminders')),
    body: () => ({}),
  },

  'GET /api/notices': lists(
    about('ward', ALL, SUBTREE)((s) => `/api/notices?limit=200&campaign=${s.campaign}`),
    (s) => `"unitId":"${s.units.ward}"`,
  ),
  'GET /api/notices/unseen': anywhere(ALL, '/api/notices/unseen'),
  'PUT /api/notices/seen': {
    ...anywhere(ALL, '/api/notices/seen'),
    // seen by a person; a system looks at nothing
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 403])),
    body: () => ({ upTo: 0 }),
  },
  'GET /api/mails': lists(
    about('ward', ADMIN, SUBTREE)(() => '/api/mails?limit=200'),
    (s) => s.mail,
  ),
  'GET /api/actor-tasks': lists(
    about('ward', ALL, SUBTREE)((s) => `/api/actor-tasks?limit=200&campaign=${s.campaign}`),
    (s) => s.actorTask,
  ),
  'GET /api/actor-tasks/{id}': about('ward', ALL, SUBTREE)((s) => `/api/actor-tasks/${s.actorTask}`),
  'POST /api/actor-tasks/{id}/acknowledgement': {
    ...about('ward', REPORT, { own: 'ok', child: 403 })(
      (s) => `/api/actor-tasks/${s.actorTask}/acknowledgement`,
    ),
    systems: SYSTEM,
    body: () => ({}),
  },

  'GET /api/audit': lists(
    about('ward', AUDIT, SUBTREE)(() => '/api/audit?limit=200'),
    (s) => `"unitId":"${s.units.ward}"`,
  ),
  'GET /api/audit/export': lists(
    about('ward', AUDIT, SUBTREE)(() => '/api/audit/export'),
    (s) => s.auditMark,
  ),
  'GET /api/audit/verification': anywhere(AUDIT, '/api/audit/verification'),
  'POST /api/audit/verification': {
    ...anywhere(AUDIT, '/api/audit/verification'),
    body: () => ({ heads: [] }),
  },

  'GET /api/campaigns/{id}/board': about('city', ALL, TAKES_PART)(campaign('/board?period=once')),
  'GET /api/campaigns/{id}/board/units': about(
    'city',
    ALL,
    TAKES_PART,
  )(campaign('/board/units?period=once&figure=expected')),
  'GET /api/campaigns/{id}/board/export': about(
    'city',
    ALL,
    TAKES_PART,
  )(campaign('/board/export?period=once&figure=expected')),
  'GET /api/campaigns/{id}/timeline': about('city', ALL, TAKES_PART)(campaign('/timeline')),
  'GET /api/search': lists(
    about('city', ALL, TAKES_PART)((s) => `/api/search?q=${encodeURIComponent(s.title)}`),
    (s) => s.campaign,
  ),

  'GET /api/tasks': lists(
    {
      ...about('ward', ALL, { own: 'ok' })((s) => `/api/tasks?limit=200&campaign=${s.campaign}`),
      systems: { own: 'ok' },
    },
    (s) => s.taskSubject,
  ),
  'GET /api/tasks/counts': anywhere(ALL, '/api/tasks/counts'),
  'PUT /api/tasks/{subject}/work': {
    ...about('ward', REPORT, { own: 'ok' })((s) => `/api/tasks/${encodeURIComponent(s.taskSubject)}/work`),
    // people share the work of their unit; systems have no hands
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 422])),
    body: () => ({ act: 'claim', expectedRevision: null }),
  },
  'POST /api/bulk': {
    ...anywhere(REPORT, '/api/bulk'),
    body: (s) => ({ act: 'remind', items: [{ obligationId: s.obligation }] }),
  },
  'GET /api/units/{id}/people': about('ward', ALL, SUBTREE)((s) => `/api/units/${s.units.ward}/people`),
  'GET /api/filters': anywhere(ALL, '/api/filters'),
  'POST /api/filters': {
    ...anywhere(ALL, '/api/filters'),
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 422])),
    body: (s) => ({ name: s.unique(), query: {} }),
  },
  // of one person; a filter of somebody else is not there, whoever asks
  'DELETE /api/filters/{id}': about('ward', ALL, {})((s) => `/api/filters/${s.filter}`),

  ...PAPERWORK,
};
