import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StartBody, StartedCampaign } from '#api/routes/campaigns/shapes';
import { post } from '../api/client.ts';
import { useFindings } from '../drawing/editor.tsx';
import { Failure } from '../ui/failure.tsx';
import { TrialChoice } from './trial-choice.tsx';
import { startOf } from './trial-input.ts';

interface RehearsalStartProps {
  readonly definitionId: string;
  readonly publishedVersion: number;
  readonly onStarted: (campaignId: string) => void;
}

/** Starts the published version as a rehearsal: on the real engine, with a clock of its own, nobody is written to. */
export function RehearsalStart({ definitionId, publishedVersion, onStarted }: RehearsalStartProps) {
  const { t } = useTranslation();
  const { rootUnitId, startOn, parameters } = useFindings(({ trial }) => trial);
  const start = useMutation({
    mutationFn: (rootUnitId: string) =>
      post<StartedCampaign, StartBody>('/api/campaigns', {
        definitionId,
        version: publishedVersion,
        mode: 'rehearsal',
        rootUnitId,
        startAt: startOf(startOn),
        parameters,
      }),
    onSuccess: ({ id }) => onStarted(id),
  });
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-start">
        <TrialChoice />
        <Button
          size="xs"
          mt={25}
          disabled={rootUnitId === null}
          loading={start.isPending}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => {
            if (rootUnitId !== null) start.mutate(rootUnitId);
          }}
        >
          {t('trial.rehearse.start', { version: publishedVersion })}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('trial.rehearse.hint')}
      </Text>
      {start.isError ? <Failure error={start.error} /> : null}
    </Stack>
  );
}
