import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#api/http/shapes';
import type { ListedUnit, UnitDetails } from '#api/routes/units/shapes';
import { get } from '../api/client.ts';

/** The chosen one by its name alone: that is what is typed over. */
type Found = Pick<ListedUnit, 'id' | 'name'> & Partial<Pick<ListedUnit, 'parentName'>>;

interface UnitPickerProps {
  readonly label: string;
  readonly value: string | null;
  /** Only units that exist on this day. */
  readonly at: string;
  readonly onChange: (unitId: string) => void;
}

/** One unit out of the whole register, found by part of its name, with or without accents. */
export function UnitPicker({ label, value, at, onChange }: UnitPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 250);
  const chosen = useQuery({
    queryKey: ['unit', value],
    queryFn: ({ signal }) => get<UnitDetails>(`/api/units/${encodeURIComponent(value ?? '')}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: value !== null,
  }).data;
  const isName = text === '' || text === chosen?.name;
  const found = useQuery({
    queryKey: ['units', text, at],
    queryFn: ({ signal }) =>
      get<Page<ListedUnit>>(
        `/api/units?${new URLSearchParams({ q: text, at, limit: '20' }).toString()}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: !isName,
  });
  const options: readonly Found[] = isName ? [] : (found.data?.items ?? []);
  const all: readonly Found[] =
    chosen === undefined || options.some(({ id }) => id === value) ? options : [chosen, ...options];
  return (
    <Select
      size="xs"
      w={280}
      label={label}
      placeholder={t('trial.choice.search')}
      searchable
      allowDeselect={false}
      comboboxProps={{ width: 360, position: 'bottom-start' }}
      nothingFoundMessage={isName ? null : t('trial.choice.nothing')}
      data={all.map(({ id, name, parentName }) => ({
        value: id,
        label: parentName === null || parentName === undefined ? name : `${name}, ${parentName}`,
      }))}
      // the server has searched
      filter={({ options: found }) => found}
      value={value}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
      onSearchChange={setTyped}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
