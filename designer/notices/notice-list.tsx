import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NOTICE_KINDS } from '#engine';
import { useCampaigns } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { byDay } from '../monitor/by-day.ts';
import { capital } from '#model/capital';
import { date, time, weekday } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { type Notice, useMarkSeen, useNotices, useUnseen } from './api.ts';
import classes from './notices.module.css';

interface NoticeListProps {
  readonly unitId: string;
  readonly unitName: string;
}

/** The unit's notices day by day, newest first; each leads to where it is dealt with. */
export function NoticeList({ unitId, unitName }: NoticeListProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<string | null>(null);
  const [campaignId, setCampaign] = useState<string | null>(null);
  const notices = useNotices({ unitId, kind, campaignId });
  const unseen = useUnseen(unitId);
  const seen = useMarkSeen(unitId);
  const campaigns = useCampaigns();
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = kind !== null || campaignId !== null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('notices.ofUnit', { unit: unitName })}
      </Text>
      <Group gap="xs" align="flex-end">
        <Select
          aria-label={t('notices.kind')}
          placeholder={t('notices.allKinds')}
          data={NOTICE_KINDS.map((value) => ({ value, label: t(`notices.kinds.${value}`) }))}
          value={kind}
          onChange={setKind}
          clearable
          flex="1 1 180px"
        />
        <Select
          aria-label={t('notices.campaign')}
          placeholder={t('notices.allCampaigns')}
          data={(campaigns.data?.items ?? []).map(({ id, title }) => ({ value: id, label: capital(title) }))}
          value={campaignId}
          onChange={setCampaign}
          clearable
          searchable
          flex="2 1 220px"
        />
        <Button
          variant="default"
          leftSection={<IconChecks size={16} aria-hidden />}
          disabled={(unseen.data?.count ?? 0) === 0}
          loading={seen.isPending}
          onClick={() => unseen.data && seen.mutate(unseen.data)}
        >
          {t('notices.markAll')}
        </Button>
      </Group>
      {seen.isError ? <Failure error={seen.error} /> : null}
      {notices.isPending ? <Waiting /> : null}
      {isUnreadable(notices) ? <Failure error={notices.error} retry={() => void notices.refetch()} /> : null}
      {notices.isSuccess && items.length === 0 ? (
        <Card withBorder padding="xl">
          <Text fw={600}>{t(filtered ? 'notices.noMatch' : 'notices.none')}</Text>
          <Text size="sm" c="dimmed">
            {t(filtered ? 'notices.noMatchNext' : 'notices.noneNext')}
          </Text>
        </Card>
      ) : null}
      {byDay(items).map(({ day, events }) => (
        <Day key={events[0]?.id ?? day} day={day} notices={events} />
      ))}
      {notices.hasNextPage ? (
        <Button
          variant="default"
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      ) : null}
    </Stack>
  );
}

const TONE: Readonly<Record<string, string>> = {
  overdue: 'alarm',
  escalation: 'alarm',
  returned: 'warn',
  urged: 'warn',
  reminder: 'warn',
  accepted: 'good',
};

interface DayProps {
  readonly day: string;
  readonly notices: readonly Notice[];
}

function Day({ day, notices }: DayProps) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return (
    <section>
      <Title order={2} size="h6">
        {weekday(day, i18n.language)} {date(day)}
      </Title>
      <ol className={classes['notices']}>
        {notices.map((notice) => (
          <li key={notice.id} data-tone={TONE[notice.kind]} data-fresh={notice.fresh}>
            <time dateTime={notice.at}>{time(notice.at)}</time>
            <div>
              <Link to={notice.path} lang={english ? 'en' : 'vi'}>
                {english ? notice.en : notice.vi}
              </Link>
              {notice.fresh ? <span className={classes['fresh']}>{t('notices.fresh')}</span> : null}
              <Text size="xs" c="dimmed" lang="vi" lineClamp={3}>
                {[notice.campaignTitle && capital(notice.campaignTitle), notice.periodLabel]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
