import { en, vi } from '../locales/areas/exchange.ts';
import { kindOf, type ModdleElement, nameInXml, one, textOf } from './bpmn-element.ts';

/** Recipients for information stand in BPMN as notes beside a level. */
export interface Notes {
  readonly of: ReadonlyMap<ModdleElement, readonly string[]>;
  readonly used: ReadonlySet<ModdleElement>;
}

export function notesIn(artifacts: readonly ModdleElement[], levels: ReadonlySet<ModdleElement>): Notes {
  const of = new Map<ModdleElement, string[]>();
  const used = new Set<ModdleElement>();
  for (const line of artifacts) {
    if (kindOf(line) !== 'Association') continue;
    const ends = [one(line, 'sourceRef'), one(line, 'targetRef')];
    const level = ends.find((end) => end !== null && levels.has(end));
    const note = ends.find((end) => end !== null && kindOf(end) === 'TextAnnotation');
    if (level === undefined || level === null || note === undefined || note === null) continue;
    of.set(level, [...(of.get(level) ?? []), textOf(note, 'text')]);
    used.add(line).add(note);
  }
  return { of, used };
}

const LONGEST = 200;
/** "Để biết: " in either language; what comes before the names in the sentence of the locale. */
const PREFIXES = [vi, en].map(({ information }) => information.split('{')[0] ?? '');

/** The names in the notes; where nobody changed them, ours with all that is known of them. */
export function informationFrom(notes: readonly string[], known: unknown): unknown {
  const names = notes.flatMap((note) => {
    const prefix = PREFIXES.find((each) => note.startsWith(each)) ?? '';
    return note
      .slice(prefix.length)
      .split(/[;\n]/)
      .map((name) => name.trim().slice(0, LONGEST))
      .filter((name) => name !== '');
  });
  const before = Array.isArray(known) ? known : [];
  const written = before.flatMap((each) => nameInXml(nameIn(each)).split(';'));
  if (written.map((name) => name.trim()).join(';') === names.join(';')) return before;
  return names.map((name) => before.find((each) => nameInXml(nameIn(each)) === name) ?? { name });
}

const nameIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : '';
