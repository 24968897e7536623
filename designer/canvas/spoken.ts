import type { TFunction } from 'i18next';
import type { LevelFacts } from './level-facts.ts';
import { levelName } from './wording.ts';

/** What a screen reader says of each thing on the canvas. */
export interface Spoken {
  level(facts: LevelFacts): string;
  focal(name: string | undefined): string;
  way(way: 'down' | 'up', ends: { readonly from: string; readonly to: string }): string;
  role(type: 'level' | 'focal' | 'note' | 'lane'): string;
}

/** Put into words once for the same facts: whole sentences for hundreds of levels take longer than drawing them. */
export function spokenBy(t: TFunction): Spoken {
  const levels = new WeakMap<LevelFacts, string>();
  const ways = new Map<string, string>();
  const roles = new Map<string, string>([
    ['level', t('canvas.level')],
    ['focal', t('canvas.focal')],
    ['note', t('canvas.information')],
  ]);
  return {
    level: (facts) => {
      const said = levels.get(facts) ?? levelName(facts, t);
      levels.set(facts, said);
      return said;
    },
    focal: (name) => (name === undefined ? t('canvas.nameFocalBare') : t('canvas.nameFocal', { name })),
    way: (way, { from, to }) => {
      const key = JSON.stringify([way, from, to]);
      const said = ways.get(key) ?? t(`canvas.way_${way}`, { from, to });
      ways.set(key, said);
      return said;
    },
    role: (type) => roles.get(type) ?? '',
  };
}
