import { type Principal, SCOPES } from '#model';

/** A system with every scope over the whole installation. */
export const operator: Principal = {
  kind: 'service',
  id: 'service:operator',
  name: 'Operator of the test',
  unitId: null,
  roles: [],
  scopes: [...SCOPES],
  postId: null,
  actingFor: null,
};
