import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnreadable } from '../api/unreadable.ts';
import { byDay } from '../monitor/by-day.ts';
import { date, weekday } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type AuditFilter, auditFile, NO_FILTER, useAudit } from './api.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLine } from './audit-line.tsx';
import classes from './audit.module.css';
import { Verified } from './verified.tsx';

/** Every act, newest first: who did what, for whom, when, and what it changed. Nothing here can be altered. */
export function AuditPage() {
  const { t, i18n } = useTranslation();
  usePageTitle(t('shell.audit'));
  const [filter, setFilter] = useState<AuditFilter>(NO_FILTER);
  const audit = useAudit(filter);
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack maw={980} mx="auto" gap="md">
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h2">
          {t('shell.audit')}
        </Title>
        <Button
          component="a"
          href={auditFile(filter)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('audit.file')}
        </Button>
      </Group>
      <Verified />
      <AuditFilters filter={filter} change={setFilter} />
      {audit.isPending ? <Waiting /> : null}
      {isUnreadable(audit) ? <Failure error={audit.error} retry={() => void audit.refetch()} /> : null}
      {audit.isSuccess && items.length === 0 ? (
        <Card withBorder padding="xl">
          <Text fw={600}>{t('audit.none')}</Text>
          <Text size="sm" c="dimmed">
            {t('audit.noneNext')}
          </Text>
        </Card>
      ) : null}
      {byDay(items).map(({ day, events }) => (
        <section key={day}>
          <Title order={2} size="h6">
            {weekday(day, i18n.language)} {date(day)}
          </Title>
          <ol className={classes['entries']}>
            {events.map((entry) => (
              <AuditLine key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {audit.hasNextPage ? (
        <Button
          variant="default"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </Stack>
  );
}
