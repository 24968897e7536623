import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '#api/http/shapes';
import type { ListedUnit } from '#api/routes/units/shapes';
import { get } from '../api/client.ts';
import { useFindings } from '../drawing/editor.tsx';
import { PRESETS } from '../drawing/presets.ts';
import type { Option } from './field-props.ts';
import { vi } from '../locales/areas/form.ts';
import { bestFirst, type Figures, figuresOf, findUnits, type FoundUnit, indexOf } from './unit-index.ts';

const LIMIT = 20;
const SHORTEST = 2;
const NOTHING: Figures = { kinds: [], chains: ['state', 'front', 'party'], attributes: new Map() };
/** Kinds of which a tree may still have no unit: villages, markets. */
const NAMED = Object.keys(vi.unitKind);
const USUAL = PRESETS.flatMap(({ select }) => (select.kind === 'ofKind' ? [...select.unitKinds] : []));

/** Units by name: in the chosen tree where it is at hand, else the server is asked. */
export function useUnitSearch(words: string): {
  readonly found: readonly FoundUnit[];
  readonly waiting: boolean;
} {
  const units = useFindings((state) => state.units);
  const asking = units === null && words.trim().length >= SHORTEST;
  const asked = useQuery({
    queryKey: ['units', words.trim()],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ q: words.trim(), limit: String(LIMIT) });
      return get<Page<ListedUnit>>(`/api/units?${query.toString()}`, signal);
    },
    enabled: asking,
    staleTime: 60_000,
  });
  if (units !== null) return { found: findUnits(units, words, LIMIT), waiting: false };
  const answered = bestFirst(asked.data?.items ?? [], { words, nameOf: ({ name }) => name });
  const found = answered.map(({ id, name, parentName }) => ({ id, name, above: parentName }));
  return { found: asking ? found : [], waiting: asking && asked.isPending };
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Names of these units as far as they are at hand. */
export function useKnownNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const units = useFindings((state) => state.units);
  if (units === null) return NO_NAMES;
  const { byId } = indexOf(units);
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const unit = byId.get(id);
      return unit === undefined ? [] : [[id, unit.name]];
    }),
  );
}

export function useFigures(): Figures {
  const units = useFindings((state) => state.units);
  return units === null ? NOTHING : figuresOf(units);
}

/** `district-office` → “Phòng, ban cấp huyện”; a kind that nobody named is shown as it stands in the data. */
function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => t(`form.unitKind.${kind}`, { defaultValue: kind });
}

export function useChainName(): (chain: string) => string {
  const { t } = useTranslation();
  return (chain) => t(`form.chain.${chain}`, { defaultValue: chain });
}

/** Kinds to choose from: those of the chosen tree first, then the usual ones, then all that have a name. */
export function useKindOptions(chosen: readonly string[] = []): readonly Option[] {
  const { kinds } = useFigures();
  const nameOf = useKindName();
  return [...new Set([...kinds, ...USUAL, ...NAMED, ...chosen])].map((kind) => ({
    value: kind,
    label: nameOf(kind),
  }));
}
