import type { Unit } from '#model';
import { fold } from '../ui/fold.ts';

export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  /** Tells units of the same name apart. */
  readonly above: string | null;
}

/** Names with and without accents, made once for a list of units. */
interface Index {
  readonly byId: ReadonlyMap<string, Unit>;
  readonly folded: readonly { readonly unit: Unit; readonly text: string }[];
}
const indexes = new WeakMap<readonly Unit[], Index>();

export function indexOf(units: readonly Unit[]): Index {
  const known = indexes.get(units);
  if (known !== undefined) return known;
  const made: Index = {
    byId: new Map(units.map((unit) => [unit.id, unit])),
    folded: units.map((unit) => ({ unit, text: ` ${fold(unit.name)} ${fold(unit.code)}` })),
  };
  indexes.set(units, made);
  return made;
}

/** The first units in whose names every word begins a word; names that begin with the words stand first. */
export function findUnits(units: readonly Unit[], words: string, limit: number): readonly FoundUnit[] {
  const { byId, folded } = indexOf(units);
  const wanted = fold(words.trim()).split(/\s+/);
  const whole = wanted.join(' ');
  const hits = folded.filter(({ text }) => wanted.every((word) => text.includes(` ${word}`)));
  const sorted = [
    ...hits.filter(({ text }) => text.startsWith(` ${whole}`)),
    ...hits.filter(({ text }) => !text.startsWith(` ${whole}`)),
  ];
  return sorted.slice(0, limit).map(({ unit }) => ({
    id: unit.id,
    name: unit.name,
    above: unit.parentId === null ? null : (byId.get(unit.parentId)?.name ?? null),
  }));
}

export interface Figures {
  /** Kinds that occur, the most frequent first. */
  readonly kinds: readonly string[];
  /** Attributes that occur with the values they have, at most a few. */
  readonly attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>;
  readonly chains: readonly string[];
}
const figures = new WeakMap<readonly Unit[], Figures>();
const ENOUGH = 30;

export function figuresOf(units: readonly Unit[]): Figures {
  const known = figures.get(units);
  if (known !== undefined) return known;
  const kinds = new Map<string, number>();
  const chains = new Set<string>();
  const attributes = new Map<string, Set<string | number | boolean>>();
  for (const unit of units) {
    kinds.set(unit.kind, (kinds.get(unit.kind) ?? 0) + 1);
    chains.add(unit.chain);
    for (const [name, value] of Object.entries(unit.attributes)) {
      const values = attributes.get(name) ?? new Set();
      if (values.size < ENOUGH) values.add(value);
      attributes.set(name, values);
    }
  }
  const made: Figures = {
    kinds: [...kinds].sort(([, a], [, b]) => b - a).map(([kind]) => kind),
    chains: [...chains].sort(),
    attributes: new Map([...attributes].map(([name, values]) => [name, [...values]])),
  };
  figures.set(units, made);
  return made;
}
