import type { TFunction } from 'i18next';
import type { Me } from '../api/session.ts';

/** Who is here, for the header: for whom he acts; where his posts lie in several units, in which of them he works now. */
export function shownAs(me: Pick<Me, 'name' | 'unit' | 'actingFor' | 'capacities'>, t: TFunction): string {
  const name =
    me.actingFor === null ? me.name : `${me.name} (${t('shell.actingFor', { name: me.actingFor.name })})`;
  const several = new Set(me.capacities.map(({ unitId }) => unitId)).size > 1;
  // the unit first: a long name is cut off at its end
  return several && me.unit !== null ? `${me.unit.name} · ${name}` : name;
}
