import { Anchor, List, Popover, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DueStep } from '#model';
import { dateTime, lastOnTime, lastOnTimeInstant, weekday } from '../ui/dates.ts';

interface DueProps {
  readonly dueAt: string | null;
  readonly why: readonly DueStep[];
}

/** A deadline that answers "vì sao hạn này?" when it is asked. */
export function DueWhy({ dueAt, why }: DueProps) {
  const { t, i18n } = useTranslation();
  const label =
    dueAt === null
      ? t('timeliness.noDeadline')
      : `${weekday(lastOnTimeInstant(dueAt), i18n.language)} ${lastOnTime(dueAt)}`;
  if (dueAt === null && why.length === 0) return <Text size="sm">{label}</Text>;
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="hover"
          aria-label={`${label}. ${t('monitor.why')}`}
        >
          {label}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {t('due.title')}
        </Text>
        <List size="sm" type="ordered" mt={4}>
          {why.map((step, index) => (
            // steps of one derivation never change order
            <List.Item key={`${step.rule}-${index}`}>{t(`due.${step.rule}`, { ...step.params })}</List.Item>
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
