import type { Via } from '#model';
import type { Command } from '../drawing/command.ts';
import type { FocalPoint } from '../drawing/layout.ts';
import { changesOf, mergeOf } from '../form/change.ts';

/** One focal point on the canvas is written down in every obligation that goes through it. */
export function editFocal(given: {
  readonly focal: FocalPoint;
  readonly before: Via;
  readonly after: Via;
}): Command {
  const { focal, before, after } = given;
  const collector = JSON.stringify(before.select);
  const changes = changesOf(before, after);
  const merge = mergeOf(focal.id, before, after);
  return {
    name: 'setFocalPoint',
    change: ({ definition }) => {
      for (const node of definition.nodes) {
        if (!focal.groups.includes(node.id)) continue;
        for (const { via } of node.obligations)
          if (via !== null && JSON.stringify(via.select) === collector) Object.assign(via, changes);
      }
    },
    ...(merge === undefined ? {} : { merge }),
  };
}
