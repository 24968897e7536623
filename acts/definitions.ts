import {
  audit,
  type DefinitionSummary,
  type DefinitionVersion,
  type DefinitionVersionSummary,
  findDefinition,
  findDefinitions,
  findVersion,
  findVersions,
  insertDefinition,
  inTransaction,
  type Queryable,
  type StoredDefinition,
  updateDraft,
  updateTemplate,
} from '#db';
import { ok, problem, refuse, type Result } from '#model';
import { mayActAs, missingScope } from './authorise.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { parseDefinition, parseDirective } from './definition-input.ts';
import { isUuid } from './scene.ts';

export interface DefinitionQuery {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Shipped templates, installation-wide drawings and those owned in the principal's subtree, by title. */
export async function listDefinitions(
  ctx: ActContext,
  query: DefinitionQuery = {},
): Promise<Result<{ items: DefinitionSummary[]; nextCursor: string | null }>> {
  const forbidden = missingScope(ctx.principal, 'read');
  if (forbidden) return refuse(forbidden);
  const after = decodeCursor(query.cursor, 2);
  const [title, id] = Array.isArray(after) ? after : [];
  if (after === 'bad' || (id !== undefined && !isUuid(id)))
    return refuse(problem('api.badCursor', ['cursor']));
  const limit = Math.min(query.limit ?? 50, 200);
  const rows = await findDefinitions(ctx.pool, {
    scope: ctx.principal.unitId,
    q: query.q?.trim() || undefined,
    after: title === undefined || id === undefined ? undefined : { title, id },
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return ok({ items, nextCursor: rows.length > limit && last ? encodeCursor([last.title, last.id]) : null });
}

export async function getDefinition(ctx: ActContext, id: string): Promise<Result<StoredDefinition>> {
  const forbidden = missingScope(ctx.principal, 'read');
  return forbidden ? refuse(forbidden) : readable(ctx, ctx.pool, { id });
}

export async function listVersions(ctx: ActContext, id: string): Promise<Result<DefinitionVersionSummary[]>> {
  const definition = await getDefinition(ctx, id);
  return definition.ok ? ok(await findVersions(ctx.pool, id)) : definition;
}

/** One published version; it never changes. */
export async function getVersion(
  ctx: ActContext,
  question: { readonly id: string; readonly version: number },
): Promise<Result<DefinitionVersion>> {
  const definition = await getDefinition(ctx, question.id);
  if (!definition.ok) return definition;
  const version = await findVersion(ctx.pool, { definitionId: question.id, version: question.version });
  return version
    ? ok(version)
    : refuse(problem('definition.versionNotFound', [], { version: question.version }));
}

export interface DraftInput {
  /** A drawing in the file format; checked against the schema here. */
  readonly definition: unknown;
  /** The letter proposed with it; null or left out = none. */
  readonly directive?: unknown;
}

export interface NewDrawing extends DraftInput {
  /** The principal's unit when left out; a system of the whole installation may name one, or none. */
  readonly ownerUnitId?: string | null | undefined;
  /** Kept as a template of the owner: offered for copying. */
  readonly template?: boolean | undefined;
}

/** A new drawing of a unit. */
export async function createDefinition(
  ctx: ActContext,
  input: NewDrawing,
): Promise<Result<StoredDefinition>> {
  const forbidden = missingScope(ctx.principal, 'definitions:write');
  if (forbidden) return refuse(forbidden);
  const draft = parseDraft(input);
  if (!draft.ok) return draft;
  const { definition, directive } = draft.value;
  const { template = false } = input;
  const ownerUnitId = input.ownerUnitId ?? ctx.principal.unitId;
  if (ownerUnitId !== null && !(await mayActAs(ctx, ownerUnitId))) {
    return refuse(problem('organisation.notFound', ['ownerUnitId'], { id: ownerUnitId }));
  }
  if (template && ownerUnitId === null)
    return refuse(problem('definition.templateWithoutOwner', ['template']));
  return inTransaction(ctx.pool, async (tx) => {
    const { key, title } = definition;
    const by = ctx.principal.id;
    const id = await insertDefinition(tx, {
      key,
      title,
      ownerUnitId,
      template,
      draft: definition,
      directive,
      by,
    });
    if (id === null) return refuse(problem('definition.keyTaken', ['definition', 'key'], { key }));
    await audit(tx, {
      ...actor(ctx),
      act: 'definition.created',
      unitId: ownerUnitId,
      subject: id,
      after: { key, title, template },
    });
    return readable(ctx, tx, { id });
  });
}

/** Keeps a draft, valid or not; `expectedRevision` is the one that was edited (else `definition.conflict`). */
export async function saveDraft(
  ctx: ActContext,
  input: DraftInput & { readonly id: string; readonly expectedRevision: number },
): Promise<Result<StoredDefinition>> {
  const forbidden = missingScope(ctx.principal, 'definitions:write');
  if (forbidden) return refuse(forbidden);
  const draft = parseDraft(input);
  if (!draft.ok) return draft;
  const { definition, directive } = draft.value;
  return inTransaction(ctx.pool, async (tx) => {
    const before = await writable(ctx, tx, input);
    if (!before.ok) return before;
    const saved = await updateDraft(tx, { id: input.id, draft: definition, directive, by: ctx.principal.id });
    if (!saved) return refuse(problem('definition.keyTaken', ['definition', 'key'], { key: definition.key }));
    await audit(tx, {
      ...actor(ctx),
      act: 'definition.saved',
      unitId: before.value.ownerUnitId,
      subject: input.id,
      before: { revision: before.value.draftRevision },
      after: { revision: before.value.draftRevision + 1 },
    });
    return readable(ctx, tx, { id: input.id });
  });
}

/** Offers an own drawing as a template, or takes it out of the gallery. A shipped one stays what it is. */
export async function offerTemplate(
  ctx: ActContext,
  input: { readonly id: string; readonly template: boolean },
): Promise<Result<StoredDefinition>> {
  const forbidden = missingScope(ctx.principal, 'definitions:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    const before = await owned(ctx, tx, input.id);
    if (!before.ok || before.value.template === input.template) return before;
    // without an owner it would become a shipped one, that nobody can take back
    if (before.value.ownerUnitId === null)
      return refuse(problem('definition.notYours', [], { id: input.id }));
    await updateTemplate(tx, input);
    await audit(tx, {
      ...actor(ctx),
      act: 'definition.template',
      unitId: before.value.ownerUnitId,
      subject: input.id,
      before: { template: before.value.template },
      after: { template: input.template },
    });
    return readable(ctx, tx, { id: input.id });
  });
}

/** The definition, locked, if the principal may change it at the revision it saw. */
export async function writable(
  ctx: ActContext,
  db: Queryable,
  question: { readonly id: string; readonly expectedRevision: number },
): Promise<Result<StoredDefinition>> {
  const found = await owned(ctx, db, question.id);
  if (!found.ok) return found;
  const { draftRevision } = found.value;
  if (draftRevision !== question.expectedRevision) {
    const params = { expected: question.expectedRevision, actual: draftRevision };
    return refuse(problem('definition.conflict', ['expectedRevision'], params));
  }
  return found;
}

/** The definition, locked, if the principal may change it. */
async function owned(ctx: ActContext, db: Queryable, id: string): Promise<Result<StoredDefinition>> {
  const found = await readable(ctx, db, { id, forUpdate: true });
  if (!found.ok) return found;
  const { ownerUnitId, template } = found.value;
  // shipped templates stay as shipped: whoever wants another one copies it
  const mayWrite =
    ownerUnitId === null ? !template && ctx.principal.unitId === null : await mayActAs(ctx, ownerUnitId);
  return mayWrite ? found : refuse(problem('definition.notYours', [], { id }));
}

async function readable(
  ctx: ActContext,
  db: Queryable,
  question: { readonly id: string; readonly forUpdate?: boolean },
): Promise<Result<StoredDefinition>> {
  const found = isUuid(question.id)
    ? await findDefinition(db, { ...question, scope: ctx.principal.unitId })
    : null;
  return found ? ok(found) : refuse(problem('definition.notFound', [], { id: question.id }));
}

function parseDraft(input: DraftInput) {
  const definition = parseDefinition(input.definition);
  if (!definition.ok) return definition;
  const directive = parseDirective(input.directive);
  if (!directive.ok) return directive;
  return ok({ definition: definition.value, directive: directive.value });
}

/** Who did it, for the audit trail. */
export const actor = (ctx: ActContext) => ({ actor: ctx.principal.id, actorUnitId: ctx.principal.unitId });
