import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Found } from '#api/routes/board/shapes';
import { get } from '../api/client.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { capital } from '#model/capital';
import { Failure } from '../ui/failure.tsx';
import { SearchField } from '../ui/search-field.tsx';
import classes from './campaigns-page.module.css';

const LEAST = 2;

/** Campaigns, letters and units by code or name; what is found stands below the field. */
export function SearchBox() {
  const { t } = useTranslation();
  const [q, seek] = useState('');
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => get<Found>(`/api/search?${new URLSearchParams({ q }).toString()}`, signal),
    enabled: q.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  return (
    <search>
      <SearchField
        aria-label={t('board.search')}
        placeholder={t('board.search')}
        asked={q}
        seek={seek}
        maxLength={120}
      />
      {q.length < LEAST ? null : isUnreadable(found) ? (
        <Failure error={found.error} retry={() => void found.refetch()} />
      ) : found.data === undefined ? null : (
        <Results found={found.data} />
      )}
    </search>
  );
}

function Results({ found: { campaigns, letters, units } }: { readonly found: Found }) {
  const { t } = useTranslation();
  const nothing = campaigns.length + letters.length + units.length === 0;
  return (
    <Card withBorder mt="xs" padding="md" role="region" aria-label={t('board.results')}>
      {nothing ? (
        <Text c="dimmed" role="status">
          {t('board.foundNothing')}
        </Text>
      ) : (
        <Stack gap="sm">
          <Kind title={t('board.foundCampaigns')} some={campaigns.length > 0}>
            {campaigns.map(({ id, title, documentCode }) => (
              <li key={id}>
                <Anchor component={Link} to={`/campaigns/${id}`} lang="vi">
                  {documentCode === null ? '' : `${documentCode} · `}
                  {capital(title)}
                </Anchor>
              </li>
            ))}
          </Kind>
          <Kind title={t('board.foundLetters')} some={letters.length > 0}>
            {letters.map(({ letterId, campaignId, documentCode, subject, unitName }) => (
              <li key={letterId ?? `${campaignId}-${documentCode}`}>
                <Anchor
                  component={Link}
                  to={letterId === null ? `/campaigns/${campaignId}` : `/letters/${letterId}`}
                  lang="vi"
                >
                  {[documentCode, subject].filter((part) => part !== null).join(' · ')}
                </Anchor>
                <Text size="xs" c="dimmed" lang="vi">
                  {unitName}
                </Text>
              </li>
            ))}
          </Kind>
          <Kind title={t('board.foundUnits')} some={units.length > 0}>
            {units.map((unit) => (
              <li key={unit.id}>
                <Text size="sm" lang="vi">
                  {[unit.name, unit.parentName].filter((part) => part !== null).join(', ')}
                </Text>
                {unit.campaigns.length === 0 ? (
                  <Text size="xs" c="dimmed">
                    {t('board.noCampaign')}
                  </Text>
                ) : (
                  unit.campaigns.map(({ id, title }) => (
                    <Anchor
                      key={id}
                      component={Link}
                      to={`/campaigns/${id}`}
                      size="sm"
                      lang="vi"
                      display="block"
                    >
                      {capital(title)}
                    </Anchor>
                  ))
                )}
              </li>
            ))}
          </Kind>
        </Stack>
      )}
    </Card>
  );
}

interface KindProps {
  readonly title: string;
  readonly some: boolean;
  readonly children: ReactNode;
}

function Kind({ title, some, children }: KindProps) {
  if (!some) return null;
  return (
    <section>
      <Title order={2} size="h6">
        {title}
      </Title>
      <ul className={classes['found']}>{children}</ul>
    </section>
  );
}
