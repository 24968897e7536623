import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Task } from './api.ts';
import { type BelowAct, COLLECTING } from './below.ts';
import classes from './tasks.module.css';

interface BulkBarProps {
  readonly tasks: readonly Task[];
  readonly mayAssign: boolean;
  readonly mayDecide: boolean;
  readonly assign: () => void;
  readonly below: (act: BelowAct) => void;
  readonly clear: () => void;
}

const BELOW: readonly BelowAct[] = ['remind', 'accept', 'return'];

/** What can be done with everything that is selected. */
export function BulkBar({ tasks, mayAssign, mayDecide, assign, below, clear }: BulkBarProps) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  const collecting = tasks.some(({ kind }) => COLLECTING.has(kind));
  return (
    <Paper
      withBorder
      shadow="md"
      p="xs"
      className={classes['bulk'] ?? ''}
      role="region"
      aria-label={t('tasks.selected', { count: tasks.length })}
    >
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600} role="status">
          {t('tasks.selected', { count: tasks.length })}
        </Text>
        <Group gap={6}>
          {mayAssign ? (
            <Button size="compact-md" onClick={assign}>
              {t('tasks.assign')}
            </Button>
          ) : null}
          {mayDecide && collecting
            ? BELOW.map((act) => (
                <Button key={act} size="compact-md" variant="default" onClick={() => below(act)}>
                  {t(`tasks.act.${act}`)}
                </Button>
              ))
            : null}
          <CloseButton aria-label={t('tasks.selectNone')} onClick={clear} />
        </Group>
      </Group>
    </Paper>
  );
}
