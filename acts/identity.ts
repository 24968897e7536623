import { randomBytes } from 'node:crypto';
import {
  audit,
  type Capacity,
  findExamplePeople,
  findPerson,
  findServiceKey,
  insertServiceKey,
  inTransaction,
  noteKeyUse,
  type Person,
  type Queryable,
  type ServiceKey,
} from '#db';
import {
  actorOf,
  ok,
  personIdOf,
  type Principal,
  problem,
  refuse,
  type Result,
  type Scope,
  scopesOf,
} from '#model';
import { maySee, missingScope } from './authorise.ts';
import { sha256 } from './canonical-hash.ts';
import type { ActContext } from './context.ts';
import { passedOn } from './people/giving.ts';

const PREFIX = 'csk_';
/** 32 random bytes; only the sha256 is stored, so a secret is shown once. */
export const newSecret = (): string => PREFIX + randomBytes(32).toString('base64url');

/** A system by the secret of its service key; null for unknown and revoked keys. */
export async function principalForKey(pool: Queryable, secret: string): Promise<Principal | null> {
  if (!secret.startsWith(PREFIX) || secret.length > 200) return null;
  const key = await findServiceKey(pool, sha256(secret));
  if (key === null) return null;
  // a note that cannot be written (database read-only, disk full) shuts nobody out who only wants to read
  if (key.stale) await noteKeyUse(pool, key.id).catch(() => undefined);
  return {
    kind: 'service',
    id: `service:${key.id}`,
    name: key.name,
    unitId: key.unitId,
    roles: [],
    scopes: key.scopes,
    postId: null,
    actingFor: null,
  };
}

/** What somebody may act as, and as what he is acting now. */
export interface Identified {
  readonly principal: Principal;
  readonly capacities: readonly Capacity[];
}

/**
 * A person by the OIDC `sub`, in the post or delegation that was chosen (`capacityId`), else in the first of
 * his own; null for unknown and disabled people and for those without a post. Asked again on every request.
 */
export async function identify(
  pool: Queryable,
  subject: string,
  capacityId?: string | undefined,
): Promise<Identified | null> {
  const person = await findPerson(pool, { subject });
  const [first] = person?.capacities ?? [];
  if (!person || first === undefined) return null;
  const { capacities } = person;
  return { principal: actingAs(person, capacities.find(({ id }) => id === capacityId) ?? first), capacities };
}

/** What the caller may act as, with what he may there; systems act as themselves. */
export async function myCapacities({
  pool,
  principal,
}: ActContext): Promise<readonly (Capacity & { readonly scopes: readonly Scope[] })[]> {
  const id = personIdOf(principal);
  const { capacities = [] } = (id === null ? null : await findPerson(pool, { id })) ?? {};
  return capacities.map((each) => ({ ...each, scopes: scopesIn(each) }));
}

/** All that the post may, or the part of it that was delegated. */
const scopesIn = ({ roles, scopes }: Capacity): readonly Scope[] =>
  scopesOf(roles).filter((scope) => scopes?.includes(scope) ?? true);

/** The id of the capacity that a person acts in; null for systems. */
export const capacityOf = ({ postId, actingFor }: Principal): string | null =>
  actingFor?.delegationId ?? postId;

const actingAs = (
  { id, name }: { readonly id: string; readonly name: string },
  capacity: Capacity,
): Principal => {
  const { postId, unitId, roles, actingFor } = capacity;
  return {
    kind: 'person',
    id: actorOf(id),
    name,
    unitId,
    roles,
    scopes: scopesIn(capacity),
    postId,
    actingFor,
  };
};

/** The example officials, for the sign-in page of the embedded identity provider. */
export const listExampleOfficials = (pool: Queryable): Promise<Person[]> => findExamplePeople(pool);

/** A key never exceeds its maker: scopes it holds, a unit in its subtree. The secret is in this answer only. */
export async function createServiceKey(
  ctx: ActContext,
  input: { readonly name: string; readonly unitId: string | null; readonly scopes: readonly Scope[] },
): Promise<Result<ServiceKey & { secret: string }>> {
  const forbidden = missingScope(ctx.principal, 'keys:write') ?? passedOn(ctx);
  if (forbidden) return refuse(forbidden);
  const scopes = [...new Set(input.scopes)];
  for (const scope of scopes) {
    const wider = missingScope(ctx.principal, scope);
    if (wider) return refuse(wider);
  }
  const inside = input.unitId === null ? ctx.principal.unitId === null : await maySee(ctx, input.unitId);
  if (!inside) return refuse(problem('organisation.notFound', ['unitId'], { id: input.unitId ?? '' }));
  const secret = newSecret();
  return inTransaction(ctx.pool, async (tx) => {
    const made = { ...input, scopes, hash: sha256(secret), createdBy: ctx.principal.id };
    const key = await insertServiceKey(tx, made);
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'serviceKey.created',
      unitId: input.unitId,
      subject: key.id,
      after: { name: input.name, scopes },
    });
    return ok({ ...key, secret });
  });
}
