import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '#engine/civil';
import { capital } from '#model/capital';
import { periodName } from '#model/period-name';
import { actorText } from '../report/who-text.ts';
import { lastOnTime, lastOnTimeInstant, weekday } from '../ui/dates.ts';
import type { Task } from './api.ts';
import { codeOf, fromOf, linkOf, nameOf, timeOf, whatOf } from './words.ts';

/** What can be done with who does it. */
export type Ask = 'assign' | 'delegate' | 'handOver';

interface PreviewProps {
  readonly task: Task | null;
  readonly myId: string;
  readonly mayAssign: boolean;
  readonly busy: boolean;
  readonly ask: (ask: Ask, task: Task) => void;
  readonly claim: (task: Task) => void;
  readonly release: (task: Task) => void;
}

/** The task at which the list stands, with its people; the work itself is done on its page. */
export function Preview({ task, myId, mayAssign, busy, ask, claim, release }: PreviewProps) {
  const { t, i18n } = useTranslation();
  if (task === null)
    return (
      <Card withBorder>
        <Text c="dimmed" size="sm">
          {t('tasks.previewNone')}
        </Text>
      </Card>
    );
  const what = whatOf(task, t);
  const mine = task.assignee?.id === myId;
  const open = task.doneAt === null;
  return (
    <Card withBorder component="section" aria-label={t('tasks.preview')}>
      <Stack gap="sm">
        <Group gap={6}>
          <Badge variant="light" color="pine" autoContrast>
            {t(`tasks.kind.${task.kind}`)}
          </Badge>
          {task.mode === 'rehearsal' ? (
            <Badge variant="outline" color="indigo">
              {t('mode.rehearsal')}
            </Badge>
          ) : null}
        </Group>
        <Title order={2} size="h4">
          {capital(nameOf(task))}
        </Title>
        {what === null ? null : <Text fw={600}>{what}</Text>}
        <Fact label={t('tasks.document')} value={`${codeOf(task, t)} · ${fromOf(task, t)}`} />
        <Fact
          label={t('tasks.campaign')}
          value={[capital(task.campaignTitle), periodName(task)].filter((part) => part !== null).join(' · ')}
        />
        <Fact
          label={t('tasks.deadline')}
          value={
            task.dueAt === null
              ? t('tasks.undated')
              : `${weekday(lastOnTimeInstant(task.dueAt), i18n.language)} ${lastOnTime(task.dueAt)} · ${timeOf(task, t)}`
          }
        />
        <Fact label={t('tasks.who')} value={whoOf(task)} />
        {task.coordinators.length === 0 ? null : (
          <Text size="sm">
            {t('tasks.coordinates', { names: task.coordinators.map(({ name }) => name).join(', ') })}
          </Text>
        )}
        {task.dueOn === null ? null : (
          <Text size="sm">{t('tasks.within', { date: formatDate(task.dueOn) })}</Text>
        )}
        {task.opinion === '' ? null : <Fact label={t('tasks.opinion')} value={task.opinion} />}
        <Group gap="xs">
          <Button component={Link} to={linkOf(task)}>
            {t('tasks.open')}
          </Button>
          {open && task.assignee === null ? (
            <Button variant="light" loading={busy} onClick={() => claim(task)}>
              {t('tasks.claim')}
            </Button>
          ) : null}
          {open && mayAssign ? (
            <Button variant="default" onClick={() => ask('assign', task)}>
              {t(task.assignee === null ? 'tasks.assign' : 'tasks.reassign')}
            </Button>
          ) : null}
        </Group>
        {open && mine ? (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => ask('delegate', task)}>
              {t('tasks.delegate')}
            </Button>
            <Button size="xs" variant="default" onClick={() => ask('handOver', task)}>
              {t('tasks.handOver')}
            </Button>
            <Button size="xs" variant="default" loading={busy} onClick={() => release(task)}>
              {t('tasks.release')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Card>
  );

  function whoOf({ assignee, assignedBy, assignedForName }: Task): string {
    if (assignee === null) return t('tasks.nobody');
    const given =
      assignedBy === null || assignedBy === assignee.name
        ? ''
        : ` (${t('tasks.assignedBy', { name: actorText(t, assignedBy, assignedForName) })})`;
    return `${assignee.name}${given}`;
  }
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{value}</Text>
    </div>
  );
}
