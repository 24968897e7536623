import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, weekday, YearNotCovered } from '#engine';
import { Periods } from '#model';
import { useDrawing, useFindings } from '../drawing/editor.tsx';
import classes from './forms.module.css';
import { nextDates } from './next-dates.ts';

const SHOWN = 4;

/** The next dates of a rule, seen from the first day of the trial. */
export function DueDates({ periods }: { readonly periods: unknown }) {
  const { t } = useTranslation();
  const calendar = useDrawing((state) => state.present.definition.calendar);
  const calendars = useFindings((state) => state.calendars);
  const startOn = useFindings((state) => state.trial.startOn);
  const found = useMemo(() => {
    const parsed = Periods.safeParse(periods);
    if (!parsed.success || parsed.data.kind !== 'rule') return null;
    try {
      return nextDates(parsed.data, { definition: { calendar }, calendars, startOn }, SHOWN);
    } catch (error) {
      // the problems of the drawing say that the calendar ends before
      if (error instanceof YearNotCovered) return [];
      throw error;
    }
  }, [periods, calendar, calendars, startOn]);
  if (found === null) return null;
  return (
    <div className={classes['dates']}>
      <Text size="xs" fw={500}>
        {t('forms.nextDates')}
      </Text>
      {found.length === 0 ? (
        <Text size="xs">{t('forms.noDates')}</Text>
      ) : (
        <ul>
          {found.map(({ key, label, due }) => (
            <li key={key}>
              {t('forms.nextDate', {
                label,
                bound: due.bound,
                time: due.time ?? 'none',
                date: formatDate(due.date),
                day: t(`forms.weekday.${weekday(due.date)}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
