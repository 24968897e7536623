import {
  Anchor,
  Badge,
  Center,
  Group,
  Loader,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Tabs,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveEvents } from '../api/live.ts';
import { useCampaign, useDefinition, useLevels, useTree } from '../api/queries.ts';
import type { CampaignDetails } from '../api/shapes.ts';
import { Failure } from '../ui/failure.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Drawing } from './drawing.tsx';
import { EventLog } from './event-log.tsx';
import { Letter } from './letter.tsx';
import { TotalsPanel } from './totals-panel.tsx';
import { UnitTable } from './unit-table.tsx';

export function CampaignPage() {
  const { t } = useTranslation();
  const { campaignId = '' } = useParams();
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) {
    return (
      <Center h={240}>
        <Loader aria-label={t('common.loading')} />
      </Center>
    );
  }
  if (campaign.isError) return <Failure error={campaign.error} retry={() => void campaign.refetch()} />;
  return <Running campaign={campaign.data} />;
}

function Running({ campaign }: { readonly campaign: CampaignDetails }) {
  const { t } = useTranslation();
  const live = useLiveEvents(campaign.id);
  const opened = campaign.periods.filter((period) => period.openedAt !== null);
  const [chosen, choose] = useState<string | null>(null);
  const period = chosen ?? opened.at(-1)?.key ?? campaign.periods[0]?.key ?? 'once';
  const place = { campaignId: campaign.id, period };
  const definition = useDefinition(campaign.definitionId, campaign.version);
  const levels = useLevels(place);
  const tree = useTree(place, null);
  const first = tree.data?.pages[0];
  const names = useMemo(() => {
    const units = [
      ...(first?.parent ? [first.parent] : []),
      ...(tree.data?.pages.flatMap((page) => page.units) ?? []),
    ];
    return new Map(units.map((unit) => [unit.unitId, unit.unitName]));
  }, [first, tree.data]);
  const counts = new Map((levels.data?.items ?? []).map((level) => [level.nodeId, level]));
  const via = useMemo(
    () => consolidators(tree.data?.pages.flatMap((page) => page.units) ?? [], names),
    [tree.data, names],
  );
  return (
    <Stack maw={1320} mx="auto" gap="md">
      <div>
        <Anchor component={Link} to="/" size="sm">
          <Group gap={4}>
            <IconArrowLeft size={14} aria-hidden /> {t('monitor.back')}
          </Group>
        </Anchor>
        <Group gap={8} mt={4}>
          <Badge
            variant={campaign.mode === 'live' ? 'filled' : 'light'}
            color={campaign.mode === 'live' ? 'pine' : 'indigo'}
          >
            {t(`mode.${campaign.mode}`)}
          </Badge>
          <Badge variant="default">{t(`campaignStatus.${campaign.status}`)}</Badge>
          {campaign.directive === null ? null : (
            <Text size="sm" c="dimmed">
              {campaign.directive.issuingBody} · {campaign.directive.codeNumber ?? '…'}/
              {campaign.directive.codeNotation}
            </Text>
          )}
        </Group>
        <Title order={1} size="h3" mt={4}>
          {campaign.title}
        </Title>
      </div>
      {campaign.mode === 'rehearsal' ? <ClockBar campaign={campaign} /> : null}
      <Tiles campaign={campaign} />
      {campaign.periods.length > 1 ? (
        <SegmentedControl
          aria-label={t('monitor.period')}
          value={period}
          onChange={choose}
          data={campaign.periods.map(({ key, label, openedAt }) => ({
            value: key,
            label,
            disabled: openedAt === null,
          }))}
        />
      ) : null}
      {definition.isSuccess ? <Drawing definition={definition.data.body} counts={counts} via={via} /> : null}
      <Tabs defaultValue="units" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="units">{t('monitor.units')}</Tabs.Tab>
          <Tabs.Tab value="totals">{t('monitor.totals')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('monitor.log')}</Tabs.Tab>
          {campaign.directive === null ? null : <Tabs.Tab value="letter">{t('monitor.letter')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="units" pt="sm">
          <UnitTable key={period} place={place} rootUnitId={campaign.rootUnitId} now={campaign.now} />
        </Tabs.Panel>
        <Tabs.Panel value="totals" pt="sm">
          <TotalsPanel place={place} forms={campaign.reports} />
        </Tabs.Panel>
        <Tabs.Panel value="log" pt="sm">
          <EventLog live={live} names={names} />
        </Tabs.Panel>
        {campaign.directive === null ? null : (
          <Tabs.Panel value="letter" pt="sm">
            <Letter directive={campaign.directive} tasks={Object.values(campaign.tasks)} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Stack>
  );
}

function Tiles({ campaign: { counts } }: { readonly campaign: CampaignDetails }) {
  const { t } = useTranslation();
  const tiles = [
    ['done', `${counts.done}/${counts.opened}`],
    ['waiting', counts.outstanding],
    ['submitted', counts.submitted],
    ['returned', counts.returned],
    ['missing', counts.overdue],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="xs">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {t(`counts.${name}`)}
          </Text>
          <Text
            fw={700}
            size="xl"
            data-testid={`count-${name}`}
            {...(name === 'missing' && counts.overdue > 0 ? { c: 'red.8' } : {})}
          >
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** Who collects on behalf of the one who addressed, per level of the drawing. */
function consolidators(
  units: readonly {
    parentUnitId: string | null;
    nodeIds: readonly string[];
    obligations: readonly { collectorUnitId: string | null }[];
  }[],
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const unit of units) {
    for (const { collectorUnitId } of unit.obligations) {
      if (collectorUnitId === null || collectorUnitId === unit.parentUnitId) continue;
      for (const nodeId of unit.nodeIds) found.set(nodeId, names.get(collectorUnitId) ?? collectorUnitId);
    }
  }
  return found;
}
