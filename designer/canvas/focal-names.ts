import type { TFunction } from 'i18next';
import type { Unit } from '#model';
import type { FocalPoint } from '../drawing/layout.ts';
import type { Overlay } from '../drawing/view-store.ts';
import { selected } from './level-facts.ts';
import { kindName } from './wording.ts';

interface Known {
  readonly units: readonly Pick<Unit, 'id' | 'name'>[] | null;
  readonly overlay: Overlay;
  readonly t: TFunction;
}

/** Who stands behind each focal point: as a running campaign knows it, as the list names it, else its kind. */
export function focalNamesOf(focal: readonly FocalPoint[], known: Known): ReadonlyMap<string, string> {
  const wanted = new Set(focal.flatMap(({ select }) => (select.kind === 'list' ? select.units : [])));
  const names = new Map(known.units?.flatMap(({ id, name }) => (wanted.has(id) ? [[id, name]] : [])));
  return new Map(
    focal.flatMap((point): [string, string][] => {
      const name = running(point, known.overlay) ?? listed(point, names) ?? kinds(point, known.t);
      return name === null ? [] : [[point.id, name]];
    }),
  );
}

const running = ({ groups }: FocalPoint, overlay: Overlay): string | undefined =>
  overlay.kind === 'counts'
    ? groups.map((group) => overlay.focal.get(group)).find((name) => name !== undefined)
    : undefined;

function listed({ select }: FocalPoint, names: ReadonlyMap<string, string>): string | undefined {
  const [only] = select.kind === 'list' ? select.units : [];
  return typeof only === 'string' ? names.get(only) : undefined;
}

function kinds({ select }: FocalPoint, t: TFunction): string | null {
  const who = selected(select);
  return who.kinds.length === 0 ? null : who.kinds.map((kind) => kindName(t, kind)).join(', ');
}
