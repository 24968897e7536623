import type { DrawingNode } from '#model';

/** A section of the inspector and the fields of the level that it holds. */
export interface LevelPart {
  readonly name: 'addressees' | 'tasks' | 'obligations' | 'passing' | 'information';
  readonly names: readonly (keyof DrawingNode)[];
  /** Fields after the preview of who is addressed. */
  readonly below: readonly (keyof DrawingNode)[];
  readonly count: number | null;
  readonly openAtFirst: boolean;
}

/** Only what can mean something for the level, and what is written already though it cannot. */
export function partsOf(node: DrawingNode, disseminates: boolean): readonly LevelPart[] {
  const top = node.parent === null;
  const tasks: (keyof DrawingNode)[] = [
    ...(!top || node.tasks.length > 0 ? (['tasks'] as const) : []),
    ...(disseminates || node.sharedTasks.length > 0 ? (['sharedTasks'] as const) : []),
    'actorTasks',
  ];
  const parts: LevelPart[] = [
    {
      name: 'addressees',
      names: top ? ['select'] : ['select', 'allowEmpty'],
      below: top ? [] : ['subgroups'],
      count: null,
      openAtFirst: true,
    },
    {
      name: 'tasks',
      names: tasks,
      below: [],
      count: node.tasks.length + node.sharedTasks.length + node.actorTasks.length,
      openAtFirst: true,
    },
  ];
  if (!top || node.obligations.length > 0)
    parts.push({
      name: 'obligations',
      names: ['obligations'],
      below: [],
      count: node.obligations.length,
      openAtFirst: true,
    });
  if (disseminates)
    parts.push({
      name: 'passing',
      names: ['dissemination', 'consolidation'],
      below: [],
      count: null,
      openAtFirst: false,
    });
  if (disseminates || node.information.length > 0)
    parts.push({
      name: 'information',
      names: ['information'],
      below: [],
      count: node.information.length,
      openAtFirst: false,
    });
  return parts;
}
