import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Slack } from '../api.ts';
import { shownDay } from './dates.ts';

/** How much room the unit above has after the deadline of the one below. */
export function SlackLine({ slack }: { readonly slack: Slack }) {
  const { t } = useTranslation();
  const { parentLastDay, workingDays, collectorUnitName } = slack;
  const unit = collectorUnitName ?? '';
  if (parentLastDay === null)
    return (
      <Text size="sm" c="dimmed">
        {t('report.extension.noParentDate', { unit })}
      </Text>
    );
  const date = shownDay(parentLastDay);
  const words = (days: number | null): string => {
    if (days === null) return t('report.extension.parentDate', { unit, date });
    return days < 0
      ? t('report.extension.noSlack', { unit, date })
      : t('report.extension.slack', { unit, date, days });
  };
  return (
    <Text size="sm" data-testid="slack">
      {words(workingDays)}
    </Text>
  );
}
