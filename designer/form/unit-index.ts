import type { Unit } from '#model';
import { fold } from '#model/fold';

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
  const hits = folded.filter(({ text }) => wanted.every((word) => text.includes(` ${word}`)));
  const sorted = bestFirst(hits, { words, nameOf: ({ unit }) => unit.name });
  return sorted.slice(0, limit).map(({ unit }) => ({
    id: unit.id,
    name: unit.name,
    above: unit.parentId === null ? null : (byId.get(unit.parentId)?.name ?? null),
  }));
}

interface Ranking<T> {
  readonly words: string;
  readonly nameOf: (hit: T) => string;
}

/** The name itself before names that begin with the words, those before all others; else in the order given. */
export function bestFirst<T>(hits: readonly T[], { words, nameOf }: Ranking<T>): readonly T[] {
  const whole = fold(words.trim()).split(/\s+/).join(' ');
  const rank = (hit: T): number => {
    const name = fold(nameOf(hit));
    if (name === whole) return 0;
    return name.startsWith(whole) ? 1 : 2;
  };
  return [...hits].sort((a, b) => rank(a) - rank(b));
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
