import { Button, Group, Loader, Paper, Text } from '@mantine/core';
import {
  IconCalendarPlus,
  IconClockHour4,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CampaignDetails, CampaignView, ClockBody } from '#api/routes/campaigns/shapes';
import { post } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { dateTime, weekday } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';

const DAY_MS = 86_400_000;
type Move = { readonly events: number } | { readonly to: string } | { readonly toEnd: true };

/** A rehearsal's own clock: where it stands, where it is going, and the ways to move it. */
export function ClockBar({ campaign }: { readonly campaign: CampaignDetails }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const me = useMe();
  const move = useMutation({
    mutationFn: (to: Move) => post<CampaignView, ClockBody>(`/api/campaigns/${campaign.id}/clock`, to),
    onSettled: () => queries.invalidateQueries({ queryKey: ['campaign', campaign.id] }),
  });
  const allowed = me.data?.scopes.includes('clock:write') ?? false;
  const moving = campaign.clockTarget !== null;
  const later = (days: number): Move => ({
    to: new Date(Date.parse(campaign.now) + days * DAY_MS).toISOString(),
  });
  const button = (label: string, to: Move, icon: React.ReactNode) => (
    <Button
      key={label}
      size="xs"
      variant="default"
      leftSection={icon}
      disabled={!allowed || moving || move.isPending}
      onClick={() => move.mutate(to)}
    >
      {label}
    </Button>
  );
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('clock.title')}>
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <IconClockHour4 size={20} aria-hidden />
          <div aria-live="polite">
            <Text size="xs" c="dimmed">
              {t('clock.title')}
            </Text>
            <Text fw={700} data-testid="clock">
              {weekday(campaign.now, i18n.language)} {dateTime(campaign.now)}
            </Text>
          </div>
          {moving ? (
            <Group gap={6}>
              <Loader size="xs" aria-hidden />
              <Text size="sm">{t('clock.movingOn')}</Text>
            </Group>
          ) : null}
        </Group>
        <Group gap="xs">
          {button(t('clock.next'), { events: 1 }, <IconPlayerSkipForward size={16} aria-hidden />)}
          {button(t('clock.day'), later(1), <IconCalendarPlus size={16} aria-hidden />)}
          {button(t('clock.week'), later(7), <IconCalendarPlus size={16} aria-hidden />)}
          {button(t('clock.end'), { toEnd: true }, <IconPlayerTrackNext size={16} aria-hidden />)}
        </Group>
      </Group>
      {allowed || me.isPending ? null : (
        <Text size="xs" c="dimmed" mt={4}>
          {t('clock.denied')}
        </Text>
      )}
      {move.isError ? <Failure error={move.error} /> : null}
    </Paper>
  );
}
