import { useUnitName } from '../api/queries.ts';

interface UnitNameProps {
  readonly id: string;
  /** Names at hand. */
  readonly names: ReadonlyMap<string, string>;
}

/** A unit's name, asked for only where the page does not have it. */
export function UnitName({ id, names }: UnitNameProps) {
  const known = names.get(id);
  const asked = useUnitName(id, known === undefined);
  return <>{known ?? asked.data?.name ?? id}</>;
}
