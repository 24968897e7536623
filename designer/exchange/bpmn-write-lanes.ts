import { focalPointsOf } from '../drawing/layout.ts';
import type { ModdleElement } from './bpmn-element.ts';
import { details, idOf, type Writing, type Written } from './bpmn-writing.ts';
import { isWord } from './words.ts';

type Members = Pick<Written, 'levels' | 'timers' | 'focal' | 'start'>;

export function lanesOf({ moddle, definition: { nodes }, frame, words }: Writing, members: Members) {
  const lanes = new Map<string, ModdleElement>();
  const root = nodes.find(({ parent }) => parent === null);
  for (const { chain } of frame.lanes) {
    const here = nodes.filter((node) => node.chain === chain).map(({ id }) => id);
    const through = focalPointsOf(nodes).filter(({ parent }) => here.includes(parent));
    const key = `chain_${chain}`;
    const flowNodeRef = [
      ...(root?.chain === chain && members.start !== null ? [members.start] : []),
      ...here.flatMap((id) => [members.levels.get(id), members.timers.get(id)]),
      ...through.map(({ id }) => members.focal.get(id)),
    ].filter((each) => each !== undefined);
    lanes.set(
      chain,
      moddle.create('bpmn:Lane', {
        id: idOf('Lane', chain),
        name: isWord(key) ? words(key) : chain,
        extensionElements: details(moddle, moddle.create('cascade:Chain', { key: chain })),
        flowNodeRef,
      }),
    );
  }
  const laneSet =
    lanes.size === 0 ? null : moddle.create('bpmn:LaneSet', { id: 'Lanes', lanes: [...lanes.values()] });
  return { lanes, laneSet };
}
