import {
  acceptedSources,
  type CampaignRow,
  type ConsolidationRow,
  collectedBy,
  type NodeRow,
  type OwnPart,
  type Queryable,
  type SourceRow,
} from '#db';
import { type CollectedRow, type DrawnUp, drawUp } from '#engine';
import { definitionOf } from './scene.ts';

export interface SnapshotInput {
  readonly campaign: CampaignRow;
  readonly node: NodeRow;
  readonly ownPart: OwnPart | null;
  readonly previous: ConsolidationRow['reports'] | null;
  /** The accepted reports that go in; those of now when not given. */
  readonly sources?: readonly SourceRow[];
}

/** The figures of a node as a snapshot would have them, with the reports they come from. */
export async function snapshot(
  tx: Queryable,
  input: SnapshotInput,
): Promise<DrawnUp & { readonly sources: readonly SourceRow[] }> {
  const { campaign, node, ownPart, previous } = input;
  const definition = await definitionOf(tx, campaign);
  const sources = input.sources ?? (await acceptedSources(tx, node));
  const bySource = new Map(sources.map((source) => [source.obligationId, source]));
  const collected = await collectedBy(tx, node);
  const rows = collected.flatMap((row): CollectedRow[] => {
    if (row.reportId === null) return [];
    const source = bySource.get(row.id);
    const { status, version, unitId, unitName, targets } = row;
    return [
      {
        obligationId: row.id,
        reportId: row.reportId,
        unitId,
        unitName,
        targets,
        status,
        version,
        acceptedVersion: source === undefined ? null : (row.acceptedVersion ?? row.version),
        accepted: source === undefined ? null : { receivedAt: source.receivedAt, content: contentOf(source) },
      },
    ];
  });
  const unit = { unitId: node.unitId, unitName: node.unitName };
  const drawn = drawUp({
    unit,
    forms: definition.reports,
    rows,
    ownPart,
    now: campaign.now,
    previous,
    targets: definition.targets,
  });
  return { ...drawn, sources };
}

function contentOf({
  consolidated,
  coverage,
  values,
  sections,
}: SourceRow): NonNullable<CollectedRow['accepted']>['content'] {
  if (consolidated !== null && coverage !== null)
    return { kind: 'consolidated', report: consolidated, coverage };
  return { kind: 'report', values, sections };
}
