import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SearchSelectProps<C extends Choice> {
  readonly label: string;
  readonly description?: string;
  readonly value: C | null;
  readonly onChange: (choice: C | null) => void;
  /** Names what is searched; another one forgets what was found. */
  readonly of: string;
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly C[]>;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/** One of many, found by part of its name on the server, with or without accents. */
export function SearchSelect<C extends Choice>(props: SearchSelectProps<C>) {
  const { label, description, value, onChange, of, find, disabled = false, autoFocus = false } = props;
  const { t } = useTranslation();
  const [typed, type] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 200);
  // the field shows the name of what was chosen: that is no search
  const sought = text === value?.label ? '' : text;
  const found = useQuery({
    queryKey: ['office', 'search', of, sought],
    queryFn: ({ signal }) => find(sought, signal),
    placeholderData: keepPreviousData,
    enabled: !disabled,
  });
  const options = found.data ?? [];
  const all =
    value === null || options.some((each) => each.value === value.value) ? options : [value, ...options];
  return (
    <Select
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      label={label}
      {...(description === undefined ? {} : { description })}
      placeholder={t('people.search.placeholder')}
      searchable
      // a dialog that begins here is read first
      openOnFocus={!autoFocus}
      clearable
      clearButtonProps={{ 'aria-label': t('people.search.clear') }}
      disabled={disabled}
      nothingFoundMessage={found.isFetching ? t('common.loading') : t('people.search.nothing')}
      data={all.map(({ value: id, label: text }) => ({ value: id, label: text }))}
      // the server has searched
      filter={({ options: offered }) => offered}
      value={value?.value ?? null}
      onChange={(id) => onChange(all.find((each) => each.value === id) ?? null)}
      onSearchChange={type}
      error={found.isError ? t('error.network') : undefined}
    />
  );
}
