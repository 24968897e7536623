import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Rehearsal } from './rehearsal.tsx';
import { useRehearsalOf } from './rehearsal-of.ts';
import { RehearsalStart } from './rehearsal-start.tsx';
import classes from './simulate.module.css';

export interface RehearsePanelProps {
  readonly definitionId: string;
  /** The version that would be rehearsed; null: nothing is published yet. */
  readonly publishedVersion: number | null;
  /** What is drawn is not what is published. */
  readonly draftDiffers: boolean;
  readonly onPublish: () => void;
}

/** The cascade played through on the running system, its counts on the drawing. */
export function RehearsePanel({
  definitionId,
  publishedVersion,
  draftDiffers,
  onPublish,
}: RehearsePanelProps) {
  const { t } = useTranslation();
  const [campaignId, keep] = useRehearsalOf(definitionId);
  const published = publishedVersion !== null;
  return (
    <Stack gap="sm" className={classes['panel']} component="section" aria-label={t('trial.rehearse.title')}>
      {draftDiffers || !published ? (
        <Group gap="xs" role="status">
          <Text size="sm">
            {published
              ? t('trial.rehearse.differs', { version: publishedVersion })
              : t('trial.rehearse.unpublished')}
          </Text>
          <Button size="compact-xs" variant="light" onClick={onPublish}>
            {t('trial.rehearse.publish')}
          </Button>
        </Group>
      ) : null}
      {campaignId !== null ? (
        <Rehearsal key={campaignId} campaignId={campaignId} onClose={() => keep(null)} />
      ) : published ? (
        <RehearsalStart definitionId={definitionId} publishedVersion={publishedVersion} onStarted={keep} />
      ) : null}
    </Stack>
  );
}
