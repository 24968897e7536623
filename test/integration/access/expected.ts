import type { Role } from '#model';
import type { Scene } from './matrix-scene.ts';

/**
 * Where the object lies, seen from the caller: of the own unit, of one below (`child`), of one above (`parent`),
 * beside it, and so on; `collected`: of a unit whose reports the caller's unit collects.
 */
export const RELATIONS = [
  'own',
  'child',
  'parent',
  'sibling',
  'collected',
  'otherProvince',
  'otherChain',
] as const;
export type Relation = (typeof RELATIONS)[number];
/** `ok`: let through, whatever the object's state then says (409, 422); 422: nobody's to do in this scene. */
export type Outcome = 'ok' | 403 | 404 | 422;

export interface Expected {
  /** Whose object it is; null: the route names none. */
  readonly of: 'ward' | 'office' | 'city' | null;
  /** Roles that may at all; others get 403 wherever the object lies, or what `others` says. */
  readonly roles: readonly Role[];
  readonly others?: Outcome;
  /** One role to whom something else is said at these places. */
  readonly except?: Readonly<Partial<Record<Role, Partial<Record<Relation, Outcome>>>>>;
  /** For people of these roles; 404 where nothing is said. */
  readonly on: Partial<Readonly<Record<Relation, Outcome>>>;
  /** For systems with every scope, where it differs: they act for the whole of their subtree. */
  readonly systems?: Partial<Readonly<Record<Relation, Outcome>>>;
  readonly url: (scene: Scene) => string;
  readonly body?: (scene: Scene) => unknown;
  /** A list: its answer names this where the relation says `ok`, and nowhere else. */
  readonly names?: (scene: Scene) => string;
}

const ALL: readonly Role[] = ['clerk', 'officer', 'leader', 'designer', 'administrator', 'auditor'];
const REPORT: readonly Role[] = ['clerk', 'officer', 'leader'];
const DECIDE: readonly Role[] = ['officer', 'leader'];
const START: readonly Role[] = ['leader', 'designer'];
const SIGN: readonly Role[] = ['leader'];
const DRAW: readonly Role[] = ['designer'];
const ADMIN: readonly Role[] = ['administrator'];
const CLERK: readonly Role[] = ['clerk'];
const LETTERHEAD: readonly Role[] = ['clerk', 'leader'];
const AUDIT: readonly Role[] = ['administrator', 'auditor'];

const EVERYWHERE = {
  own: 'ok',
  child: 'ok',
  parent: 'ok',
  sibling: 'ok',
  collected: 'ok',
  otherProvince: 'ok',
  otherChain: 'ok',
} as const;
/** Readable from above and by the collector; entering is the unit's own, deciding the collector's. */
const READ_REPORT = { own: 'ok', child: 'ok', collected: 'ok' } as const;
const ENTER = { own: 'ok', child: 403, collected: 403 } as const;
const DECIDED = { own: 403, child: 403, collected: 'ok' } as const;
const SUBTREE = { own: 'ok', child: 'ok' } as const;
const SYSTEM = { child: 'ok' } as const;
/** Whoever takes part sees the letter itself, and of its progress the own part. */
const TAKES_PART = { own: 'ok', child: 'ok', parent: 'ok', otherChain: 'ok', collected: 'ok' } as const;
const ROOT_ACTS = { own: 'ok', child: 403, parent: 403, otherChain: 403, collected: 403 } as const;

const about = (of: Expected['of'], roles: readonly Role[], on: Expected['on'], url: Expected['url']) => ({
  of,
  roles,
  on,
  url,
});
const anywhere = (roles: readonly Role[], url: string) => about(null, roles, EVERYWHERE, () => url);

const obligation = (rest: string) => (s: Scene) => `/api/obligations/${s.obligation}${rest}`;
const campaign = (rest: string) => (s: Scene) => `/api/campaigns/${s.campaign}${rest}`;
const node = (unit: 'office' | 'city', rest: string) => (s: Scene) =>
  `/api/campaigns/${s.campaign}/periods/once/units/${s.units[unit]}/${rest}`;
const papers = (url: string): Expected => ({
  ...about('ward', ALL, { own: 'ok', child: 403 }, (s) => `${url}unit=${s.units.ward}`),
  systems: SYSTEM,
});
/** Officers see the house's letterhead and do not change it; of another house they see nothing. */
const HOUSE_OFFICER = {
  officer: { parent: 404, sibling: 404, collected: 404, otherProvince: 404, otherChain: 404 },
} as const;
/** A draft: its own house's alone. */
const letter = (roles: readonly Role[], rest: string): Expected => ({
  ...about('city', roles, { own: 'ok' }, (s) => `/api/letters/${s.letter}${rest}`),
  systems: SYSTEM,
});
/** A revision that cannot be: 409 says that the caller was let through, and the scene outlives the question. */
const STALE = () => ({ expectedRevision: 1_000_000 });
const lists = (row: Expected, names: NonNullable<Expected['names']>): Expected => ({ ...row, names });

/** The one table of who may: a route without a row fails the matrix. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
  'GET /api/me': { ...anywhere(ALL, '/api/me') },
  'POST /api/me/capacity': {
    ...about(null, ALL, { ...EVERYWHERE }, () => '/api/me/capacity'),
    body: (s) => ({ capacityId: s.ownPost }),
    // a system has no posts to choose from
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 404])),
  },
  'GET /api/units': anywhere(ALL, '/api/units?limit=1'),
  'GET /api/units/{id}': about('ward', ALL, EVERYWHERE, (s) => `/api/units/${s.units.ward}`),
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
      () => '/api/calendars/vn/versions',
    ),
    body: (s) => s.calendarChange,
  },

  'GET /api/definitions': lists(
    about('city', ALL, SUBTREE, () => '/api/definitions?limit=200'),
    (s) => s.definition,
  ),
  'POST /api/definitions': {
    ...about('city', DRAW, { own: 'ok' }, () => '/api/definitions'),
    systems: SYSTEM,
    body: (s) => ({ definition: s.drawing(), ownerUnitId: s.units.city }),
  },
  'POST /api/definitions/validate': {
    ...anywhere(ALL, '/api/definitions/validate'),
    body: (s) => ({ definition: s.drawing() }),
  },
  'GET /api/definitions/{id}': about('city', ALL, SUBTREE, (s) => `/api/definitions/${s.definition}`),
  'PUT /api/definitions/{id}/draft': {
    ...about('city', DRAW, { own: 'ok', child: 403 }, (s) => `/api/definitions/${s.definition}/draft`),
    systems: SYSTEM,
    body: async (s) => ({ definition: s.drawing(), expectedRevision: await s.revision('definition') }),
  },
  'POST /api/definitions/{id}/template': {
    ...about('city', DRAW, { own: 'ok', child: 403 }, (s) => `/api/definitions/${s.definition}/template`),
    systems: SYSTEM,
    body: () => ({ template: false }),
  },
  'POST /api/definitions/{id}/versions': {
    ...about('city', DRAW, { own: 'ok', child: 403 }, (s) => `/api/definitions/${s.definition}/versions`),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('definition') }),
  },
  'GET /api/definitions/{id}/versions': about(
    'city',
    ALL,
    SUBTREE,
    (s) => `/api/definitions/${s.definition}/versions`,
  ),
  'GET /api/definitions/{id}/versions/{n}': about(
    'city',
    ALL,
    SUBTREE,
    (s) => `/api/definitions/${s.definition}/versions/1`,
  ),

  'POST /api/campaigns/preview': {
    ...about('city', ALL, SUBTREE, () => '/api/campaigns/preview'),
    body: (s) => s.startBody(),
  },
  'POST /api/campaigns': {
    ...about('city', START, { own: 'ok', child: 403 }, () => '/api/campaigns'),
    systems: SYSTEM,
    body: (s) => ({ ...s.startBody(), mode: 'rehearsal' }),
  },
  'GET /api/campaigns': lists(
    about('city', ALL, TAKES_PART, () => '/api/campaigns?limit=200'),
    (s) => s.campaign,
  ),
  'GET /api/campaigns/{id}': about('city', ALL, TAKES_PART, campaign('')),
  'GET /api/campaigns/{id}/tree': about('city', ALL, TAKES_PART, campaign('/tree?period=once')),
  'GET /api/campaigns/{id}/levels': about('city', ALL, TAKES_PART, campaign('/levels?period=once')),
  'GET /api/campaigns/{id}/state': about('city', ALL, SUBTREE, campaign('/state')),
  'GET /api/campaigns/{id}/events': about('city', ALL, TAKES_PART, campaign('/events')),
  'GET /api/campaigns/{id}/stream': about('city', ALL, TAKES_PART, campaign('/stream')),
  'POST /api/campaigns/{id}/clock': {
    ...about('city', START, ROOT_ACTS, campaign('/clock')),
    systems: SYSTEM,
    body: () => ({ to: '2024-11-20T01:00:00.000Z' }),
  },
  'POST /api/campaigns/{id}/stand-in': {
    ...about('city', START, ROOT_ACTS, campaign('/stand-in')),
    systems: SYSTEM,
    body: () => ({ by: '2024-11-20T01:00:00.000Z', share: 0 }),
  },
  'POST /api/campaigns/{id}/events': {
    ...about('city', START, ROOT_ACTS, campaign('/events')),
    systems: SYSTEM,
    body: () => ({ event: 'no-such-event', date: '2024-12-01' }),
  },
  'POST /api/campaigns/{id}/periods/{period}/units/{unitId}/dissemination': {
    ...about('city', DECIDE, { own: 'ok', child: 403 }, node('city', 'dissemination')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'POST /api/campaigns/{id}/close': {
    ...about('city', START, ROOT_ACTS, (s) => `/api/campaigns/${s.campaign}/close`),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 1_000_000 }),
  },
  'POST /api/campaigns/{id}/cancel': {
    ...about('city', START, ROOT_ACTS, (s) => `/api/campaigns/${s.campaign}/cancel`),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 1_000_000 }),
  },

  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations': about(
    'office',
    ALL,
    SUBTREE,
    node('office', 'consolidations'),
  ),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}': about(
    'office',
    ALL,
    SUBTREE,
    node('office', 'consolidations/1'),
  ),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/provisional': about(
    'office',
    ALL,
    SUBTREE,
    node('office', 'provisional'),
  ),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/cells/{report}/{indicator}': about(
    'office',
    ALL,
    SUBTREE,
    (s) => node('office', `cells/${s.report}/so-bang-ron`)(s),
  ),
  'POST /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}/signature': {
    ...about('office', SIGN, { own: 'ok', child: 403 }, node('office', 'consolidations/1/signature')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/table': about(
    'office',
    ALL,
    SUBTREE,
    node('office', 'table'),
  ),
  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/narrative/{report}/{section}': about(
    'office',
    ALL,
    SUBTREE,
    (s) => node('office', `narrative/${s.report}/${s.section}`)(s),
  ),
  'PUT /api/campaigns/{id}/periods/{period}/units/{unitId}/narrative/{report}/{section}': {
    ...about('office', DECIDE, { own: 'ok', child: 403 }, (s) =>
      node('office', `narrative/${s.report}/${s.section}`)(s),
    ),
    systems: SYSTEM,
    body: () => ({ expectedRevision: 0, paragraphs: [] }),
  },

  'GET /api/obligations': lists(
    about('ward', ALL, READ_REPORT, (s) => `/api/obligations?limit=200&campaign=${s.campaign}`),
    (s) => s.obligation,
  ),
  'GET /api/obligations/{id}': about('ward', ALL, READ_REPORT, obligation('')),
  'GET /api/obligations/{id}/surroundings': about('ward', ALL, READ_REPORT, obligation('/surroundings')),
  'GET /api/obligations/{id}/extension-slack': about(
    'ward',
    ALL,
    READ_REPORT,
    obligation('/extension-slack'),
  ),
  'GET /api/obligations/{id}/reports': about('ward', ALL, READ_REPORT, obligation('/reports')),
  'GET /api/obligations/{id}/reports/{no}': about('ward', ALL, READ_REPORT, obligation('/reports/1')),
  'GET /api/obligations/{id}/draft': {
    ...about('ward', REPORT, ENTER, obligation('/draft')),
    systems: SYSTEM,
  },
  'PUT /api/obligations/{id}/draft': {
    ...about('ward', REPORT, ENTER, obligation('/draft')),
    systems: SYSTEM,
    body: () => ({ note: 'x', basedOn: 1 }),
  },
  'POST /api/obligations/{id}/acknowledgement': {
    ...about('ward', REPORT, ENTER, obligation('/acknowledgement')),
    systems: SYSTEM,
    body: () => ({}),
  },
  'POST /api/obligations/{id}/reports': {
    ...about('ward', REPORT, ENTER, obligation('/reports')),
    systems: SYSTEM,
    body: (s) => s.reportBody,
  },
  'POST /api/obligations/{id}/reports/{no}/acceptance': {
    ...about('ward', DECIDE, DECIDED, obligation('/reports/1/acceptance')),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('obligation') }),
  },
  'POST /api/obligations/{id}/reports/{no}/return': {
    ...about('ward', DECIDE, DECIDED, obligation('/reports/1/return')),
    systems: SYSTEM,
    body: async (s) => ({ expectedRevision: await s.revision('obligation'), reason: 'x', reworkDueAt: null }),
  },
  'POST /api/obligations/{id}/reports/{no}/receipts': {
    ...about('ward', DECIDE, { own: 422, child: 422, collected: 'ok' }, obligation('/reports/1/receipts')),
    body: () => ({}),
  },
  'POST /api/obligations/{id}/attachments': {
    ...about('ward', REPORT, ENTER, obligation('/attachments')),
    systems: SYSTEM,
    body: (s) => s.upload(),
  },
  'GET /api/attachments/{id}': about('ward', ALL, READ_REPORT, (s) => `/api/attachments/${s.attachment}`),
  'POST /api/obligations/{id}/extensions': {
    ...about('ward', REPORT, ENTER, obligation('/extensions')),
    systems: SYSTEM,
    body: () => ({ date: '2024-12-31', reason: 'x' }),
  },
  'POST /api/extensions/{id}/decision': {
    ...about('ward', DECIDE, DECIDED, (s) => `/api/extensions/${s.extension}/decision`),
    systems: SYSTEM,
    body: async (s) => ({
      decision: 'refuse',
      reason: 'x',
      expectedRevision: await s.revision('obligation'),
    }),
  },
  'POST /api/obligations/{id}/reminders': {
    ...about('ward', DECIDE, { own: 403, child: 'ok', collected: 'ok' }, obligation('/reminders')),
    body: () => ({}),
  },

  'GET /api/notices': lists(
    about('ward', ALL, SUBTREE, (s) => `/api/notices?limit=200&campaign=${s.campaign}`),
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
    about('ward', ADMIN, SUBTREE, () => '/api/mails?limit=200'),
    (s) => s.mail,
  ),
  'GET /api/actor-tasks': lists(
    about('ward', ALL, SUBTREE, (s) => `/api/actor-tasks?limit=200&campaign=${s.campaign}`),
    (s) => s.actorTask,
  ),
  'GET /api/actor-tasks/{id}': about('ward', ALL, SUBTREE, (s) => `/api/actor-tasks/${s.actorTask}`),
  'POST /api/actor-tasks/{id}/acknowledgement': {
    ...about(
      'ward',
      REPORT,
      { own: 'ok', child: 403 },
      (s) => `/api/actor-tasks/${s.actorTask}/acknowledgement`,
    ),
    systems: SYSTEM,
    body: () => ({}),
  },

  'GET /api/audit': lists(
    about('ward', AUDIT, SUBTREE, () => '/api/audit?limit=200'),
    (s) => `"unitId":"${s.units.ward}"`,
  ),
  'GET /api/audit/export': lists(
    about('ward', AUDIT, SUBTREE, () => '/api/audit/export'),
    (s) => s.auditMark,
  ),
  'GET /api/audit/verification': anywhere(AUDIT, '/api/audit/verification'),
  'POST /api/audit/verification': {
    ...anywhere(AUDIT, '/api/audit/verification'),
    body: () => ({ heads: [] }),
  },

  'GET /api/campaigns/{id}/board': about('city', ALL, TAKES_PART, campaign('/board?period=once')),
  'GET /api/campaigns/{id}/board/units': about(
    'city',
    ALL,
    TAKES_PART,
    campaign('/board/units?period=once&figure=expected'),
  ),
  'GET /api/campaigns/{id}/board/export': about(
    'city',
    ALL,
    TAKES_PART,
    campaign('/board/export?period=once&figure=expected'),
  ),
  'GET /api/campaigns/{id}/timeline': about('city', ALL, TAKES_PART, campaign('/timeline')),
  'GET /api/search': lists(
    about('city', ALL, TAKES_PART, (s) => `/api/search?q=${encodeURIComponent(s.title)}`),
    (s) => s.campaign,
  ),

  'GET /api/tasks': lists(
    {
      ...about('ward', ALL, { own: 'ok' }, (s) => `/api/tasks?limit=200&campaign=${s.campaign}`),
      systems: { own: 'ok' },
    },
    (s) => s.taskSubject,
  ),
  'GET /api/tasks/counts': anywhere(ALL, '/api/tasks/counts'),
  'PUT /api/tasks/{subject}/work': {
    ...about('ward', REPORT, { own: 'ok' }, (s) => `/api/tasks/${encodeURIComponent(s.taskSubject)}/work`),
    // people share the work of their unit; systems have no hands
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 422])),
    body: () => ({ act: 'claim', expectedRevision: null }),
  },
  'POST /api/bulk': {
    ...anywhere(REPORT, '/api/bulk'),
    body: (s) => ({ act: 'remind', items: [{ obligationId: s.obligation }] }),
  },
  'GET /api/units/{id}/people': about('ward', ALL, SUBTREE, (s) => `/api/units/${s.units.ward}/people`),
  'GET /api/filters': anywhere(ALL, '/api/filters'),
  'POST /api/filters': {
    ...anywhere(ALL, '/api/filters'),
    systems: Object.fromEntries(RELATIONS.map((relation) => [relation, 422])),
    body: (s) => ({ name: s.unique(), query: {} }),
  },
  // of one person; a filter of somebody else is not there, whoever asks
  'DELETE /api/filters/{id}': about('ward', ALL, {}, (s) => `/api/filters/${s.filter}`),

  'GET /api/people': lists(
    about('ward', ADMIN, SUBTREE, (s) => `/api/people?limit=200&unit=${s.units.ward}`),
    (s) => s.person,
  ),
  'POST /api/people': {
    ...about('ward', ADMIN, SUBTREE, () => '/api/people'),
    body: (s) => ({
      subject: null,
      name: 'Ví dụ: x',
      email: null,
      post: { unitId: s.units.ward, title: '', roles: ['clerk'] },
    }),
  },
  'PUT /api/people/{id}': {
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/people/${s.person}`),
    body: () => ({ name: 'Ví dụ: x', email: null, disabled: false, expectedRevision: 1 }),
  },
  'GET /api/posts': lists(
    about('ward', ADMIN, SUBTREE, (s) => `/api/posts?limit=200&unit=${s.units.ward}`),
    (s) => s.post,
  ),
  'POST /api/posts': {
    ...about('ward', ADMIN, SUBTREE, () => '/api/posts'),
    body: (s) => ({ unitId: s.units.ward, title: '', roles: ['clerk'] }),
  },
  'GET /api/posts/{id}': about('ward', ADMIN, SUBTREE, (s) => `/api/posts/${s.post}`),
  'PUT /api/posts/{id}': {
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/posts/${s.post}`),
    body: () => ({ title: 'x', roles: ['clerk'], closed: false, expectedRevision: 1 }),
  },
  'POST /api/posts/{id}/handover': {
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/posts/${s.post}/handover`),
    body: () => ({ toPersonId: null, reason: 'x', expectedRevision: 1_000_000 }),
  },
  'GET /api/posts/{id}/substitutes': {
    others: 404,
    // of one's own post, or for the administrator
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/posts/${s.post}/substitutes`),
  },
  'GET /api/delegations': lists(
    about('ward', ADMIN, SUBTREE, () => '/api/delegations?of=unit&limit=200'),
    (s) => s.delegation,
  ),
  'POST /api/delegations': {
    others: 404,
    ...about('ward', ADMIN, SUBTREE, () => '/api/delegations'),
    body: (s) => ({
      kind: 'absence',
      postId: s.post,
      toPersonId: 'vd-can-bo-duc-xuan',
      fromDate: '2099-01-01',
      toDate: '2099-01-02',
      scopes: null,
      reason: 'x',
    }),
  },
  'POST /api/delegations/{id}/end': {
    others: 404,
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/delegations/${s.delegation}/end`),
    body: () => ({}),
  },
  'GET /api/keys': lists(
    about('ward', ADMIN, SUBTREE, () => '/api/keys?limit=200'),
    (s) => s.key,
  ),
  'POST /api/keys': {
    ...about('ward', ADMIN, SUBTREE, () => '/api/keys'),
    body: (s) => ({ name: 'x', unitId: s.units.ward, scopes: ['read'] }),
  },
  'POST /api/keys/{id}/revocation': {
    ...about('ward', ADMIN, SUBTREE, (s) => `/api/keys/${s.key}/revocation`),
    body: () => ({}),
  },

  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}/export': about(
    'office',
    ALL,
    SUBTREE,
    node('office', 'consolidations/1/export?format=xlsx'),
  ),
  // papers of a house: from above one sees that it is there, and reads none of it
  'GET /api/incoming': papers('/api/incoming?'),
  'GET /api/incoming/waiting': papers('/api/incoming/waiting?'),
  'GET /api/incoming/export': papers('/api/incoming/export?'),
  'GET /api/outgoing': papers('/api/outgoing?'),
  'GET /api/outgoing/export': papers('/api/outgoing/export?'),
  'GET /api/incoming/{id}': {
    ...about('ward', ALL, { own: 'ok' }, (s) => `/api/incoming/${s.incoming}`),
    systems: SYSTEM,
  },
  'POST /api/incoming': {
    ...about('ward', CLERK, { own: 'ok', child: 403 }, () => '/api/incoming'),
    systems: SYSTEM,
    body: (s) => ({ campaignId: s.campaign, unitId: s.units.ward }),
  },
  'PUT /api/incoming/{id}/opinion': {
    ...about('ward', SIGN, { own: 'ok' }, (s) => `/api/incoming/${s.incoming}/opinion`),
    systems: SYSTEM,
    body: () => ({ leadPersonId: null, expectedRevision: 1_000_000 }),
  },
  'GET /api/office': { ...papers('/api/office?'), roles: REPORT },
  'PUT /api/office': {
    ...papers('/api/office?'),
    roles: LETTERHEAD,
    body: (s) => ({ office: s.office, expectedRevision: 1_000_000 }),
  },
  'POST /api/office/template': {
    ...papers('/api/office/template?'),
    roles: LETTERHEAD,
    except: HOUSE_OFFICER,
    body: (s) => s.uploadTemplate(),
  },
  'DELETE /api/office/template': { ...papers('/api/office/template?'), roles: LETTERHEAD },

  'POST /api/letters': {
    ...about('city', REPORT, { own: 'ok', child: 403 }, () => '/api/letters'),
    systems: SYSTEM,
    body: (s) => ({ kind: 'chase', campaignId: s.campaign, periodKey: 'once', unitId: s.units.city }),
  },
  'GET /api/letters/{id}': letter(ALL, ''),
  'GET /api/letters/{id}/file': letter(ALL, '/file'),
  'PUT /api/letters/{id}': {
    ...letter(REPORT, ''),
    body: (s) => ({ document: s.directive, addedTasks: [], expectedRevision: 1_000_000 }),
  },
  'POST /api/letters/{id}/submission': { ...letter(REPORT, '/submission'), body: STALE },
  'POST /api/letters/{id}/approval': { ...letter(REPORT, '/approval'), body: STALE },
  'POST /api/letters/{id}/return': {
    ...letter(REPORT, '/return'),
    body: () => ({ expectedRevision: 1_000_000, reason: 'x' }),
  },
  'POST /api/letters/{id}/issue': { ...letter(CLERK, '/issue'), body: STALE },
  'POST /api/letters/{id}/withdrawal': { ...letter(REPORT, '/withdrawal'), body: STALE },
};
