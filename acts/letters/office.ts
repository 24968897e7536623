import { isDeepStrictEqual } from 'node:util';
import {
  audit,
  type Colleague,
  colleaguesOf,
  findUnit,
  inTransaction,
  lastOwnDirective,
  officeRow,
  type OfficeRow,
  putOffice as writeOffice,
  type Queryable,
  type Transaction,
} from '#db';
import { isNotation } from '#engine/document-code';
import { Office, ok, problem, refuse, type Result } from '#model';
import { missingScope } from '../authorise.ts';
import type { ActContext } from '../context.ts';
import { defaultOffice, type KnownUnit, onlyLeader } from './default-office.ts';
import { ownUnit } from './own-unit.ts';

export interface OfficeTemplate {
  readonly sha256: string;
  readonly name: string;
}

/** An office as letters use it. */
export interface OfficeInForce {
  readonly office: Office;
  readonly template: OfficeTemplate | null;
  /** 0: set by nobody; derived from the unit's last directive, else from its name and place in the tree. */
  readonly revision: number;
}

const templateOf = ({ templateSha256, templateName }: OfficeRow): OfficeTemplate | null =>
  templateSha256 === null ? null : { sha256: templateSha256, name: templateName ?? '' };

export async function officeOf(
  tx: Queryable,
  unit: KnownUnit & { readonly id: string },
): Promise<OfficeInForce> {
  const row = await officeRow(tx, unit.id);
  if (row !== null) return { office: row.body, template: templateOf(row), revision: row.revision };
  const leader = onlyLeader(await colleaguesOf(tx, unit.id));
  const derived = defaultOffice(unit, await lastOwnDirective(tx, unit.id), leader);
  return { office: Office.parse(derived), template: null, revision: 0 };
}

export interface OfficeView extends OfficeInForce {
  readonly unitId: string;
  readonly unitName: string;
  readonly people: readonly Colleague[];
}

export async function getOffice(ctx: ActContext, unitId?: string): Promise<Result<OfficeView>> {
  const forbidden = missingScope(ctx.principal, 'letters:write');
  if (forbidden) return refuse(forbidden);
  const own = await ownUnit(ctx, unitId);
  return own.ok ? ok(await viewOf(ctx.pool, own.value)) : own;
}

async function viewOf(tx: Queryable, unitId: string): Promise<OfficeView> {
  const unit = await findUnit(tx, unitId);
  if (unit === null) throw new Error(`unit ${unitId} is gone`);
  const people = await colleaguesOf(tx, unitId);
  return { ...(await officeOf(tx, unit)), unitId, unitName: unit.name, people };
}

export interface PutOfficeInput {
  readonly unitId?: string | undefined;
  readonly office: Office;
  /** 0: nobody has set it yet. */
  readonly expectedRevision: number;
}

/** The look is the records office's; who approves is for the leader to say. */
export async function putOffice(ctx: ActContext, input: PutOfficeInput): Promise<Result<OfficeView>> {
  return changeOffice(ctx, input, ({ before, people }) => {
    const { office } = input;
    if (!isNotation(office.notation, office.system))
      return refuse(
        problem('directive.notationMalformed', ['office', 'notation'], { value: office.notation }),
      );
    const changed = !isDeepStrictEqual(office.approval, before.office.approval);
    if (changed && missingScope(ctx.principal, 'letters:approve'))
      return refuse(problem('office.approvalForbidden', ['office', 'approval']));
    const known = new Set(people.map(({ id }) => id));
    for (const [index, step] of office.approval.steps.entries()) {
      if (step.roles.length + step.personIds.length === 0)
        return refuse(
          problem('office.stepEmpty', ['office', 'approval', 'steps', index], { step: index + 1 }),
        );
      const stranger = step.personIds.find((id) => !known.has(id));
      if (stranger !== undefined)
        return refuse(
          problem('office.notOfUnit', ['office', 'approval', 'steps', index, 'personIds'], {
            step: index + 1,
          }),
        );
    }
    return ok({ office, template: before.template });
  });
}

/** The office's own .docx: from now on its letters are this file, filled in. Null takes it away. */
export function putOfficeTemplate(
  ctx: ActContext,
  input: { readonly unitId?: string | undefined; readonly template: OfficeTemplate | null },
): Promise<Result<OfficeView>> {
  return changeOffice(ctx, input, ({ before }) => ok({ office: before.office, template: input.template }));
}

interface Change {
  readonly office: Office;
  readonly template: OfficeTemplate | null;
}

async function changeOffice(
  ctx: ActContext,
  input: { readonly unitId?: string | undefined; readonly expectedRevision?: number },
  decide: (now: { readonly before: OfficeInForce; readonly people: readonly Colleague[] }) => Result<Change>,
): Promise<Result<OfficeView>> {
  if (missingScope(ctx.principal, 'letters:issue') && missingScope(ctx.principal, 'letters:approve'))
    return refuse(problem('api.forbidden', [], { scope: 'letters:issue' }));
  return inTransaction(ctx.pool, async (tx) => {
    const own = await ownUnit({ ...ctx, pool: tx }, input.unitId);
    if (!own.ok) return own;
    const { people, unitId, ...before } = await viewOf(tx, own.value);
    const expected = input.expectedRevision ?? before.revision;
    const decided = decide({ before, people });
    if (!decided.ok) return decided;
    const { office, template } = decided.value;
    const write = { unitId, body: office, template, expected, by: ctx.principal.id };
    const written = await writeOffice(tx, write);
    if (written === null) return refuse(problem('office.conflict', ['expectedRevision']));
    await trail(tx, ctx, { unitId, before, after: decided.value });
    return ok(await viewOf(tx, unitId));
  });
}

function trail(
  tx: Transaction,
  { principal }: ActContext,
  { unitId, before, after }: { unitId: string; before: OfficeInForce; after: Change },
): Promise<number> {
  return audit(tx, {
    actor: principal.id,
    actorUnitId: principal.unitId,
    act: 'office.changed',
    unitId,
    subject: unitId,
    before: { office: before.office, template: before.template },
    after,
  });
}
