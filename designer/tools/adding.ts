import { editNode } from '../drawing/commands/editing.ts';
import { setFocalPoint } from '../drawing/commands/focal.ts';
import { addLevel, insertLevel } from '../drawing/commands/levels.ts';
import { freeKey } from '../drawing/keys.ts';
import { placedOf } from '../drawing/places.ts';
import type { Preset } from '../drawing/presets.ts';
import type { Bench } from './bench.ts';
import { anchorOf, selectedLevels } from './selected.ts';

/** As many as a drawing may hold (`Definition.nodes`). */
const MOST_LEVELS = 500;

export function hasRoomFor({ editor, tools }: Bench, more: number): boolean {
  const { nodes } = editor.drawing.getState().present.definition;
  if (nodes.length + more <= MOST_LEVELS) return true;
  tools.getState().say('tooMany', { most: MOST_LEVELS });
  return false;
}

/** Below the selected level, else below the top; its name can be typed at once. */
export function addPreset(bench: Bench, preset: Preset): void {
  const parent = anchorOf(bench.editor);
  if (parent === undefined || !hasRoomFor(bench, 1)) return;
  const level = newLevel(bench, preset);
  bench.editor.drawing.getState().run(addLevel({ ...level, parent: parent.id }));
  nameIt(bench, level.id);
}

/** Between the selected level and the one above it. */
export function insertPreset(bench: Bench, preset: Preset): void {
  const [below] = selectedLevels(bench.editor);
  if (below === undefined || below.parent === null) {
    bench.tools.getState().say('nothingAbove');
    return;
  }
  if (!hasRoomFor(bench, 1)) return;
  const level = newLevel(bench, preset);
  bench.editor.drawing.getState().run(insertLevel({ ...level, below: below.id }));
  nameIt(bench, level.id);
}

function newLevel({ editor, t }: Bench, preset: Preset) {
  const name = t(`tools.presetName_${preset.key}`);
  const taken = editor.drawing.getState().present.definition.nodes.map(({ id }) => id);
  return { id: freeKey(name, taken), name, preset };
}

function nameIt({ editor: { drawing, view }, tools }: Bench, id: string): void {
  const at = placedOf(drawing.getState().present.definition).get(id);
  if (at !== undefined) tools.getState().zoom?.reveal(at);
  // at once: selecting first would give the focus to the level instead of to its name
  view.getState().show({ selection: new Set([id]), renaming: id, panel: 'inspector' });
}

/** Another unit collects from the selected groups: which one is chosen in the inspector next. */
export function addFocalPoint({ editor, tools }: Bench): void {
  const owing = selectedLevels(editor).filter(
    ({ parent, obligations }) => parent !== null && obligations.length > 0,
  );
  const groups = owing.filter(({ obligations }) => obligations.every(({ via }) => via === null));
  const [first] = groups;
  if (first === undefined) {
    tools.getState().say(owing.length > 0 ? 'hasFocalPoint' : 'noReport');
    return;
  }
  const select = { kind: 'list' as const, units: [] };
  editor.drawing.getState().run(setFocalPoint({ groups: groups.map(({ id }) => id), select }));
  goToLevel(editor, first.id, ['obligations', 0, 'via', 'select']);
}

/** Somebody who is told and owes nothing; name and unit are chosen in the inspector next. */
export function addInformation({ editor, t }: Bench): void {
  const level = anchorOf(editor);
  if (level === undefined) return;
  const name = t('tools.informationName');
  editor.drawing.getState().run(
    editNode(level.id, ({ information }) => {
      information.push({ name, unit: null });
    }),
  );
  editor.view.getState().select([level.id]);
  goToLevel(editor, level.id, ['information', level.information.length, 'name']);
}

function goToLevel({ drawing, view }: Bench['editor'], id: string, path: readonly (string | number)[]): void {
  const index = drawing.getState().present.definition.nodes.findIndex((node) => node.id === id);
  view.getState().goTo(['definition', 'nodes', index, ...path]);
}
