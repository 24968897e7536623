import { DrawingNode, type Problem, warning } from '#model';
import { freeKey } from '../drawing/keys.ts';
import { PRESETS } from '../drawing/presets.ts';
import { fold } from '#model/fold';
import { detailOf, many, type ModdleElement, nameInXml, textOf } from './bpmn-element.ts';
import { nameOf } from './bpmn-graph.ts';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 4000;

/** One element of the file as a level, before it is checked: its own details, or what BPMN says. */
export interface RawLevel {
  readonly element: ModdleElement;
  readonly node: Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
  /** It brought its details along. */
  readonly own: boolean;
}

interface Reading {
  readonly element: ModdleElement;
  readonly taken: Iterable<string>;
  readonly isTop: boolean;
}

/** A level from a task: our details where the file has them, with BPMN's own name before ours. */
export function levelFrom(reading: Reading, notCarried: Problem[]): RawLevel {
  const { element, taken } = reading;
  const detail = detailOf(element, 'Level');
  const known = detail === null ? null : recordIn(textOf(detail, 'json'));
  if (detail !== null && known === null) {
    notCarried.push(warning('exchange.detailsDamaged', [], { name: nameOf(element) }));
  }
  const written = textOf(element, 'name');
  const knownName = typeof known?.['name'] === 'string' ? known['name'] : '';
  const renamed = nameInXml(written) !== '' && nameInXml(written) !== nameInXml(knownName);
  const name = shortened(renamed || knownName === '' ? nameInXml(nameOf(element)) : knownName, notCarried);
  if (known === null) return { element, own: false, node: newLevel({ ...reading, name }) };
  const taken_ = new Set(taken);
  const wanted = typeof known['id'] === 'string' ? known['id'] : '';
  // copied in another tool: the copy keeps the details and gets a key of its own
  const id = wanted === '' || taken_.has(wanted) ? freeKey(wanted || name, taken_) : wanted;
  return { element, own: true, node: { ...known, id, name } };
}

function newLevel(given: Reading & { readonly name: string }): DrawingNode {
  const { element, name, taken, isTop } = given;
  const text = many(element, 'documentation')
    .map((each) => textOf(each, 'text').trim())
    .join('\n')
    .slice(0, LONGEST_TEXT)
    .trim();
  const id = freeKey(name, taken);
  return DrawingNode.parse({
    ...{ id, name, parent: null },
    select: isTop ? { kind: 'root' } : usualUnitsOf(name),
    tasks: text === '' ? [] : [{ id: `${id}-1`.slice(-60), text }],
  });
}

/** Words by which people name whole groups; the first that occurs decides. */
const WORDS: readonly (readonly [word: string, preset: string])[] = [
  ['mat tran', 'front'],
  ['front', 'front'],
  ['phong', 'offices'],
  ['truong', 'schools'],
  ['school', 'schools'],
  ['doanh nghiep', 'enterprises'],
  ['enterprise', 'enterprises'],
  ['xa', 'commune'],
  ['phuong', 'commune'],
  ['commune', 'commune'],
  ['huyen', 'district'],
  ['district', 'district'],
  ['so', 'department'],
  ['department', 'department'],
  ['tinh', 'province'],
  ['province', 'province'],
];

/** Which units a group of that name usually has: a beginning that the designer is asked to check. */
function usualUnitsOf(name: string): unknown {
  const words = ` ${fold(name).replace(/[^a-z0-9]+/g, ' ')} `;
  const key = WORDS.find(([word]) => words.includes(` ${word} `))?.[1] ?? 'commune';
  return PRESETS.find((preset) => preset.key === key)?.select;
}

function shortened(name: string, notCarried: Problem[]): string {
  const clean = name.trim();
  if (clean.length <= LONGEST_NAME) return clean;
  const cut = clean.slice(0, LONGEST_NAME).trim();
  notCarried.push(warning('exchange.nameCut', [], { name: cut, most: LONGEST_NAME }));
  return cut;
}

/** JSON that somebody may have edited; null where it is no longer an object. */
export function recordIn(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return { ...value };
  } catch {
    return null;
  }
}
