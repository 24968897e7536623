import { type Problem, warning } from '#model';
import { kindOf, type ModdleElement, one, textOf } from './bpmn-element.ts';

/** Who addresses whom, read from the flows of a BPMN file; elements are known by their objects. */
export interface Tree {
  readonly top: ModdleElement;
  /** Above each level but the top. */
  readonly parents: ReadonlyMap<ModdleElement, ModdleElement>;
  /** Messages that are a way from one level to another. */
  readonly usedMessages: ReadonlySet<ModdleElement>;
  readonly notCarried: readonly Problem[];
}

interface Flows {
  /** Elements that become levels, in the order of the file. */
  readonly levels: readonly ModdleElement[];
  readonly starts: readonly ModdleElement[];
  readonly flows: readonly ModdleElement[];
  /** Between participants: the directive handed over to another organisation. */
  readonly messages: readonly ModdleElement[];
}

/**
 * A tree of levels from flows that may be anything: events and gateways between two levels are passed
 * through, ways that would make a second parent or a circle are cut, what hangs on nothing hangs on the
 * top. Everything that was cut is told.
 */
export function treeOf({ levels, starts, flows, messages }: Flows): Tree | null {
  const isLevel = new Set(levels);
  const targets = targetsOf(flows);
  const after = (from: ModdleElement): readonly ModdleElement[] => reached(from, targets, isLevel);
  const below = new Map(levels.map((level) => [level, after(level)]));
  const addressed = new Set([...below].flatMap(([from, all]) => all.filter((each) => each !== from)));
  const started = starts.flatMap((start) => after(start));
  const top =
    started.find((level) => !addressed.has(level)) ??
    levels.find((level) => !addressed.has(level)) ??
    started[0] ??
    levels[0];
  if (top === undefined) return null;

  const parents = new Map<ModdleElement, ModdleElement>();
  const notCarried: Problem[] = [];
  const seen = new Set([top]);
  const walk = (from: ModdleElement): void => {
    const waiting = [from];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      for (const level of below.get(next) ?? []) {
        if (!seen.has(level)) {
          seen.add(level);
          parents.set(level, next);
          waiting.push(level);
        } else if (parents.get(level) !== next) notCarried.push(cut(next, level, parents));
      }
    }
  };
  walk(top);
  const usedMessages = new Set<ModdleElement>();
  const handedTo = new Map(
    messages.flatMap((message) => {
      const from = one(message, 'sourceRef');
      const to = one(message, 'targetRef');
      if (from === null || to === null || !isLevel.has(from)) return [];
      const levelsThere = isLevel.has(to) ? [to] : after(to);
      return levelsThere.map((level) => [level, { from, message }] as const);
    }),
  );
  // twice over: a level may be handed the directive by one that only comes later in the file
  for (const mayHang of [false, true]) {
    const waiting = levels.filter((level) => !seen.has(level));
    waiting.sort((a, b) => Number(addressed.has(a)) - Number(addressed.has(b)));
    for (const level of waiting) {
      if (seen.has(level)) continue;
      const handed = handedTo.get(level);
      if (handed !== undefined && seen.has(handed.from)) {
        parents.set(level, handed.from);
        usedMessages.add(handed.message);
      } else if (mayHang) {
        parents.set(level, top);
        notCarried.push(warning('exchange.hungUnderTop', [], namesOf({ level, parent: top })));
      } else continue;
      seen.add(level);
      walk(level);
    }
  }
  return { top, parents, usedMessages, notCarried };
}

/** By the flows themselves: many tools leave out what the elements could say of them. */
function targetsOf(flows: readonly ModdleElement[]): ReadonlyMap<ModdleElement, readonly ModdleElement[]> {
  const targets = new Map<ModdleElement, ModdleElement[]>();
  for (const flow of flows) {
    const from = one(flow, 'sourceRef');
    const to = one(flow, 'targetRef');
    if (from !== null && to !== null) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  return targets;
}

/** The levels that flows lead to from an element, through whatever is no level. */
function reached(
  from: ModdleElement,
  targets: ReadonlyMap<ModdleElement, readonly ModdleElement[]>,
  isLevel: ReadonlySet<ModdleElement>,
): readonly ModdleElement[] {
  const found = new Set<ModdleElement>();
  const passed = new Set([from]);
  const waiting = [from];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const to of targets.get(next) ?? []) {
      if (isLevel.has(to)) found.add(to);
      else if (!passed.has(to)) {
        passed.add(to);
        waiting.push(to);
      }
    }
  }
  return [...found];
}

function cut(
  other: ModdleElement,
  level: ModdleElement,
  parents: ReadonlyMap<ModdleElement, ModdleElement>,
): Problem {
  for (let above: ModdleElement | undefined = other; above !== undefined; above = parents.get(above)) {
    if (above === level) return warning('exchange.loopCut', [], namesOf({ level, other }));
  }
  const parent = parents.get(level) ?? level;
  return warning('exchange.joinCut', [], namesOf({ level, parent, other }));
}

/** How people find an element in their own tool: by its name, else by its id. */
export const nameOf = (element: ModdleElement): string =>
  textOf(element, 'name').trim() ||
  textOf(element, 'text').trim().slice(0, 80) ||
  textOf(element, 'id') ||
  kindOf(element);

const namesOf = (elements: Readonly<Record<string, ModdleElement>>): Record<string, string> =>
  Object.fromEntries(Object.entries(elements).map(([key, element]) => [key, nameOf(element)]));
