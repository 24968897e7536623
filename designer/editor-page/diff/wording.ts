import type { Drawing } from '../../drawing/drawing.ts';

/** The locale and the names that keys of the drawings stand for. */
export interface Wording {
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly exists: (key: string) => boolean;
  readonly language: string;
  /** Names of levels, report forms, events, parameters; the key itself where nothing bears it. */
  readonly level: (id: string) => string;
  readonly report: (id: string) => string;
  readonly event: (key: string) => string;
  readonly parameter: (key: string) => string;
  readonly unit: (id: string) => string;
}

interface Translator {
  readonly t: Wording['t'];
  readonly exists: Wording['exists'];
  readonly language: string;
}

/** Names as the newer drawing has them, else the older one. */
export function wordingOf(
  translator: Translator,
  drawings: readonly [before: Drawing, after: Drawing],
  units: ReadonlyMap<string, string> = new Map(),
): Wording {
  const named = <T>(list: (drawing: Drawing) => readonly T[], entry: (each: T) => [string, string]) => {
    const names = new Map(drawings.flatMap((drawing) => list(drawing).map(entry)));
    return (key: string): string => names.get(key) ?? key;
  };
  return {
    ...translator,
    level: named(
      ({ definition }) => definition.nodes,
      ({ id, name }) => [id, name],
    ),
    report: named(
      ({ definition }) => definition.reports,
      ({ id, title }) => [id, title],
    ),
    event: named(
      ({ definition }) => definition.events,
      ({ key, label }) => [key, label],
    ),
    parameter: named(
      ({ definition }) => definition.parameters,
      ({ key, label }) => [key, label],
    ),
    unit: (id) => units.get(id) ?? id,
  };
}
