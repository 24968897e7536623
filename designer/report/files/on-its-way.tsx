import { ActionIcon, Group, Progress, Text } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../api/client.ts';
import classes from './files.module.css';
import type { Sending, useUploads } from './use-uploads.ts';

interface OnItsWayProps {
  readonly one: Sending;
  readonly uploads: ReturnType<typeof useUploads>;
}

/** A file that is being sent, or why it did not get there. */
export function OnItsWay({ one, uploads }: OnItsWayProps) {
  const { t, i18n } = useTranslation();
  const { error, file, share } = one;
  const refused = error instanceof Refusal ? (i18n.language === 'en' ? error.en : error.message) : null;
  return (
    <div data-sending={file.name}>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" className={classes['name']}>
          {file.name}
        </Text>
        {error === null ? (
          <Text size="xs" c="dimmed">
            {Math.round(share * 100)} %
          </Text>
        ) : (
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('error.retry')}
            onClick={() => uploads.again(one)}
          >
            <IconRefresh size={16} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('report.files.remove', { file: file.name })}
          onClick={() => uploads.remove(one.key)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {error === null ? (
        <Progress value={share * 100} size="sm" aria-label={t('report.files.sending', { file: file.name })} />
      ) : (
        <Text size="sm" c="var(--cascade-alarm)" role="alert">
          {refused ?? t('report.files.broken')}
        </Text>
      )}
    </div>
  );
}
