import type { Definition } from '#model';
import { useEditor } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import type { Seed } from './fresh.ts';
import { isEntry } from './record.ts';
import { referencesAt } from './references.ts';

/** A task is named by its key alone, whatever level gives it: no two of a drawing may share one. */
const taskKeys = ({ nodes }: Definition): readonly string[] =>
  nodes.flatMap(({ tasks, sharedTasks, actorTasks }) =>
    [...tasks, ...sharedTasks, ...actorTasks].map(({ id }) => id),
  );

/** Reads the drawing at the moment of the click, so that no field draws anew for it. */
export function useSeed(): (path: Place, name: string, beside?: readonly unknown[]) => Seed {
  const { drawing, findings } = useEditor();
  return (path, name, beside = []) => ({
    name,
    day: findings.getState().trial.startOn,
    taken: [
      ...beside.flatMap((each) => (isEntry(each) ? [each['id'], each['key']].map(String) : [])),
      ...taskKeys(drawing.getState().present.definition),
    ],
    reference: (field) => {
      const { definition } = drawing.getState().present;
      const { calendars } = findings.getState();
      const named = referencesAt([...path, field], { definition, calendars });
      return named === null ? null : named[0]?.value;
    },
  });
}
