import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '#api/http/shapes';
import type { ListedUnit, UnitDetails } from '#api/routes/units/shapes';
import { get } from '../api/client.ts';
import { type Choice, SearchSelect } from '../ui/search-select.tsx';
import { useColleagues } from './api.ts';
import { type Sought, without } from './sought.ts';

interface MoreFiltersProps {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
  readonly unitId: string;
  /** Units from which something in the list came: offered before anything is typed. */
  readonly senders: readonly Choice[];
}

/** Where reports stand before they are done, and after. */
const STATUSES = {
  open: ['open', 'acknowledged', 'returned'],
  done: ['submitted', 'accepted'],
} as const;

/** The questions asked now and then: from whom, who has it, where a report stands. */
export function MoreFilters({ sought, seek, unitId, senders }: MoreFiltersProps) {
  const { t } = useTranslation();
  const { from, assignee, status, done } = sought;
  const people = useColleagues(unitId).data?.items ?? [];
  const named = senders.find(({ value }) => value === from);
  const sender = useQuery({
    queryKey: ['unit', from],
    queryFn: ({ signal }) => get<UnitDetails>(`/api/units/${encodeURIComponent(from ?? '')}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: from !== undefined && named === undefined,
  }).data;
  const chosen = from === undefined ? null : (named ?? { value: from, label: sender?.name ?? from });
  const find = async (text: string, signal: AbortSignal): Promise<readonly Choice[]> => {
    if (text === '') return senders;
    const query = new URLSearchParams({ q: text, limit: '20' });
    const { items } = await get<Page<ListedUnit>>(`/api/units?${query.toString()}`, signal);
    return items.map(({ id, name, parentName }) => ({
      value: id,
      label: parentName === null ? name : `${name}, ${parentName}`,
    }));
  };
  const put = (name: 'from' | 'assignee' | 'status', value: string | undefined): void => {
    const rest = without(sought, name);
    seek(value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <Stack gap="xs">
      <SearchSelect
        label={t('tasks.fromUnit')}
        value={chosen}
        onChange={(unit) => put('from', unit?.value)}
        of={`senders/${senders.map(({ value }) => value).join()}`}
        find={find}
      />
      {done === true ? null : (
        <NativeSelect
          label={t('tasks.who')}
          value={assignee ?? ''}
          onChange={(event) => put('assignee', event.currentTarget.value)}
          data={[
            { value: '', label: t('tasks.anybody') },
            { value: 'nobody', label: t('tasks.nobody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <NativeSelect
        label={t('monitor.status')}
        value={status ?? ''}
        onChange={(event) => put('status', event.currentTarget.value)}
        data={[
          { value: '', label: t('monitor.allStatuses') },
          ...STATUSES[done === true ? 'done' : 'open'].map((value) => ({
            value,
            label: t(`status.${value}`),
          })),
        ]}
      />
    </Stack>
  );
}
