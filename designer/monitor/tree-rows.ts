import type { TreeUnit } from '#api/routes/campaigns/tree-shapes';
import type { ListedObligation } from '#api/routes/obligations/shapes';
import { fold } from '#model/fold';

export interface TreeRow {
  /** A unit may be addressed twice: by whom belongs to it. */
  readonly key: string;
  readonly unit: TreeUnit;
  readonly depth: number;
  readonly hasChildren: boolean;
}

export interface Filter {
  readonly text: string;
  readonly status: string;
}

/**
 * Units in cascade order under `root`, indented by who addressed them. With a filter: the units that
 * match, with everybody above them so that the place stays visible.
 */
export function treeRows(
  units: readonly TreeUnit[],
  root: string,
  view: { readonly closed: ReadonlySet<string>; readonly filter: Filter },
): readonly TreeRow[] {
  const below = new Map<string, TreeUnit[]>();
  for (const unit of units) {
    if (unit.parentUnitId === null || unit.unitId === root) continue;
    const siblings = below.get(unit.parentUnitId);
    if (siblings) siblings.push(unit);
    else below.set(unit.parentUnitId, [unit]);
  }
  const wanted = matcher(view.filter);
  const rows: TreeRow[] = [];
  const walk = (parent: string, depth: number): boolean => {
    let any = false;
    for (const unit of below.get(parent) ?? []) {
      const at = rows.length;
      const hasChildren = below.has(unit.unitId);
      rows.push({ key: keyOf(unit), unit, depth, hasChildren });
      const open = wanted !== null || !view.closed.has(unit.unitId);
      const inside = open && hasChildren ? walk(unit.unitId, depth + 1) : false;
      if (wanted !== null && !wanted(unit) && !inside) rows.length = at;
      else any = true;
    }
    return any;
  };
  walk(root, 0);
  return rows;
}

function matcher({ text, status }: Filter): ((unit: TreeUnit) => boolean) | null {
  const words = fold(text.trim());
  if (words === '' && status === '') return null;
  return (unit) =>
    fold(unit.unitName).includes(words) &&
    (status === '' ||
      unit.obligations.some((each) =>
        status === 'overdue' ? each.timeliness === 'overdue' : each.status === status,
      ));
}

type Found = TreeUnit['obligations'][number] &
  Pick<ListedObligation, 'unitId' | 'unitName' | 'chain' | 'disseminatorUnitId'>;

/** What the server found, without the cascade around it. */
export const soughtRows = (found: readonly Found[]): readonly TreeRow[] =>
  found.map((obligation) => {
    const { unitId, unitName, chain, disseminatorUnitId: parentUnitId } = obligation;
    const unit = {
      unitId,
      unitName,
      chain,
      parentUnitId,
      nodeIds: [],
      obligations: [obligation],
      node: null,
    };
    return { key: obligation.id, unit, depth: 0, hasChildren: false };
  });

const keyOf = ({ parentUnitId, unitId }: TreeUnit): string => `${parentUnitId}/${unitId}`;
