import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Refusal } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { isUnreadable } from '../api/unreadable.ts';
import { capital } from '#model/capital';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { acknowledgeActorTask, type ActorTask, useActorTask } from './api.ts';
import { WayBack } from './task-head.tsx';

interface ActorTaskPageProps {
  readonly id: string;
  /** What was answered when it was asked for as a task of an addressee. */
  readonly refusal: Refusal;
}

/** A task of a unit to which the letter is not addressed: read and acknowledged, never reported. */
export function ActorTaskPage({ id, refusal }: ActorTaskPageProps) {
  const found = useActorTask(id, true);
  usePageTitle(found.data?.campaignTitle ?? null);
  if (found.isPending) return <Waiting />;
  return (
    <Stack maw={820} mx="auto">
      <WayBack />
      {isUnreadable(found) ? (
        <Failure error={refusal} retry={() => void found.refetch()} />
      ) : (
        <Body task={found.data} />
      )}
    </Stack>
  );
}

function Body({ task }: { readonly task: ActorTask }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const writes = useMe().data?.scopes.includes('reports:write') ?? false;
  const act = useMutation({
    mutationFn: () => acknowledgeActorTask(task.id),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['actorTask', task.id] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  });
  return (
    <>
      <Title order={1} size="h3" lang="vi">
        {capital(task.campaignTitle)}
      </Title>
      <Text size="sm" c="dimmed">
        {task.unitName} · {t('report.actor.opened', { at: dateTime(task.openedAt) })}
      </Text>
      <Text lang="vi">{task.text}</Text>
      {task.acknowledgedAt !== null ? (
        <Text size="sm" role="status">
          {t('report.actor.done', { at: dateTime(task.acknowledgedAt) })}
        </Text>
      ) : writes ? (
        <Group>
          <Button
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            loading={act.isPending}
            onClick={() => act.mutate()}
          >
            {t('report.acknowledge')}
          </Button>
        </Group>
      ) : null}
      {act.isError ? <Failure error={act.error} /> : null}
      <Text size="sm">
        <Anchor component={Link} to={`/campaigns/${task.campaignId}`}>
          {t('report.actor.campaign')}
        </Anchor>
      </Text>
    </>
  );
}
