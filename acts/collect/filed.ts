import {
  acceptedSnapshots,
  consolidationAt,
  type FiledSnapshot,
  type FiledSource,
  filedSources,
  findUnit,
  inSnapshot,
  narrativesOf,
  planTexts,
  type Queryable,
  revisionLines,
  type RevisionLine,
  signedNarrative,
} from '#db';
import type { ConsolidatedReport, Coverage, Missing } from '#engine';
import {
  type Directive,
  type Office,
  ok,
  problem,
  refuse,
  type ReportForm,
  type Result,
  type SignedNarrative,
  type Timeliness,
  type Values,
} from '#model';
import type { NodeRef } from '#model/contract';
import { provisionalConsolidation } from '../consolidations.ts';
import type { ActContext } from '../context.ts';
import { bodyName } from '../letters/default-office.ts';
import { officeOf } from '../letters/office.ts';
import { narrativeNow } from './sign-narrative.ts';
import { type CollectRow, type CollectTable, collectTable } from './table.ts';

/** A child's report form in an exported table. */
export interface FiledRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly reportId: string;
  readonly standing: FiledStanding;
  /** Null: no figures. */
  readonly values: Values | null;
  readonly source: Pick<FiledSource, 'version' | 'receivedAt' | 'byName' | 'onBehalfOfName' | 'hash'> | null;
}

/** Where it stands: its figures count, wait for a decision, or are missing and why. */
type FiledStanding =
  | { readonly kind: 'counted' | 'waiting'; readonly timeliness: Timeliness }
  | { readonly kind: 'missing'; readonly state: Missing['state'] };

/** One consolidating unit with its children. */
export interface FiledTable {
  readonly unitId: string;
  readonly unitName: string;
  /** To whom it hands its consolidation in, where that is shown here too; null: the unit of the file itself. */
  readonly aboveName: string | null;
  readonly reports: Readonly<Record<string, ConsolidatedReport>>;
  readonly rows: readonly FiledRow[];
}

/** Everything that a file of a consolidation shows, before it is put in words. */
export interface FiledConsolidation {
  readonly table: CollectTable;
  /** As letters write the unit: a territory is its people's committee. */
  readonly bodyName: string;
  /** Those that it hands in to, as letters write them. */
  readonly handsInTo: readonly string[];
  readonly directive: Directive | null;
  /** Null: as of now, signed by nobody. */
  readonly revision: RevisionLine | null;
  readonly coverage: Coverage;
  /** The unit's own table, then level by level those of its children that add up children themselves. */
  readonly levels: readonly [readonly [FiledTable], ...(readonly FiledTable[])[]];
  readonly narrative: SignedNarrative;
  /** How the unit's letters look. */
  readonly office: Office;
}

/** A revision, or what a consolidation would say now (`provisional`), with the levels below it. */
export async function fileConsolidation(
  ctx: ActContext,
  ref: NodeRef & { readonly revision: number | 'provisional' },
): Promise<Result<FiledConsolidation>> {
  return inSnapshot(ctx.pool, async (tx) => {
    const within = { ...ctx, pool: tx };
    const table = await collectTable(within, ref);
    if (!table.ok) return table;
    const top =
      ref.revision === 'provisional'
        ? await presentTop(within, ref, table.value)
        : await storedTop(tx, ref, ref.revision);
    if (top === null)
      return refuse(problem('consolidation.notFound', ['revision'], { unit: table.value.unitName }));
    const unit = await findUnit(tx, ref.unitId);
    if (unit === null) throw new Error(`unit ${ref.unitId} is gone`);
    const { coverage, below, ...own } = top;
    const name = bodyName(unit);
    return ok({
      table: table.value,
      bodyName: name,
      handsInTo: await collectorNames(tx, table.value),
      directive: (await planTexts(tx, ref.campaignId))?.directive ?? null,
      revision: (await revisionLines(tx, ref)).find(({ revision }) => revision === ref.revision) ?? null,
      coverage,
      levels: [
        [{ unitId: unit.id, unitName: name, aboveName: null, ...own }],
        ...(await levelsBelow(tx, below, name)),
      ],
      narrative: await narrativeOf(tx, ref, table.value.forms),
      office: (await officeOf(tx, unit)).office,
    });
  });
}

async function collectorNames(tx: Queryable, { upward }: CollectTable): Promise<readonly string[]> {
  const ids = [...new Set(upward.flatMap(({ collectorId }) => collectorId ?? []))];
  const names: string[] = [];
  for (const id of ids) {
    const unit = await findUnit(tx, id);
    if (unit !== null) names.push(bodyName(unit));
  }
  return names;
}

interface Top extends Pick<FiledTable, 'reports' | 'rows'> {
  readonly coverage: Coverage;
  readonly below: readonly Below[];
}

interface Below {
  readonly unitId: string;
  readonly unitName: string;
  readonly snapshot: FiledSnapshot;
}

async function presentTop(ctx: ActContext, ref: NodeRef, table: CollectTable): Promise<Top | null> {
  const drawn = await provisionalConsolidation(ctx, ref);
  if (!drawn.ok) return null;
  const rows = new Map(table.rows.map((row) => [row.obligationId, row]));
  const snapshots = await acceptedSnapshots(ctx.pool, ref);
  return {
    reports: drawn.value.reports,
    coverage: drawn.value.coverage,
    rows: table.rows.map(presentRow),
    below: onceEach(
      snapshots.flatMap((snapshot) => {
        const row = rows.get(snapshot.obligationId);
        return row === undefined ? [] : [{ unitId: row.unitId, unitName: row.unitName, snapshot }];
      }),
    ),
  };
}

function presentRow({
  unitId,
  unitName,
  reportId,
  counts,
  timeliness,
  status,
  shown,
  version,
}: CollectRow): FiledRow {
  const missing = status === 'returned' ? 'returned' : version > 0 ? 'awaitingDecision' : 'notReported';
  return {
    unitId,
    unitName,
    reportId,
    standing:
      shown === null
        ? { kind: 'missing', state: missing }
        : { kind: counts ? 'counted' : 'waiting', timeliness },
    values: shown?.values ?? null,
    source: shown === null ? null : { ...shown, version: shown.no },
  };
}

async function storedTop(tx: Queryable, ref: NodeRef, revision: number): Promise<Top | null> {
  const stored = await consolidationAt(tx, ref, revision);
  if (stored === null) return null;
  const sources = await filedSources(tx, [stored.id]);
  return { reports: stored.reports, coverage: stored.coverage, ...levelOf(sources, stored.coverage) };
}

/** A unit that owes two reports hands in one consolidation for both. */
const onceEach = (below: readonly Below[]): readonly Below[] => [
  ...new Map(below.map((one) => [one.snapshot.id, one])).values(),
];

/** Level by level: one statement each, however many units it has. */
async function levelsBelow(
  tx: Queryable,
  top: readonly Below[],
  topName: string,
): Promise<(readonly FiledTable[])[]> {
  const levels: (readonly FiledTable[])[] = [];
  let level = top.map((one) => ({ ...one, aboveName: topName }));
  while (level.length > 0) {
    const sources = await filedSources(
      tx,
      level.map(({ snapshot }) => snapshot.id),
    );
    const ofSnapshot = new Map<string, FiledSource[]>();
    for (const source of sources)
      ofSnapshot.set(source.intoId, [...(ofSnapshot.get(source.intoId) ?? []), source]);
    const next = new Map<string, (typeof level)[number]>();
    const tables = level.map(({ unitId, unitName, aboveName, snapshot }): FiledTable => {
      const { rows, below } = levelOf(ofSnapshot.get(snapshot.id) ?? [], snapshot.coverage);
      for (const one of below) next.set(one.snapshot.id, { ...one, aboveName: unitName });
      return { unitId, unitName, aboveName, reports: snapshot.reports, rows };
    });
    levels.push(tables);
    level = [...next.values()];
  }
  return levels;
}

function levelOf(sources: readonly FiledSource[], { missing }: Coverage): Pick<Top, 'rows' | 'below'> {
  const counted = sources.map(
    ({ unitId, unitName, reportId, late, values, below: _, ...source }): FiledRow => ({
      unitId,
      unitName,
      reportId,
      standing: { kind: 'counted', timeliness: late ? 'overdue' : 'inTime' },
      values,
      source,
    }),
  );
  const absent = missing.flatMap(({ unitId, unitName, reportId, state }): FiledRow[] =>
    reportId === null
      ? []
      : [{ unitId, unitName, reportId, standing: { kind: 'missing', state }, values: null, source: null }],
  );
  const below = sources.flatMap(({ unitId, unitName, below: snapshot }) =>
    snapshot === null ? [] : [{ unitId, unitName, snapshot }],
  );
  return { rows: [...counted, ...absent], below: onceEach(below) };
}

/** Of a signed revision as it was signed; else as far as it is written now. */
async function narrativeOf(
  tx: Queryable,
  ref: NodeRef & { readonly revision: number | 'provisional' },
  forms: readonly ReportForm[],
): Promise<SignedNarrative> {
  const { revision } = ref;
  const signed = revision === 'provisional' ? null : await signedNarrative(tx, { ...ref, revision });
  return signed ?? narrativeNow(tx, ref, { forms, rows: await narrativesOf(tx, ref), untouched: true });
}
