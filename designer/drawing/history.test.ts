import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Definition } from '#model';
import { TEMPLATES } from '../../templates/index.ts';
import type { Command } from './command.ts';
import { editDefinition, editNode, setLetter } from './commands/editing.ts';
import { addLevel, insertLevel, removeNodes, renameNode } from './commands/levels.ts';
import { moveNodes } from './commands/placing.ts';
import { duplicateNodes } from './commands/copying.ts';
import type { Drawing } from './drawing.ts';
import { begin, type History, redo, run, undo } from './history.ts';
import { freeKey } from './keys.ts';
import { PRESETS } from './presets.ts';

const template = (key: string): Drawing => {
  const found = TEMPLATES.find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return { definition: found.definition, directive: found.directive };
};
const all = (history: History, step: (at: History) => History): History => {
  let at = history;
  for (let next = step(at); next !== at; next = step(at)) at = next;
  return at;
};

describe('undo and redo', () => {
  it('give back the identical drawing, whatever was done', () => {
    const choice = fc.record({ kind: fc.nat(6), which: fc.nat(100), preset: fc.nat(PRESETS.length - 1) });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 25 }), (choices) => {
        const start = begin(template('bac-kan-2024'));
        let history = start;
        for (const each of choices) history = run(history, commandOf(history.present, each));
        expect(Definition.safeParse(history.present.definition).success).toBe(true);
        const text = JSON.stringify(history.present);
        const back = all(history, undo);
        expect(back.present).toBe(start.present);
        expect(JSON.stringify(all(back, redo).present)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('take a word typed letter by letter as one step', () => {
    const typed = ['B', 'Bộ', 'Bộ Y tế'].reduce(
      (at, text) =>
        run(
          at,
          editNode('bo', (node) => void (node.name = text), 'bo.name'),
        ),
      begin(template('bon-cap-2024')),
    );
    expect(typed.past).toHaveLength(1);
    expect(undo(typed).present.definition.nodes[0]?.name).not.toBe('B');
  });

  it('know nothing of a command that changes nothing', () => {
    const start = begin(template('bon-cap-2024'));
    expect(run(start, renameNode('bo', start.present.definition.nodes[0]?.name ?? ''))).toBe(start);
  });

  it('forget what was undone once something else is done', () => {
    const once = undo(run(begin(template('bon-cap-2024')), renameNode('xa', 'Xã')));
    expect(redo(run(once, setLetter(null))).present.definition.nodes.at(-1)?.name).not.toBe('Xã');
  });
});

interface Choice {
  readonly kind: number;
  readonly which: number;
  readonly preset: number;
}

function commandOf(drawing: Drawing, { kind, which, preset }: Choice): Command {
  const { nodes } = drawing.definition;
  const id = nodes[which % nodes.length]?.id ?? '';
  const name = `Cấp ${which}`;
  const made = {
    id: freeKey(
      name,
      nodes.map((node) => node.id),
    ),
    name,
    preset: PRESETS[preset] ?? PRESETS[0],
  };
  switch (kind) {
    case 0:
      return addLevel({ ...made, parent: id });
    case 1:
      return insertLevel({ ...made, below: id });
    case 2:
      return removeNodes([id]);
    case 3:
      return renameNode(id, name);
    case 4:
      return moveNodes(new Map([[id, { x: which, y: which * 2 }]]));
    case 5:
      return duplicateNodes(drawing, [id]).command;
    default:
      return editDefinition((definition) => void (definition.title = name));
  }
}
