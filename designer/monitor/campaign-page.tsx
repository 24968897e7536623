import { Anchor, Badge, Box, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CampaignDetails } from '#api/routes/campaigns/shapes';
import { useLiveEvents } from '../api/live.ts';
import { useCampaign, useDefinition, useLevels, useTree } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { BoardPanel } from '../board/board-panel.tsx';
import { TimelinePanel } from '../board/timeline-panel.tsx';
import { capital } from '#model/capital';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import classes from './campaign-page.module.css';
import { ClockBar } from './clock-bar.tsx';
import { CountTiles } from './count-tiles.tsx';
import { EventLog } from './event-log.tsx';
import { focalNames } from './focal-names.ts';
import { Letter } from './letter.tsx';
import { frameHeightOf } from '../drawing/layout.ts';
import { LevelList } from './level-list.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { TotalsPanel } from './totals-panel.tsx';
import { UnitTable } from './unit-table.tsx';

/** Of the line above the drawing, with the frame's own. */
const CAPTION_HEIGHT = 33;
/** A phone shows the list of levels and never loads this. */
const Drawing = lazy(() => import('./drawing.tsx'));

export function CampaignPage() {
  const { campaignId = '' } = useParams();
  const campaign = useCampaign(campaignId);
  usePageTitle(campaign.data?.title ?? null);
  if (campaign.isPending) return <Waiting />;
  if (isUnreadable(campaign)) {
    return (
      <Stack maw={1320} mx="auto">
        <WayBack />
        <Failure error={campaign.error} retry={() => void campaign.refetch()} />
      </Stack>
    );
  }
  return <Running key={campaignId} campaign={campaign.data} />;
}

function Running({ campaign }: { readonly campaign: CampaignDetails }) {
  const { t } = useTranslation();
  const live = useLiveEvents(campaign.id);
  const wide = useMediaQuery('(min-width: 640px)', undefined, { getInitialValueInEffect: false });
  const opened = campaign.periods.filter((period) => period.openedAt !== null);
  const [chosen, choose] = useState<string | null>(null);
  const period = chosen ?? opened.at(-1)?.key ?? campaign.periods[0]?.key ?? 'once';
  const place = { campaignId: campaign.id, period };
  const definition = useDefinition(campaign.definitionId, campaign.version);
  const levels = useLevels(place);
  const tree = useTree(place, null);
  const { names, via } = useMemo(() => {
    const parent = tree.data?.pages[0]?.parent;
    const units = [...(parent ? [parent] : []), ...(tree.data?.pages.flatMap((page) => page.units) ?? [])];
    const known = new Map(units.map((unit) => [unit.unitId, unit.unitName]));
    return { names: known, via: focalNames(units, known) };
  }, [tree.data]);
  const counts = useMemo(
    () => new Map((levels.data?.items ?? []).map((level) => [level.nodeId, level])),
    [levels.data],
  );
  if (definition.isPending) {
    return (
      <Stack maw={1320} mx="auto" gap="md">
        <Heading campaign={campaign} />
        <Waiting />
      </Stack>
    );
  }
  const drawn = definition.isSuccess ? { definition: definition.data.body, counts, via } : null;
  return (
    <Stack maw={1320} mx="auto" gap="md">
      <Heading campaign={campaign} />
      {campaign.mode === 'rehearsal' ? <ClockBar campaign={campaign} /> : null}
      <CountTiles counts={campaign.counts} />
      {campaign.periods.length > 1 ? (
        <PeriodChoice periods={campaign.periods} value={period} onChange={choose} wide={wide} />
      ) : null}
      {drawn === null ? (
        <Failure error={definition.error} retry={() => void definition.refetch()} />
      ) : wide ? (
        <Suspense
          fallback={
            <Box h={frameHeightOf(drawn.definition.nodes, drawn.definition.layout) + CAPTION_HEIGHT}>
              <Waiting />
            </Box>
          }
        >
          <Drawing {...drawn} />
        </Suspense>
      ) : (
        <LevelList {...drawn} />
      )}
      <Tabs
        defaultValue="units"
        keepMounted={false}
        classNames={{ tab: classes['tab'] ?? '', list: classes['tabs'] ?? '' }}
      >
        <Tabs.List>
          <Tabs.Tab value="units">{t('monitor.units')}</Tabs.Tab>
          <Tabs.Tab value="board">{t('board.tab')}</Tabs.Tab>
          <Tabs.Tab value="totals">{t('monitor.totals')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('monitor.log')}</Tabs.Tab>
          {campaign.directive === null ? null : <Tabs.Tab value="letter">{t('monitor.letter')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="units" pt="sm">
          <UnitTable key={period} place={place} rootUnitId={campaign.rootUnitId} now={campaign.now} />
        </Tabs.Panel>
        <Tabs.Panel value="board" pt="sm">
          <BoardPanel key={period} place={place} />
        </Tabs.Panel>
        <Tabs.Panel value="totals" pt="sm">
          <TotalsPanel place={place} forms={campaign.reports} />
        </Tabs.Panel>
        <Tabs.Panel value="log" pt="sm">
          <Stack gap="lg">
            <TimelinePanel campaignId={campaign.id} />
            <EventLog live={live} names={names} />
          </Stack>
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

function WayBack() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/campaigns" size="sm">
      <Group gap={4}>
        <IconArrowLeft size={14} aria-hidden /> {t('monitor.back')}
      </Group>
    </Anchor>
  );
}

function Heading({ campaign: { mode, status, directive, title } }: { readonly campaign: CampaignDetails }) {
  const { t } = useTranslation();
  return (
    <div>
      <WayBack />
      <Group gap={8} mt={4}>
        <Badge variant={mode === 'live' ? 'filled' : 'light'} color={mode === 'live' ? 'pine' : 'indigo'}>
          {t(`mode.${mode}`)}
        </Badge>
        <Badge variant="default">{t(`campaignStatus.${status}`)}</Badge>
        {directive === null ? null : (
          <Text size="sm" c="dimmed" lang="vi">
            {directive.issuingBody} · {directive.codeNumber ?? '…'}/{directive.codeNotation}
          </Text>
        )}
      </Group>
      <Title order={1} size="h3" mt={4} lang="vi">
        {capital(title)}
      </Title>
    </div>
  );
}
