import type { Definition, DrawingNode, Problem, Selector } from '#model';
import type { LevelCount } from '#api/routes/campaigns/tree-shapes';
import type { ResolvedGroup } from '../drawing/findings-store.ts';
import type { Overlay } from '../drawing/view-store.ts';
import { type DueContext, type DueLine, dueLineOf } from './due-line.ts';

/** Whom a level addresses, before any wording. */
export interface Who {
  readonly kind: 'root' | 'list' | 'kinds' | 'criterion';
  readonly kinds: readonly string[];
  /** Units written in the list. */
  readonly listed: number;
  /** Units of the chosen tree; null until they are known. */
  readonly count: number | null;
  /** Its name where it is only one. */
  readonly only: string | null;
}

/** Everything a level shows: plain data, so that a box is drawn anew only where something differs. */
export interface LevelFacts {
  readonly name: string;
  readonly chain: string;
  readonly who: Who;
  readonly due: DueLine | null;
  /** Further reports with deadlines of their own. */
  readonly moreDues: number;
  readonly reminders: number;
  readonly tasks: number;
  readonly relay: boolean;
  readonly position: string | null;
  readonly locked: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly counts: LevelCount | 'none' | null;
  readonly mark: 'added' | 'removed' | 'changed' | null;
}

export interface FactsInput extends Omit<DueContext, 'definition'> {
  readonly definition: Definition;
  readonly groups: ReadonlyMap<string, ResolvedGroup>;
  readonly problems: readonly Problem[];
  readonly overlay: Overlay;
}

export function factsOf(input: FactsInput): ReadonlyMap<string, LevelFacts> {
  const { nodes } = input.definition;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Set(nodes.map(({ parent }) => parent));
  const found = problemsByNode(input.problems);
  return new Map(
    nodes.map((node, index) => {
      const above = node.parent === null ? undefined : byId.get(node.parent);
      const shared = above?.sharedTasks.length ?? 0;
      const passesOn = parents.has(node.id) && node.parent !== null && node.dissemination.mode === 'official';
      return [
        node.id,
        {
          name: node.name,
          chain: node.chain,
          who: whoOf(node, input.groups.get(node.id)),
          due: dueLineOf(node, input),
          moreDues: Math.max(0, node.obligations.length - 1),
          reminders: node.obligations.reduce((sum, { reminders }) => sum + reminders.length, 0),
          tasks: node.tasks.length + shared,
          relay: passesOn || node.dissemination.document !== null,
          position: node.position,
          locked: input.definition.layout.nodes[node.id]?.locked ?? false,
          ...(found.get(index) ?? NO_PROBLEMS),
          counts: countsOf(node.id, input.overlay),
          mark: input.overlay.kind === 'diff' ? (input.overlay.marks.get(node.id) ?? null) : null,
        },
      ];
    }),
  );
}

const NO_PROBLEMS = { errors: 0, warnings: 0 };

/** Paths of problems begin with `definition, nodes, <index>`. */
function problemsByNode(problems: readonly Problem[]): ReadonlyMap<number, typeof NO_PROBLEMS> {
  const found = new Map<number, typeof NO_PROBLEMS>();
  for (const { path, severity } of problems) {
    const [area, part, index] = path;
    if (area !== 'definition' || part !== 'nodes' || typeof index !== 'number') continue;
    const { errors, warnings } = found.get(index) ?? NO_PROBLEMS;
    found.set(
      index,
      severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
    );
  }
  return found;
}

function countsOf(id: string, overlay: Overlay): LevelFacts['counts'] {
  return overlay.kind === 'counts' ? (overlay.counts.get(id) ?? 'none') : null;
}

function whoOf({ select }: DrawingNode, group: ResolvedGroup | undefined): Who {
  const known = {
    count: group?.count ?? null,
    only: group?.count === 1 ? (group.units[0]?.name ?? null) : null,
  };
  return { ...selected(select), ...known };
}

/** A criterion on the kind alone reads like a list of kinds. */
export function selected(select: Selector): Pick<Who, 'kind' | 'kinds' | 'listed'> {
  switch (select.kind) {
    case 'root':
      return { kind: 'root', kinds: [], listed: 0 };
    case 'list':
      return { kind: 'list', kinds: [], listed: select.units.length };
    case 'ofKind':
      return { kind: 'kinds', kinds: select.unitKinds, listed: 0 };
    case 'criterion': {
      const kinds = select.where.flatMap(({ attribute, value }) =>
        attribute === '$kind' && value !== undefined ? [value].flat().map(String) : [],
      );
      return { kind: kinds.length > 0 ? 'kinds' : 'criterion', kinds, listed: 0 };
    }
  }
}
