import { Anchor, Badge, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Scope } from '#model';
import { useLiveEvents } from '../api/live.ts';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { capital } from '#model/capital';
import { periodName } from '#model/period-name';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { type Desk, type Table, useTable } from './api.ts';
import { ChildrenTab } from './children-tab.tsx';
import { ExportMenu } from './export-menu.tsx';
import { NarrativeTab } from './narrative-tab.tsx';
import { RevisionsTab } from './revisions-tab.tsx';
import { SignBar } from './sign-bar.tsx';
import { StateLine } from './state-line.tsx';

/** What a consolidating unit works at: its children's reports, the text it makes of them, the signature. */
export function CollectPage() {
  const { campaignId = '', periodKey = '', unitId = '' } = useParams();
  const desk = { campaignId, period: periodKey, unitId };
  const table = useTable(desk);
  const { t } = useTranslation();
  usePageTitle(table.data === undefined ? null : t('collect.pageTitle', { unit: table.data.unitName }));
  if (table.isPending) return <Waiting />;
  if (isUnreadable(table)) {
    return (
      <Stack maw={1400} mx="auto">
        <WayBack campaignId={campaignId} />
        <Failure error={table.error} retry={() => void table.refetch()} />
      </Stack>
    );
  }
  return <Collecting key={`${campaignId}/${periodKey}/${unitId}`} desk={desk} table={table.data} />;
}

function Collecting({ desk, table }: { readonly desk: Desk; readonly table: Table }) {
  const { t } = useTranslation();
  useLiveEvents(desk.campaignId);
  const me = useMe();
  const own = me.data?.unit?.id === desk.unitId && table.campaign.status !== 'cancelled';
  const may = (scope: Scope): boolean => own && (me.data?.scopes.includes(scope) ?? false);
  const sections = table.forms.some((form) => form.sections.length > 0);
  return (
    <Stack maw={1400} mx="auto" gap="md">
      <Heading table={table} own={own} />
      <StateLine table={table} />
      <Group gap="xs" align="flex-start">
        <SignBar desk={desk} table={table} maySign={may('consolidations:sign')} />
        <ExportMenu desk={desk} revisions={table.revisions} />
      </Group>
      <Tabs defaultValue="children" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="children">{t('collect.tab.children')}</Tabs.Tab>
          {sections ? <Tabs.Tab value="narrative">{t('collect.tab.narrative')}</Tabs.Tab> : null}
          <Tabs.Tab value="revisions">
            {t('collect.tab.revisions', { count: table.revisions.length })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="children" pt="sm">
          <ChildrenTab desk={desk} table={table} mayDecide={may('reports:decide')} />
        </Tabs.Panel>
        <Tabs.Panel value="narrative" pt="sm">
          <NarrativeTab desk={desk} forms={table.forms} mayWrite={may('reports:decide')} />
        </Tabs.Panel>
        <Tabs.Panel value="revisions" pt="sm">
          <RevisionsTab desk={desk} table={table} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Heading({ table, own }: { readonly table: Table; readonly own: boolean }) {
  const { t } = useTranslation();
  const { campaign, unitName } = table;
  const period = periodName(table);
  return (
    <div>
      <WayBack campaignId={campaign.id} />
      <Title order={1} size="h3" mt={4}>
        {t('collect.title', { unit: unitName })}
      </Title>
      <Group gap={6} mt={4}>
        {campaign.documentCode === null ? null : <Text size="sm">{campaign.documentCode}</Text>}
        <Text size="sm">{capital(campaign.title)}</Text>
        {period === null ? null : <Badge variant="light">{period}</Badge>}
        {campaign.mode === 'rehearsal' ? <RehearsalBadge /> : null}
        {campaign.status === 'running' ? null : (
          <Badge color="gray">{t(`campaignStatus.${campaign.status}`)}</Badge>
        )}
      </Group>
      {own ? null : (
        <Text size="sm" c="dimmed">
          {t('collect.readOnly', { unit: unitName })}
        </Text>
      )}
    </div>
  );
}

function WayBack({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to={`/campaigns/${campaignId}`} size="sm">
      <Group gap={4}>
        <IconArrowLeft size={14} aria-hidden /> {t('collect.back')}
      </Group>
    </Anchor>
  );
}
