import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { acknowledge, type Surroundings, type Task, useTaskAct } from './api.ts';
import { actorText } from './who-text.ts';

/** One tap: the letter has arrived and is understood. Where nothing else is owed, this is all. */
export function Acknowledge({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const act = useTaskAct(task.id, (revision: number) => acknowledge(task.id, revision));
  if (task.acknowledgedAt !== null) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('report.acknowledged', {
          name: actorText(t, around.acknowledgedByName, around.acknowledgedForName),
          at: dateTime(task.acknowledgedAt),
        })}
      </Text>
    );
  }
  if (!around.mine || task.status !== 'open') return null;
  return (
    <Stack gap="xs">
      <Group>
        <Button
          leftSection={<IconCheck size={18} aria-hidden />}
          variant={task.kind === 'acknowledge' ? 'filled' : 'light'}
          size="md"
          loading={act.isPending}
          onClick={() => act.mutate(task.revision)}
        >
          {t('report.acknowledge')}
        </Button>
      </Group>
      {task.kind === 'acknowledge' ? (
        <Text size="sm" c="dimmed">
          {t('report.acknowledgeOnly')}
        </Text>
      ) : null}
      {act.isError ? <Failure error={act.error} /> : null}
    </Stack>
  );
}
