import { type ArrayDelta, create, type Delta } from 'jsondiffpatch';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Place } from '../../drawing/view-store.ts';
import type { Change, Thing, ThingKind } from './change.ts';
import { identityOf, LISTS, PARTS, SILENT } from './things.ts';

const differ = create({ objectHash: identityOf, arrays: { detectMove: true, includeValueOnMove: false } });

type Plain = Readonly<Record<string, unknown>>;

interface Here {
  readonly kind: ThingKind;
  readonly within: readonly Thing[];
  readonly place: Place;
  readonly node: string | null;
}
interface Pair {
  readonly before: Plain;
  readonly after: Plain;
}

/** Everything that differs in meaning, in the order of the drawing. Empty exactly where both mean the same. */
export function changesBetween(before: Drawing, after: Drawing): readonly Change[] {
  const here = { within: [], node: null } as const;
  const drawing = inThing(
    { before: plain(before.definition), after: plain(after.definition) },
    { ...here, kind: 'drawing', place: ['definition'] },
  );
  const place = ['directive'] as const;
  if (before.directive === null && after.directive === null) return drawing;
  if (before.directive === null || after.directive === null) {
    const kind = before.directive === null ? 'added' : 'removed';
    const value = before.directive ?? after.directive;
    return [...drawing, { ...here, kind, thing: { kind: 'letter', value }, place }];
  }
  const letter: Thing = { kind: 'letter', value: after.directive };
  return [
    ...drawing,
    ...inThing(
      { before: plain(before.directive), after: plain(after.directive) },
      { kind: 'letter', within: [letter], node: null, place },
    ),
  ];
}

/** Without properties that are `undefined`, which a stored drawing does not have either. */
const plain = (value: unknown): Plain => JSON.parse(JSON.stringify(value)) as Plain; // objects of the schema

function inThing({ before, after }: Pair, here: Here): Change[] {
  const { within, node } = here;
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return fields.flatMap((field): Change[] => {
    if (here.within.length === 0 && SILENT.has(field)) return [];
    const delta: Delta = differ.diff(before[field], after[field]);
    if (delta === undefined) return [];
    const place = [...here.place, field];
    const [old, now] = [before[field], after[field]];
    const listed = LISTS[here.kind]?.[field];
    if (listed !== undefined && Array.isArray(old) && Array.isArray(now)) {
      // jsondiffpatch describes two arrays by an array delta
      return inList({ old, now, delta: delta as ArrayDelta }, { ...here, kind: listed, place });
    }
    if (PARTS[here.kind]?.includes(field) === true && isPlain(old) && isPlain(now)) {
      return inThing({ before: old, after: now }, { ...here, kind: here.kind, place });
    }
    return [{ kind: 'changed', field, before: old ?? null, after: now ?? null, within, place, node }];
  });
}

interface ListPair {
  readonly old: readonly unknown[];
  readonly now: readonly unknown[];
  readonly delta: ArrayDelta;
}

function inList({ old, now, delta }: ListPair, here: Here): Change[] {
  const { kind, within, place } = here;
  const nodeOf = (value: unknown) => (kind === 'node' ? idOf(value) : here.node);
  const came = aligned(old.length, now.length, delta);
  const kept = new Set(came);
  const rewritten = kind === 'paragraph' ? came.flatMap((from, at) => (from === null ? [at] : [])) : [];
  const gone = old.flatMap((value, at): Change[] => {
    if (kept.has(at) || rewritten.includes(at)) return [];
    return [{ kind: 'removed', thing: { kind, value }, within, place, node: nodeOf(value) }];
  });
  const there = now.flatMap((value, at): Change[] => {
    const thing: Thing = { kind, value };
    const common = { within, place: [...place, at], node: nodeOf(value) };
    const from = came[at] ?? null;
    if (from === null) {
      // a paragraph has no identity but its place
      const before = kind === 'paragraph' && !kept.has(at) ? old[at] : undefined;
      if (before === undefined) return [{ ...common, kind: 'added', thing }];
      return [
        { ...common, within: [...within, thing], kind: 'changed', field: 'text', before, after: value },
      ];
    }
    const moved: Change[] = isMove(delta, from) ? [{ ...common, kind: 'moved', thing }] : [];
    const was = old[from];
    if (!isPlain(was) || !isPlain(value)) return moved;
    const inside = { ...common, kind, within: [...within, thing] };
    return [...moved, ...inThing({ before: was, after: value }, inside)];
  });
  return [...gone, ...there];
}

const MOVED = 3;
const isMove = (delta: ArrayDelta, from: number): boolean => {
  const entry: unknown = Object.entries(delta).find(([key]) => key === `_${from}`)?.[1];
  return Array.isArray(entry) && entry[2] === MOVED;
};

/** For every entry of the new list the index it had in the old one; null: it is new. */
function aligned(oldLength: number, newLength: number, delta: ArrayDelta): readonly (number | null)[] {
  const entries = Object.entries(delta).filter(([key]) => key !== '_t');
  const left = new Set<number>();
  const landed = new Map<number, number | null>();
  for (const [key, entry] of entries) {
    if (key.startsWith('_')) {
      const from = Number(key.slice(1));
      left.add(from);
      if (Array.isArray(entry) && entry[2] === MOVED) landed.set(Number(entry[1]), from);
    } else if (Array.isArray(entry) && entry.length === 1) landed.set(Number(key), null);
  }
  const staying = Array.from({ length: oldLength }, (_, index) => index).filter((index) => !left.has(index));
  return Array.from({ length: newLength }, (_, index) => {
    const landing = landed.get(index);
    return landing === undefined ? (staying.shift() ?? null) : landing;
  });
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (value: unknown): string | null =>
  isPlain(value) && typeof value['id'] === 'string' ? value['id'] : null;
