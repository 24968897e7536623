import type { ListedUnit } from '#api/routes/units/shapes';
import { useMe } from '../api/session.ts';
import { search } from './api.ts';
import { type Choice, SearchSelect } from '../ui/search-select.tsx';

interface UnitSelectProps {
  readonly label: string;
  readonly value: Choice | null;
  readonly onChange: (unit: Choice | null) => void;
}

/** One's own unit or one below it. */
export function UnitSelect(props: UnitSelectProps) {
  const own = useMe().data?.unit ?? null;
  const below = search<ListedUnit>('/api/units', { limit: '30', ...(own === null ? {} : { under: own.id }) });
  const find = async (text: string, signal: AbortSignal): Promise<readonly Choice[]> => {
    const { items } = await below(text, signal);
    const found = items.map(({ id, name, parentName }) => ({
      value: id,
      label: parentName === null || parentName === own?.name ? name : `${name}, ${parentName}`,
    }));
    // the list below leaves out its top
    return own === null ? found : [{ value: own.id, label: own.name }, ...found];
  };
  return <SearchSelect {...props} of={`units/${own?.id ?? ''}`} find={find} />;
}
