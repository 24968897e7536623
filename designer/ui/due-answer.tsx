import { Anchor, List, Popover, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueStep } from '#model';
import { dateTime, lastOnTime } from './dates.ts';
import { wordsOf } from './due-step.ts';

interface DueAnswerProps {
  readonly dueAt: string | null;
  readonly why: readonly DueStep[];
  /** What is seen of the deadline before anybody asks. */
  readonly label: string;
  /** In place of the plain link; becomes the content of the button. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/** A deadline that answers "vì sao hạn này?" when it is asked. */
export function DueAnswer({ dueAt, why, label, children, className }: DueAnswerProps) {
  const { t } = useTranslation();
  const question = t('due.title');
  // a label that is the question itself is not said twice
  const spoken = label === question ? question : `${label}. ${question}`;
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        {children === undefined ? (
          <Anchor component="button" type="button" size="sm" underline="hover" aria-label={spoken}>
            {label}
          </Anchor>
        ) : (
          <button type="button" className={className} aria-label={spoken}>
            {children}
          </button>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {question}
        </Text>
        <List size="sm" type="ordered" mt={4}>
          {why.map((step, index) => (
            // steps of one derivation never change order
            <List.Item key={`${step.rule}-${index}`}>{t(`due.${step.rule}`, wordsOf(step))}</List.Item>
          ))}
        </List>
        {dueAt === null ? null : (
          <Text size="xs" c="dimmed" mt={6}>
            {t('due.exclusive', { date: lastOnTime(dueAt) })} ({dateTime(dueAt)})
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
