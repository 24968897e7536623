import type { Unit } from '#model';
import type { Organisation } from '#api/routes/units/shapes';

export const unitsOf = ({ columns, units }: Organisation): readonly Unit[] =>
  units.map(
    (row) =>
      // the API checks its rows by the schema of a unit before it sends them
      Object.fromEntries(columns.map((column, index) => [column, row[index]])) as Unit,
  );

/** Those that exist on one day. */
export const unitsOn = (units: readonly Unit[], date: string): readonly Unit[] =>
  units.filter(({ validFrom, validTo }) => (validFrom ?? date) <= date && date <= (validTo ?? date));

export function slicesOf<T>(rows: readonly T[], size: number): readonly (readonly T[])[] {
  const slices = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  );
  return slices.length === 0 ? [[]] : slices;
}
