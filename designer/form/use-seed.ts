import { useEditor } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import type { Seed } from './fresh.ts';
import { isEntry } from './record.ts';
import { referencesAt } from './references.ts';

/** Reads the drawing at the moment of the click, so that no field draws anew for it. */
export function useSeed(): (path: Place, name: string, beside?: readonly unknown[]) => Seed {
  const { drawing, findings } = useEditor();
  return (path, name, beside = []) => ({
    name,
    day: findings.getState().trial.startOn,
    taken: beside.flatMap((each) => (isEntry(each) ? [each['id'], each['key']].map(String) : [])),
    reference: (field) => {
      const { definition } = drawing.getState().present;
      const { calendars } = findings.getState();
      const named = referencesAt([...path, field], { definition, calendars });
      return named === null ? null : named[0]?.value;
    },
  });
}
