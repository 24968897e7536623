import {
  type AddressedUnit,
  addressedUnits,
  type BelowCounts,
  type CampaignRow,
  consolidationAt,
  countAddressed,
  countsBelow,
  type NodeRow,
  nodesOfUnits,
  type ObligationRow,
  obligationsOfUnits,
  periodByKey,
  type Queryable,
} from '#db';
import { type ConsolidatedReport, type Coverage, timelinessOf } from '#engine';
import {
  type DueStep,
  ok,
  type ObligationStatus,
  problem,
  refuse,
  type Result,
  type Timeliness,
  type Value,
} from '#model';
import { maySee } from './authorise.ts';
import { pageSize, seenCampaign } from './campaigns.ts';
import type { ActContext } from './context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { snapshot } from './snapshot.ts';

export interface TreeQuery {
  readonly campaignId: string;
  readonly periodKey: string;
  /** Only what this unit addresses; not given: the whole cascade where it is small, else what the root addresses. */
  readonly parentUnitId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface TreeObligation {
  readonly id: string;
  readonly kind: 'report' | 'acknowledge';
  readonly reportId: string | null;
  readonly collectorUnitId: string | null;
  readonly status: ObligationStatus;
  readonly done: boolean;
  readonly timeliness: Timeliness;
  readonly dueAt: string | null;
  /** In force in its place while the report is returned. */
  readonly reworkDueAt: string | null;
  readonly dueDate: string | null;
  readonly dueBound: 'before' | 'by' | null;
  readonly dueWhy: readonly DueStep[];
  readonly overdueAt: string | null;
  readonly countedAt: string | null;
  readonly version: number;
  readonly acceptedVersion: number | null;
  readonly closed: boolean;
  readonly revision: number;
}

export interface Totals {
  /** `provisional`: as of now; `revision`: of the latest snapshot. */
  readonly basis: 'provisional' | 'revision';
  readonly reports: Readonly<Record<string, Readonly<Record<string, Value | null>>>>;
  readonly coverage: Coverage;
}

export interface TreeNode {
  readonly depth: number;
  readonly disseminates: boolean;
  readonly collects: boolean;
  readonly dissemination: 'automatic' | 'official';
  readonly openedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly sign: 'automatic' | 'official';
  readonly revision: number;
  readonly signedRevision: number;
  readonly submittedRevision: number;
  readonly stale: boolean;
  readonly below: Omit<BelowCounts, 'unitId'> | null;
  readonly totals: Totals | null;
}

export interface TreeUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly chain: string;
  /** Who addressed it; null for the root. */
  readonly parentUnitId: string | null;
  readonly nodeIds: readonly string[];
  readonly obligations: readonly TreeObligation[];
  /** Where the unit passes on or collects. */
  readonly node: TreeNode | null;
}

export interface CampaignTree {
  readonly campaignId: string;
  readonly periodKey: string;
  readonly now: string;
  readonly whole: boolean;
  /** The unit whose addressees these are. */
  readonly parent: TreeUnit | null;
  readonly units: readonly TreeUnit[];
  readonly nextCursor: string | null;
}

/** Up to here the whole cascade is one page; up to so many collecting units their figures are added up live. */
const WHOLE = 400;
const LIVE_TOTALS = 12;

/** The cascade of one period as a web page shows it. */
export async function campaignTree(ctx: ActContext, query: TreeQuery): Promise<Result<CampaignTree>> {
  const seen = await seenCampaign(ctx.pool, ctx, query.campaignId);
  if (!seen.ok) return seen;
  const campaign = seen.value;
  const { campaignId, periodKey } = query;
  if ((await periodByKey(ctx.pool, campaignId, periodKey)) === null)
    return refuse(problem('period.notFound', ['periodKey'], { period: periodKey }));
  const cursor = decodeCursor(query.cursor, 1);
  if (cursor === 'bad') return refuse(problem('api.badCursor', ['cursor']));
  const small = (await countAddressed(ctx.pool, campaignId)) <= WHOLE;
  const seesRoot = await maySee(ctx, campaign.rootUnitId);
  const whole = query.parentUnitId === undefined && small;
  const parentUnitId = query.parentUnitId ?? campaign.rootUnitId;
  const limit = whole ? WHOLE : pageSize(query.limit);
  const afterSeq = cursor === undefined ? -1 : Number(cursor[0]);
  const found = await addressedUnits(ctx.pool, {
    campaignId,
    periodKey,
    parentUnitId: whole ? null : parentUnitId,
    afterSeq: Number.isFinite(afterSeq) ? afterSeq : -1,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const allowed = seesRoot ? page : await visible(ctx, page);
  const drawn = await drawUnits(ctx.pool, { campaign, periodKey, units: allowed, parentUnitId });
  const last = page.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([String(last.seq)]) : null;
  const parent = seesRoot || (await maySee(ctx, parentUnitId)) ? drawn.parent : null;
  return ok({ campaignId, periodKey, now: campaign.now, whole, parent, units: drawn.units, nextCursor });
}

/** Units of the reader's own subtree, or addressed by one of it. */
async function visible(ctx: ActContext, units: readonly AddressedUnit[]): Promise<AddressedUnit[]> {
  const known = new Map<string, boolean>();
  const sees = async (unitId: string): Promise<boolean> => {
    const answer = known.get(unitId) ?? (await maySee(ctx, unitId));
    known.set(unitId, answer);
    return answer;
  };
  const kept: AddressedUnit[] = [];
  for (const unit of units) if ((await sees(unit.unitId)) || (await sees(unit.parentUnitId))) kept.push(unit);
  return kept;
}

interface Drawing {
  readonly campaign: CampaignRow;
  readonly periodKey: string;
  readonly units: readonly AddressedUnit[];
  readonly parentUnitId: string;
}

async function drawUnits(
  tx: Queryable,
  drawing: Drawing,
): Promise<{ parent: TreeUnit | null; units: TreeUnit[] }> {
  const { campaign, periodKey, units, parentUnitId } = drawing;
  const of = {
    campaignId: campaign.id,
    periodKey,
    unitIds: [...new Set([parentUnitId, ...units.map(({ unitId }) => unitId)])],
  };
  const rows = await obligationsOfUnits(tx, of);
  const nodes = new Map((await nodesOfUnits(tx, of)).map((node) => [node.unitId, node]));
  const below = new Map(
    (await countsBelow(tx, { ...of, unitIds: [...nodes.keys()] })).map((each) => [each.unitId, each]),
  );
  const collecting = [...nodes.values()].filter(({ collects, openedAt }) => collects && openedAt !== null);
  const totals = new Map<string, Totals | null>();
  for (const node of collecting)
    totals.set(node.unitId, await totalsOf(tx, { campaign, node, live: collecting.length <= LIVE_TOTALS }));
  const nodeOf = (unitId: string): TreeNode | null => {
    const node = nodes.get(unitId);
    return node === undefined ? null : treeNode(node, below.get(unitId), totals.get(unitId) ?? null);
  };
  const parentNode = nodes.get(parentUnitId);
  const parent: TreeUnit | null =
    parentNode === undefined
      ? null
      : {
          unitId: parentUnitId,
          unitName: parentNode.unitName,
          chain: '',
          parentUnitId: parentNode.parentUnitId,
          nodeIds: [parentNode.nodeId],
          obligations: rows
            .filter(({ unitId }) => unitId === parentUnitId)
            .map((row) => treeObligation(row, campaign.now)),
          node: nodeOf(parentUnitId),
        };
  const drawn = units.map(({ seq: _, ...unit }): TreeUnit => {
    const own = rows.filter(
      (row) => row.unitId === unit.unitId && row.disseminatorUnitId === unit.parentUnitId,
    );
    return {
      ...unit,
      obligations: own.map((row) => treeObligation(row, campaign.now)),
      node: nodeOf(unit.unitId),
    };
  });
  return { parent, units: drawn };
}

async function totalsOf(
  tx: Queryable,
  { campaign, node, live }: { campaign: CampaignRow; node: NodeRow; live: boolean },
): Promise<Totals | null> {
  const latest = node.revision === 0 ? null : await consolidationAt(tx, node, node.revision);
  if (live) {
    const { reports, coverage } = await snapshot(tx, {
      campaign,
      node,
      ownPart: latest?.ownPart ?? null,
      previous: null,
    });
    return { basis: 'provisional', reports: figures(reports), coverage };
  }
  return latest === null
    ? null
    : { basis: 'revision', reports: figures(latest.reports), coverage: latest.coverage };
}

const figures = (reports: Readonly<Record<string, ConsolidatedReport>>): Totals['reports'] =>
  Object.fromEntries(
    Object.entries(reports).map(([reportId, { indicators }]) => [
      reportId,
      Object.fromEntries(Object.entries(indicators).map(([id, { value }]) => [id, value])),
    ]),
  );

function treeObligation(row: ObligationRow, now: string): TreeObligation {
  const { id, kind, reportId, collectorUnitId, status, dueAt, dueDate, dueBound, dueWhy, overdueAt } = row;
  const { reworkDueAt, countedAt, version, acceptedVersion, closed, revision } = row;
  const due = { dueAt, reworkDueAt, dueDate, dueBound, dueWhy, overdueAt };
  const stand = { countedAt, version, acceptedVersion, closed, revision };
  return { id, kind, reportId, collectorUnitId, status, ...timelinessOf(row, now), ...due, ...stand };
}

function treeNode(node: NodeRow, below: BelowCounts | undefined, totals: Totals | null): TreeNode {
  const { depth, disseminates, collects, dissemination, openedAt, disseminatedAt, sign } = node;
  const { revision, signedRevision, submittedRevision, stale } = node;
  const life = { depth, disseminates, collects, dissemination, openedAt, disseminatedAt, sign };
  const { unitId: _, ...counts } = below ?? { unitId: '' };
  const hasBelow = below !== undefined && 'planned' in counts;
  return {
    ...life,
    revision,
    signedRevision,
    submittedRevision,
    stale,
    below: hasBelow ? counts : null,
    totals,
  };
}
