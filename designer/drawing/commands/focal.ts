import type { Selector } from '#model';
import type { Command } from '../command.ts';

/** Another unit collects on behalf of the level above: "qua phòng Kinh tế". Its own date stays where it has one. */
export const setFocalPoint = (given: {
  readonly groups: readonly string[];
  readonly select: Selector;
}): Command => ({
  name: 'setFocalPoint',
  change: ({ definition }) => {
    for (const node of definition.nodes) {
      if (!given.groups.includes(node.id) || node.parent === null) continue;
      for (const rule of node.obligations) {
        rule.via = { select: given.select, due: rule.via?.due ?? { kind: 'none' } };
      }
    }
  },
});

export const removeFocalPoint = (groups: readonly string[]): Command => ({
  name: 'removeFocalPoint',
  change: ({ definition }) => {
    for (const node of definition.nodes) {
      if (groups.includes(node.id)) for (const rule of node.obligations) rule.via = null;
    }
  },
});
