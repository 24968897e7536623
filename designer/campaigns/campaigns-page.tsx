import {
  Anchor,
  Badge,
  Card,
  Group,
  Progress,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedCampaign } from '#api/routes/campaigns/shapes';
import { useCampaigns } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { lastOnTime, lastOnTimeInstant, weekday } from '../ui/dates.ts';
import { capital } from '#model/capital';
import { Failure } from '../ui/failure.tsx';
import { count } from '../ui/numbers.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import classes from './campaigns-page.module.css';
import { SearchBox } from './search-box.tsx';

type Shown = 'all' | 'live' | 'rehearsal';

export function CampaignsPage() {
  const { t } = useTranslation();
  const campaigns = useCampaigns();
  usePageTitle(t('campaigns.title'));
  const [shown, show] = useState<Shown>('all');
  if (campaigns.isPending) {
    return <Waiting />;
  }
  if (isUnreadable(campaigns))
    return <Failure error={campaigns.error} retry={() => void campaigns.refetch()} />;
  const items = campaigns.data.items.filter((campaign) => shown === 'all' || campaign.mode === shown);
  return (
    <Stack maw={1200} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('campaigns.title')}
        </Title>
        <SegmentedControl
          aria-label={t('campaigns.filter')}
          value={shown}
          onChange={(value) => show(value === 'live' || value === 'rehearsal' ? value : 'all')}
          data={[
            { value: 'all', label: t('campaigns.all') },
            { value: 'live', label: t('mode.live') },
            { value: 'rehearsal', label: t('mode.rehearsal') },
          ]}
        />
      </Group>
      <SearchBox />
      {items.length === 0 ? (
        <Card withBorder padding="xl">
          <Text fw={600}>{t('campaigns.empty')}</Text>
          <Text c="dimmed" size="sm">
            {t('library.firstCampaign')}{' '}
            <Anchor component={Link} to="/drawings" size="sm">
              {t('library.toDrawings')}
            </Anchor>
          </Text>
        </Card>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {items.map((campaign) => (
            <CampaignCard key={campaign.id} campaign={campaign} />
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function CampaignCard({ campaign }: { readonly campaign: ListedCampaign }) {
  const { t, i18n } = useTranslation();
  const { counts } = campaign;
  const { done } = counts;
  const figure = (value: number) => count(value, i18n.language);
  const { nextDueAt } = campaign;
  return (
    <Card
      withBorder
      padding="lg"
      component={Link}
      to={`/campaigns/${campaign.id}`}
      className={classes['card']}
    >
      <Stack gap="sm">
        <Group gap={6}>
          <Badge
            variant={campaign.mode === 'live' ? 'filled' : 'light'}
            color={campaign.mode === 'live' ? 'pine' : 'indigo'}
          >
            {t(`mode.${campaign.mode}`)}
          </Badge>
          <Badge variant="default">{t(`campaignStatus.${campaign.status}`)}</Badge>
        </Group>
        <Title order={2} size="h4" lineClamp={3}>
          {capital(campaign.title)}
        </Title>
        <Text size="sm" c="dimmed">
          {campaign.rootName}
        </Text>
        <Progress.Root size="lg" aria-hidden>
          <Progress.Section value={share(done, counts.opened)} color="pine" />
          <Progress.Section value={share(counts.submitted, counts.opened)} color="blue" />
          <Progress.Section value={share(counts.overdue, counts.opened)} color="red" />
        </Progress.Root>
        <Group gap="lg">
          <Count label={t('counts.done')} value={`${figure(done)}/${figure(counts.opened)}`} />
          <Count label={t('counts.submitted')} value={figure(counts.submitted)} />
          <Count label={t('counts.returned')} value={figure(counts.returned)} />
          <Count label={t('counts.missing')} value={figure(counts.overdue)} alarm={counts.overdue > 0} />
          <Count
            label={t('campaigns.next')}
            value={
              nextDueAt === null
                ? t('campaigns.noDeadline')
                : `${weekday(lastOnTimeInstant(nextDueAt), i18n.language)} ${lastOnTime(nextDueAt)}`
            }
          />
        </Group>
      </Stack>
    </Card>
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

function Count({
  label,
  value,
  alarm = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly alarm?: boolean;
}) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={600} {...(alarm ? { c: 'var(--cascade-alarm)' } : {})}>
        {value}
      </Text>
    </div>
  );
}
