import type { Command } from '../drawing/command.ts';
import { duplicateNodes } from '../drawing/commands/copying.ts';
import { removeFocalPoint } from '../drawing/commands/focal.ts';
import { removeNodes } from '../drawing/commands/levels.ts';
import { lockNodes, moveNodes } from '../drawing/commands/placing.ts';
import { placedOf } from '../drawing/places.ts';
import { hasRoomFor } from './adding.ts';
import { aligned, type Alignment } from './align.ts';
import type { Bench } from './bench.ts';
import { selectedFocalPoints, selectedLevels } from './selected.ts';

/** Levels and focal points in one step; the level above is selected next, so that a keyboard goes on from there. */
export function removeSelected({ editor, tools }: Bench): void {
  const levels = selectedLevels(editor);
  const focal = selectedFocalPoints(editor);
  const going = levels.filter(({ parent }) => parent !== null);
  if (going.length === 0 && focal.length === 0) {
    if (levels.length > 0) tools.getState().say('topStays');
    return;
  }
  const ids = going.map(({ id }) => id);
  const steps = [removeFocalPoint(focal.flatMap(({ groups }) => groups)), removeNodes(ids)];
  const command: Command = {
    name: ids.length === 0 ? 'removeFocalPoint' : 'remove',
    change: (draft) => {
      for (const step of steps) step.change(draft);
    },
  };
  editor.drawing.getState().run(command);
  editor.view.getState().select(next(editor, [...going, ...focal]));
}

function next({ drawing }: Bench['editor'], gone: readonly { readonly parent: string | null }[]): string[] {
  const { nodes } = drawing.getState().present.definition;
  const left = gone.find(({ parent }) => nodes.some(({ id }) => id === parent))?.parent;
  return typeof left === 'string' ? [left] : [];
}

export function duplicateSelected(bench: Bench): void {
  const { editor, tools } = bench;
  const going = selectedLevels(editor).filter(({ parent }) => parent !== null);
  if (going.length === 0) {
    if (selectedLevels(editor).length > 0) tools.getState().say('topStays');
    return;
  }
  if (!hasRoomFor(bench, going.length)) return;
  const { present, run } = editor.drawing.getState();
  const { command, ids } = duplicateNodes(
    present,
    going.map(({ id }) => id),
  );
  run(command);
  editor.view.getState().select(ids);
}

/** Locks all; unlocks where all are locked. */
export function toggleLock({ editor }: Bench): void {
  const ids = selectedLevels(editor).map(({ id }) => id);
  const places = placedOf(editor.drawing.getState().present.definition);
  const locked = ids.every((id) => places.get(id)?.locked === true);
  if (ids.length > 0) editor.drawing.getState().run(lockNodes(ids, !locked));
}

export function alignSelected({ editor }: Bench, how: Alignment): void {
  const chosen = new Set(selectedLevels(editor).map(({ id }) => id));
  if (chosen.size < 2) return;
  const { present, run } = editor.drawing.getState();
  const places = new Map([...placedOf(present.definition)].filter(([id]) => chosen.has(id)));
  run(moveNodes(aligned(places, how)));
}
