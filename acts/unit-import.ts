import {
  audit,
  type Database,
  databaseNow,
  inTransaction,
  keepFormerNames,
  loadAllUnits,
  lockUnits,
  writeUnits,
} from '#db';
import { ok, type Problem, problem, refuse, type Result, type Unit } from '#model';
import { civilDateOf } from '#engine';
import { missingScope } from './authorise.ts';
import { contentHash } from './canonical-hash.ts';
import type { ActContext } from './context.ts';
import { readUnitCsv } from './unit-import-csv.ts';
import { planUnitImport, type UnitImportPlan } from './unit-import-plan.ts';

export interface UnitImportPreview extends Omit<UnitImportPlan, 'units'> {
  /** Applies to this file over the units as they are now; give it back when applying. */
  readonly previewHash: string;
}

/** What the file would change, and everything wrong with it, line by line. Writes nothing. */
export async function previewUnitImport(
  ctx: ActContext,
  input: { readonly csv: string },
): Promise<Result<UnitImportPreview>> {
  const forbidden = missingScope(ctx.principal, 'units:write');
  if (forbidden) return refuse(forbidden);
  const plan = await planFor(ctx, ctx.pool, input.csv);
  if (!plan.ok) return plan;
  const { units, ...preview } = plan.value;
  return ok({ ...preview, previewHash: hashOf(input.csv, units) });
}

export interface UnitImportOutcome {
  readonly added: number;
  readonly renamed: number;
  readonly moved: number;
  readonly closed: number;
  readonly changed: number;
}

/** Applies exactly what was previewed, in one transaction; any problem refuses the whole file. */
export async function applyUnitImport(
  ctx: ActContext,
  input: { readonly csv: string; readonly previewHash: string },
): Promise<Result<UnitImportOutcome>> {
  const forbidden = missingScope(ctx.principal, 'units:write');
  if (forbidden) return refuse(forbidden);
  return inTransaction(ctx.pool, async (tx) => {
    await lockUnits(tx);
    const planned = await planFor(ctx, tx, input.csv);
    if (!planned.ok) return planned;
    const plan = planned.value;
    if (plan.problems.length > 0) return refuse(...plan.problems);
    if (hashOf(input.csv, plan.units) !== input.previewHash) {
      return refuse(problem('organisation.previewConflict', ['previewHash']));
    }
    await writeUnits(tx, plan.units);
    await keepFormerNames(
      tx,
      plan.renames.map(({ id, oldName, oldType, untilDate }) => ({
        unitId: id,
        name: oldName,
        type: oldType,
        untilDate,
      })),
    );
    const outcome: UnitImportOutcome = {
      added: plan.adds.length,
      renamed: plan.renames.length,
      moved: plan.moves.length,
      closed: plan.closes.length,
      changed: plan.changes.length,
    };
    await audit(tx, {
      actor: ctx.principal.id,
      actorUnitId: ctx.principal.unitId,
      act: 'units.imported',
      unitId: ctx.principal.unitId,
      subject: input.previewHash,
      after: { ...outcome, renames: plan.renames, moves: plan.moves, closes: plan.closes },
    });
    return ok(outcome);
  });
}

async function planFor(ctx: ActContext, db: Database, csv: string): Promise<Result<UnitImportPlan>> {
  const lines = readUnitCsv(csv);
  if (!lines.ok) return lines;
  const existing = await loadAllUnits(db);
  const plan = planUnitImport(lines.value, existing, civilDateOf(await databaseNow(db)));
  const outside = outsideScope(ctx.principal.unitId, plan.units, existing);
  return ok({ ...plan, problems: [...plan.problems, ...outside].slice(0, MOST_PROBLEMS) });
}

/** Enough to repair a file by; the rest shows once these are gone. */
const MOST_PROBLEMS = 500;

/** Units that are changed and the parents they get must lie in the principal's subtree. */
function outsideScope(scope: string | null, units: readonly Unit[], existing: readonly Unit[]): Problem[] {
  if (scope === null) return [];
  const before = new Map<string, Unit>(existing.map((unit) => [unit.id, unit]));
  const added = new Set<string>(units.map((unit) => unit.id).filter((id) => !before.has(id)));
  const within = (id: string | null): boolean => {
    for (let at = id; at !== null; at = before.get(at)?.parentId ?? null) if (at === scope) return true;
    return false;
  };
  return units
    .filter(({ id, parentId }) => {
      const parentInside = parentId !== null && (added.has(parentId) || within(parentId));
      return !(before.has(id) ? within(id) && (id === scope || parentInside) : parentInside);
    })
    .map(({ id }) => problem('organisation.outsideScope', ['csv'], { id }));
}

const hashOf = (csv: string, units: readonly Unit[]): string => contentHash([csv, units]);
