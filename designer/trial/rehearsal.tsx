import { Anchor, Badge, Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignDetails } from '#api/routes/campaigns/shapes';
import { useLiveEvents } from '../api/live.ts';
import { useCampaign } from '../api/queries.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { EventLog } from '../monitor/event-log.tsx';
import { count } from '../ui/numbers.ts';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { RehearsalBar } from './rehearsal-bar.tsx';
import { useCountsOverlay } from './use-counts-overlay.ts';

interface RehearsalProps {
  readonly campaignId: string;
  readonly onClose: () => void;
}

export function Rehearsal({ campaignId, onClose }: RehearsalProps) {
  const campaign = useCampaign(campaignId);
  if (campaign.isPending) return <Waiting />;
  if (isUnreadable(campaign)) return <Failure error={campaign.error} retry={() => void campaign.refetch()} />;
  return <Running campaign={campaign.data} onClose={onClose} />;
}

function Running({
  campaign,
  onClose,
}: {
  readonly campaign: CampaignDetails;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const live = useLiveEvents(campaign.id);
  const opened = campaign.periods.filter(({ openedAt }) => openedAt !== null);
  const period = opened.at(-1) ?? campaign.periods[0];
  const names = useCountsOverlay(campaign.id, period?.key ?? 'once');
  const { counts } = campaign;
  const figure = (value: number) => count(value, i18n.language);
  return (
    <Stack gap="xs">
      <RehearsalBar campaign={campaign} />
      <Group gap="md">
        <Badge variant="light" color="indigo">
          {t('trial.rehearse.version', { version: campaign.version })}
        </Badge>
        {campaign.periods.length > 1 && period !== undefined ? <Text size="sm">{period.label}</Text> : null}
        <Text size="sm" data-testid="rehearsal-counts">
          {t('counts.done')}{' '}
          <b>
            {figure(counts.done)}/{figure(counts.opened)}
          </b>{' '}
          · {t('counts.waiting')} <b>{figure(counts.outstanding)}</b> · {t('counts.missing')}{' '}
          <b>{figure(counts.overdue)}</b>
        </Text>
        <Anchor component={Link} to={`/campaigns/${campaign.id}`} size="sm">
          <Group gap={4}>
            {t('trial.rehearse.open')} <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onClose}
        >
          {t('trial.rehearse.close')}
        </Button>
      </Group>
      <ScrollArea.Autosize
        mah={220}
        type="auto"
        viewportProps={{ tabIndex: 0, 'aria-label': t('monitor.log') }}
      >
        <EventLog live={live} names={names} />
      </ScrollArea.Autosize>
    </Stack>
  );
}
