import { audit, calendarsInForce, findVersion, insertVersion, inTransaction, type Transaction } from '#db';
import { validate } from '#engine';
import { type Definition, type Directive, ok, type Problem, refuse, type Result } from '#model';
import { missingScope } from './authorise.ts';
import { contentHash } from './canonical-hash.ts';
import type { ActContext } from './context.ts';
import { parseDefinition, parseDirective } from './definition-input.ts';
import { actor, writable } from './definitions.ts';

/** Everything that speaks against publishing (errors) and everything to think about (warnings). */
export async function validateDefinition(
  ctx: ActContext,
  input: { readonly definition: unknown; readonly directive?: unknown },
): Promise<Result<Problem[]>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const definition = parseDefinition(input.definition);
  if (!definition.ok) return ok([...definition.problems]);
  const directive = parseDirective(input.directive);
  if (!directive.ok) return ok([...directive.problems]);
  const calendars = await calendarsInForce(ctx.pool);
  return ok([...validate(definition.value, { ...given(directive.value), calendars })]);
}

export interface Publication {
  readonly version: number;
  readonly hash: string;
  /** False: the newest version has this content already. */
  readonly created: boolean;
}

/** Freezes the draft as the next version. Errors refuse; warnings come back with the answer. */
export async function publishDefinition(
  ctx: ActContext,
  input: { readonly id: string; readonly expectedRevision: number },
): Promise<Result<Publication>> {
  const forbidden = missingScope(ctx.principal, 'definitions:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const found = await writable(ctx, tx, input);
    if (!found.ok) return found;
    const { draft, directive, ownerUnitId } = found.value;
    // a draft saved by an older format is read by the present one
    const definition = parseDefinition(draft);
    if (!definition.ok) return definition;
    const problems = validate(definition.value, {
      ...given(directive),
      calendars: await calendarsInForce(tx),
    });
    if (problems.some(({ severity }) => severity === 'error')) return refuse(...problems);
    const publication = await publishVersion(tx, {
      definitionId: input.id,
      body: definition.value,
      directive,
      by: ctx.principal.id,
    });
    if (publication.created) {
      const after = { version: publication.version, hash: publication.hash };
      await audit(tx, {
        ...actor(ctx),
        act: 'definition.published',
        unitId: ownerUnitId,
        subject: input.id,
        after,
      });
    }
    return ok(publication, problems);
  });
}

export interface VersionContent {
  readonly definitionId: string;
  readonly body: Definition;
  readonly directive: Directive | null;
  readonly by: string;
}

/** The next version, or the newest one when it has the same content. The definition's row is locked by the caller. */
export async function publishVersion(tx: Transaction, content: VersionContent): Promise<Publication> {
  const { definitionId, body, directive, by } = content;
  const hash = versionHash(body, directive);
  const newest = await findVersion(tx, { definitionId, version: null });
  if (newest?.hash === hash) return { version: newest.version, hash, created: false };
  const version = (newest?.version ?? 0) + 1;
  await insertVersion(tx, { definitionId, version, body, directive, hash, publishedBy: by });
  return { version, hash, created: true };
}

/** Positions on the canvas have no meaning, so they make no version. */
function versionHash(definition: Definition, directive: Directive | null): string {
  const { layout: _positions, ...meaning } = definition;
  return contentHash({ definition: meaning, directive });
}

const given = (directive: Directive | null): { directive?: Directive } =>
  directive === null ? {} : { directive };
