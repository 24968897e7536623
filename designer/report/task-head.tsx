import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { capital } from '#model/capital';
import { periodName } from '#model/period-name';
import { RehearsalBadge } from '../ui/rehearsal-badge.tsx';
import { StatusChip } from '../ui/status-chip.tsx';
import type { Surroundings, Task } from './api.ts';
import { DueLine } from './due-line.tsx';
import { codeOf } from './letter-code.ts';

/** What is asked, by whom, until when. */
export function TaskHead({ task, around }: { readonly task: Task; readonly around: Surroundings }) {
  const { t } = useTranslation();
  const code = codeOf(task, around.directive);
  const period = periodName(task);
  const subject = around.directive?.subject ?? task.campaign.title;
  return (
    <Stack gap={4} component="header">
      <WayBack />
      <Group gap={8}>
        <StatusChip status={task.status} timeliness={task.timeliness} />
        {task.campaign.mode === 'rehearsal' ? <RehearsalBadge /> : null}
        {around.mine ? null : <Badge variant="default">{task.unitName}</Badge>}
      </Group>
      <Title order={1} size="h3" lang="vi">
        {capital(subject)}
      </Title>
      <Text size="sm" lang="vi">
        {code === null ? null : (
          <Text span fw={600}>
            {t('report.code', { code })} ·{' '}
          </Text>
        )}
        {t('report.from', { unit: around.fromUnitName })}
        {period === null ? '' : ` · ${period}`}
      </Text>
      <DueLine task={task} deadline={around.deadline} />
    </Stack>
  );
}

export function WayBack() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} to="/" size="sm">
      <Group gap={4}>
        <IconArrowLeft size={14} aria-hidden /> {t('report.back')}
      </Group>
    </Anchor>
  );
}
