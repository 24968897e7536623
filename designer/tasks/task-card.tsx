import { ActionIcon, Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { capital } from '#model/capital';
import { periodName } from '#model/period-name';
import { lastOnTime } from '../ui/dates.ts';
import type { Task } from './api.ts';
import classes from './tasks.module.css';
import { codeOf, fromOf, linkOf, nameOf, timeOf, urgencyOf, whatOf } from './words.ts';

export interface CardActs {
  readonly select: (task: Task) => void;
  readonly look: (index: number) => void;
  readonly claim: (task: Task) => void;
  readonly acknowledge: (task: Task) => void;
  /** Where there is no room for the task beside the list. */
  readonly peek: (index: number) => void;
}

interface TaskCardProps {
  readonly task: Task;
  readonly index: number;
  readonly current: boolean;
  readonly selected: boolean;
  readonly myId: string;
  readonly acts: CardActs;
}

/** Subject, number, from whom, how long, who has it; what one tap can do is done here. */
export const TaskCard = memo(function TaskCard({
  task,
  index,
  current,
  selected,
  myId,
  acts,
}: TaskCardProps) {
  const { t } = useTranslation();
  const urgency = urgencyOf(task);
  const name = capital(nameOf(task));
  const what = whatOf(task, t);
  const open = task.doneAt === null;
  // a periodic report comes again with the same letter: two of its cards differ by nothing else
  const period = periodName(task);
  return (
    <article
      className={classes['card']}
      data-urgency={urgency}
      data-current={current}
      data-selected={selected}
      onFocus={() => acts.look(index)}
    >
      <div className={classes['tick']}>
        {open ? (
          <Checkbox
            aria-label={t('tasks.select', { name })}
            checked={selected}
            onChange={() => acts.select(task)}
          />
        ) : null}
      </div>
      <div>
        <Group gap={6} mb={2}>
          <Badge variant="light" size="sm" color={task.kind === 'rework' ? 'orange' : 'pine'} autoContrast>
            {t(`tasks.kind.${task.kind}`)}
          </Badge>
          {task.mode === 'rehearsal' ? (
            <Badge variant="outline" size="sm" color="indigo">
              {t('mode.rehearsal')}
            </Badge>
          ) : null}
          <Text span size="sm" className={urgency === 'calm' ? undefined : classes[urgency]}>
            {timeOf(task, t)}
          </Text>
        </Group>
        <Link to={linkOf(task)} className={classes['subject']} data-task={index}>
          {name}
        </Link>
        {what === null ? null : (
          <Text size="sm" fw={600}>
            {what}
          </Text>
        )}
        <div className={classes['facts']}>
          <span>{codeOf(task, t)}</span>
          <span>{fromOf(task, t)}</span>
          {task.dueAt === null ? null : <span>{t('tasks.due', { date: lastOnTime(task.dueAt) })}</span>}
          {period === null ? null : <span>{period}</span>}
          {task.subjectText === task.campaignTitle ? null : <span>{capital(task.campaignTitle)}</span>}
        </div>
        {open ? (
          <div className={classes['foot']}>
            <Text size="sm" {...(task.assignee === null && { c: 'dimmed' })}>
              {task.assignee === null
                ? t('tasks.nobody')
                : task.assignee.id === myId
                  ? t('tasks.iHave')
                  : t('tasks.has', { name: task.assignee.name })}
            </Text>
            <Group gap={6}>
              {task.kind === 'acknowledge' || task.kind === 'actorTask' ? (
                <Button size="xs" variant="light" onClick={() => acts.acknowledge(task)}>
                  {t('tasks.acknowledge')}
                </Button>
              ) : null}
              {task.assignee === null ? (
                <Button size="xs" variant="default" onClick={() => acts.claim(task)}>
                  {t('tasks.claim')}
                </Button>
              ) : null}
              <ActionIcon
                variant="default"
                className={classes['peek'] ?? ''}
                aria-label={t('tasks.details', { name })}
                onClick={() => acts.peek(index)}
              >
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </div>
        ) : null}
      </div>
    </article>
  );
});
