import { Button, Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_WORDS } from '#model';
import { useCampaigns } from '../api/queries.ts';
import { capital } from '#model/capital';
import { SearchField } from '../ui/search-field.tsx';
import { DayFilter } from './day-filter.tsx';
import { type AuditFilter, NO_FILTER, useUnitChoices } from './api.ts';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly change: (filter: AuditFilter) => void;
}

const TYPING_MS = 300;

/** By unit with those below it, campaign, person, act and day. */
export function AuditFilters({ filter, change }: AuditFiltersProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const [unitText, setUnitText] = useState('');
  const [settled] = useDebouncedValue(unitText.trim(), TYPING_MS);
  const units = useUnitChoices(settled);
  const campaigns = useCampaigns();
  const acts = Object.entries(AUDIT_WORDS)
    .map(([value, words]) => ({ value, label: capital(words[language]) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const filtered = Object.values(filter).some((value) => value !== null && value !== '');
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label={t('audit.filters')}>
      <Select
        label={t('audit.unit')}
        placeholder={t('audit.anyUnit')}
        data={(units.data?.items ?? []).map(({ id, name, parentName }) => ({
          value: id,
          label: parentName === null ? name : `${name}, ${parentName}`,
        }))}
        value={filter.unit}
        onChange={(unit) => change({ ...filter, unit })}
        searchable
        clearable
        onSearchChange={setUnitText}
        // the server has searched already, without accents too
        filter={({ options }) => options}
        nothingFoundMessage={t('audit.noUnit')}
        flex="2 1 240px"
      />
      <Select
        label={t('audit.campaign')}
        placeholder={t('audit.anyCampaign')}
        data={(campaigns.data?.items ?? []).map(({ id, title }) => ({ value: id, label: capital(title) }))}
        value={filter.campaign}
        onChange={(campaign) => change({ ...filter, campaign })}
        searchable
        clearable
        flex="2 1 220px"
      />
      <Select
        label={t('audit.act')}
        placeholder={t('audit.anyAct')}
        data={acts}
        value={filter.act}
        onChange={(act) => change({ ...filter, act })}
        searchable
        clearable
        flex="1 1 200px"
      />
      <SearchField
        label={t('audit.person')}
        asked={filter.person}
        seek={(person) => change({ ...filter, person })}
        maxLength={200}
        flex="1 1 160px"
      />
      <DayFilter label={t('audit.from')} value={filter.from} change={(from) => change({ ...filter, from })} />
      <DayFilter label={t('audit.to')} value={filter.to} change={(to) => change({ ...filter, to })} />
      {filtered ? (
        <Button variant="subtle" onClick={() => change(NO_FILTER)}>
          {t('audit.clear')}
        </Button>
      ) : null}
    </Group>
  );
}
