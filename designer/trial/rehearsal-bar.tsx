import { Button, Group, Loader, NumberInput, Select, Text } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignDetails } from '#api/routes/campaigns/shapes';
import { useMe } from '../api/session.ts';
import { useFindings } from '../drawing/editor.tsx';
import { dateTime, weekday } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { PACES, type Pace } from './pace.ts';
import { usePlaying } from './use-playing.ts';

const USUAL_SHARE = 90;

/** The rehearsal's clock and the ways to move it: by itself, to what happens next, to the end. */
export function RehearsalBar({ campaign }: { readonly campaign: CampaignDetails }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const endsAt = useFindings(({ plan }) => plan?.endsAt ?? null);
  const [pace, setPace] = useState<Pace>('day');
  const [share, setShare] = useState(USUAL_SHARE);
  const { playing, play, over, step, toEnd, busy, error, refused } = usePlaying({
    campaign,
    pace,
    share,
    endsAt,
  });
  const allowed = me.data?.scopes.includes('clock:write') ?? false;
  const still = !allowed || campaign.status !== 'running';
  return (
    <>
      <Group gap="md" align="flex-end" role="group" aria-label={t('clock.title')}>
        <div aria-live="polite">
          <Text size="xs" c="dimmed">
            {t('clock.title')}
          </Text>
          <Group gap={6} miw={170}>
            <Text fw={700} data-testid="rehearsal-clock">
              {weekday(campaign.now, i18n.language)} {dateTime(campaign.now)}
            </Text>
            {busy ? <Loader size="xs" role="status" aria-label={t('clock.movingOn')} /> : null}
          </Group>
        </div>
        <Button
          size="xs"
          disabled={still || over}
          leftSection={
            playing ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />
          }
          onClick={() => play(!playing)}
        >
          {t(playing ? 'trial.rehearse.pause' : 'trial.rehearse.play')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={still || busy || playing}
          leftSection={<IconPlayerSkipForward size={16} aria-hidden />}
          onClick={() => step('event')}
        >
          {t('clock.next')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={still || busy || playing}
          leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
          onClick={toEnd}
        >
          {t('clock.end')}
        </Button>
        <Select
          size="xs"
          w={130}
          label={t('trial.rehearse.pace')}
          allowDeselect={false}
          data={PACES.map((value) => ({ value, label: t(`trial.rehearse.pace_${value}`) }))}
          value={pace}
          onChange={(value) => {
            const chosen = PACES.find((each) => each === value);
            if (chosen !== undefined) setPace(chosen);
          }}
        />
        <NumberInput
          size="xs"
          w={130}
          label={t('trial.rehearse.share')}
          suffix=" %"
          min={0}
          max={100}
          clampBehavior="strict"
          allowDecimal={false}
          value={share}
          onChange={(value) => {
            if (typeof value === 'number') setShare(value);
          }}
        />
      </Group>
      {allowed || me.isPending ? null : (
        <Text size="xs" c="dimmed">
          {t('clock.denied')}
        </Text>
      )}
      {over && !still ? (
        <Text size="xs" role="status">
          {t('trial.rehearse.over')}
        </Text>
      ) : null}
      {refused > 0 ? (
        <Text size="xs" c="dimmed">
          {t('trial.rehearse.refused', { count: refused })}
        </Text>
      ) : null}
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
