import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly parentName?: string | null;
}

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
    queryFn: ({ signal }) => get<Found>(`/api/units/${encodeURIComponent(value ?? '')}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: value !== null,
  }).data;
  const isName = text === '' || text === chosen?.name;
  const found = useQuery({
    queryKey: ['units', text, at],
    queryFn: ({ signal }) =>
      get<Page<Found>>(`/api/units?${new URLSearchParams({ q: text, at, limit: '20' }).toString()}`, signal),
    placeholderData: keepPreviousData,
    enabled: !isName,
  });
  const options = isName ? [] : (found.data?.items ?? []);
  const all = chosen === undefined || options.some(({ id }) => id === value) ? options : [chosen, ...options];
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
