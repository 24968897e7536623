/** Who acts: a person signed in, or a system with a service key. Scope = the subtree of `unitId`; null = all. */
export interface Principal {
  readonly kind: 'person' | 'service';
  /** `person:<id>` or `service:<id>`; what the audit trail records. */
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  /** The post that is acted in; null for systems. */
  readonly postId: string | null;
  /** Whose post it is, where somebody stands in or was delegated: both names stand on every act. */
  readonly actingFor: ActingFor | null;
}

export interface ActingFor {
  readonly personId: string;
  readonly name: string;
  readonly delegationId: string;
}

/** The id of the person who is signed in, whoever's post he acts in; null for systems. */
export const personIdOf = ({ kind, id }: Pick<Principal, 'kind' | 'id'>): string | null =>
  kind === 'person' ? id.slice('person:'.length) : null;

export const actorOf = (personId: string): string => `person:${personId}`;

/** In whose position an act is done: a substitute's is that of the one whose post he acts in. */
export const positionOf = ({ id, actingFor }: Pick<Principal, 'id' | 'actingFor'>): string =>
  actingFor === null ? id : actorOf(actingFor.personId);

/** Both names that stand on an act: neither decides on what either wrote. */
export const actorsOf = (who: Pick<Principal, 'id' | 'actingFor'>): readonly string[] => [
  ...new Set([who.id, positionOf(who)]),
];

export const ROLES = ['clerk', 'officer', 'leader', 'designer', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What a route needs. People get scopes through their roles (`scopesOf`), systems have them listed. */
export const SCOPES = [
  'read',
  'units:write',
  'calendars:write',
  'definitions:write',
  'campaigns:write',
  'clock:write',
  'reports:write',
  'reports:decide',
  'consolidations:sign',
  'audit:read',
  'tasks:assign',
  'registers:write',
  'letters:write',
  'letters:approve',
  'letters:issue',
  'people:write',
  'keys:write',
] as const;
export type Scope = (typeof SCOPES)[number];

const BY_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  clerk: ['read', 'reports:write', 'registers:write', 'letters:write', 'letters:issue'],
  officer: ['read', 'reports:write', 'reports:decide', 'letters:write'],
  leader: [
    'read',
    'reports:write',
    'reports:decide',
    'campaigns:write',
    'clock:write',
    'consolidations:sign',
    'tasks:assign',
    'letters:write',
    'letters:approve',
  ],
  designer: ['read', 'definitions:write', 'campaigns:write', 'clock:write'],
  administrator: ['read', 'units:write', 'calendars:write', 'audit:read', 'people:write', 'keys:write'],
  auditor: ['read', 'audit:read'],
};

export const scopesOf = (roles: readonly Role[]): readonly Scope[] => [
  ...new Set(roles.flatMap((role) => BY_ROLE[role])),
];
