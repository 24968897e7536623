import { freeKey } from '../drawing/keys.ts';
import { fold } from '#model/fold';
import { detailOf, many, type ModdleElement, one, textOf } from './bpmn-element.ts';

const NAMED: readonly (readonly [word: string, chain: string])[] = [
  ['mat tran', 'front'],
  ['front', 'front'],
  ['dang', 'party'],
  ['party', 'party'],
  ['chinh quyen', 'state'],
  ['nha nuoc', 'state'],
  ['state', 'state'],
];

/** The chain of every element that stands in a lane or, with several pools, in a pool. */
export function chainsOf(
  processes: readonly ModdleElement[],
  participants: readonly ModdleElement[],
): ReadonlyMap<ModdleElement, string> {
  const chains = new Map<ModdleElement, string>();
  const taken = new Set<string>();
  const keyOf = (element: ModdleElement): string => {
    const name = textOf(element, 'name').trim();
    const words = ` ${fold(name).replace(/[^a-z0-9]+/g, ' ')} `;
    const known = textOf(detailOf(element, 'Chain'), 'key');
    const key = known || NAMED.find(([word]) => words.includes(` ${word} `))?.[1] || freeKey(name, taken);
    taken.add(key);
    return key;
  };
  const pools = participants.filter((each) => one(each, 'processRef') !== null);
  if (pools.length > 1) {
    for (const pool of pools) {
      const key = keyOf(pool);
      for (const element of many(one(pool, 'processRef'), 'flowElements')) chains.set(element, key);
    }
  }
  for (const process of processes) {
    const lanes = many(process, 'laneSets').flatMap((set) => many(set, 'lanes'));
    if (lanes.length < 2) continue;
    for (const lane of lanes) {
      const key = keyOf(lane);
      for (const element of standingIn(lane)) chains.set(element, key);
    }
  }
  return chains;
}

/** Everything in a lane and in the lanes inside it. */
function standingIn(lane: ModdleElement): readonly ModdleElement[] {
  const all: ModdleElement[] = [];
  const waiting = [lane];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    all.push(...many(next, 'flowNodeRef'));
    waiting.push(...many(one(next, 'childLaneSet'), 'lanes'));
  }
  return all;
}
