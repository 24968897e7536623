import {
  about,
  ADMIN,
  ALL,
  CLERK,
  HOUSE_OFFICER,
  letter,
  LETTERHEAD,
  lists,
  node,
  papers,
  REPORT,
  SIGN,
  STALE,
  SUBTREE,
  SYSTEM,
  type Expected,
} from './expected-row.ts';

/** People, posts, keys and papers of a house. */
export const PAPERWORK: Readonly<Record<string, Expected>> = {
  'GET /api/people': lists(
    about('ward', ADMIN, SUBTREE)((s) => `/api/people?limit=200&unit=${s.units.ward}`),
    (s) => s.person,
  ),
  'POST /api/people': {
    ...about('ward', ADMIN, SUBTREE)(() => '/api/people'),
    body: (s) => ({
      subject: null,
      name: 'Ví dụ: x',
      email: null,
      post: { unitId: s.units.ward, title: '', roles: ['clerk'] },
    }),
  },
  'PUT /api/people/{id}': {
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/people/${s.person}`),
    body: () => ({ name: 'Ví dụ: x', email: null, disabled: false, expectedRevision: 1 }),
  },
  'GET /api/posts': lists(
    about('ward', ADMIN, SUBTREE)((s) => `/api/posts?limit=200&unit=${s.units.ward}`),
    (s) => s.post,
  ),
  'POST /api/posts': {
    ...about('ward', ADMIN, SUBTREE)(() => '/api/posts'),
    body: (s) => ({ unitId: s.units.ward, title: '', roles: ['clerk'] }),
  },
  'GET /api/posts/{id}': about('ward', ADMIN, SUBTREE)((s) => `/api/posts/${s.post}`),
  'PUT /api/posts/{id}': {
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/posts/${s.post}`),
    body: () => ({ title: 'x', roles: ['clerk'], closed: false, expectedRevision: 1 }),
  },
  'POST /api/posts/{id}/handover': {
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/posts/${s.post}/handover`),
    body: () => ({ toPersonId: null, reason: 'x', expectedRevision: 1_000_000 }),
  },
  'GET /api/posts/{id}/substitutes': {
    others: 404,
    // of one's own post, or for the administrator
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/posts/${s.post}/substitutes`),
  },
  'GET /api/delegations': lists(
    about('ward', ADMIN, SUBTREE)(() => '/api/delegations?of=unit&limit=200'),
    (s) => s.delegation,
  ),
  'POST /api/delegations': {
    others: 404,
    ...about('ward', ADMIN, SUBTREE)(() => '/api/delegations'),
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
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/delegations/${s.delegation}/end`),
    body: () => ({}),
  },
  'GET /api/keys': lists(
    about('ward', ADMIN, SUBTREE)(() => '/api/keys?limit=200'),
    (s) => s.key,
  ),
  'POST /api/keys': {
    ...about('ward', ADMIN, SUBTREE)(() => '/api/keys'),
    body: (s) => ({ name: 'x', unitId: s.units.ward, scopes: ['read'] }),
  },
  'POST /api/keys/{id}/revocation': {
    ...about('ward', ADMIN, SUBTREE)((s) => `/api/keys/${s.key}/revocation`),
    body: () => ({}),
  },

  'GET /api/campaigns/{id}/periods/{period}/units/{unitId}/consolidations/{revision}/export': about(
    'office',
    ALL,
    SUBTREE,
  )(node('office', 'consolidations/1/export?format=xlsx')),
  // papers of a house: from above one sees that it is there, and reads none of it
  'GET /api/incoming': papers('/api/incoming?'),
  'GET /api/incoming/waiting': papers('/api/incoming/waiting?'),
  'GET /api/incoming/export': papers('/api/incoming/export?'),
  'GET /api/outgoing': papers('/api/outgoing?'),
  'GET /api/outgoing/export': papers('/api/outgoing/export?'),
  'GET /api/incoming/{id}': {
    ...about('ward', ALL, { own: 'ok' })((s) => `/api/incoming/${s.incoming}`),
    systems: SYSTEM,
  },
  'POST /api/incoming': {
    ...about('ward', CLERK, { own: 'ok', child: 403 })(() => '/api/incoming'),
    systems: SYSTEM,
    body: (s) => ({ campaignId: s.campaign, unitId: s.units.ward }),
  },
  'PUT /api/incoming/{id}/opinion': {
    ...about('ward', SIGN, { own: 'ok' })((s) => `/api/incoming/${s.incoming}/opinion`),
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
    ...about('city', REPORT, { own: 'ok', child: 403 })(() => '/api/letters'),
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
