import { Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#engine';
import type { PlanPeriod } from '#model';
import { useEditor, useFindings } from '../drawing/editor.tsx';
import { Waiting } from '../ui/waiting.tsx';
import classes from './dates-panel.module.css';
import { DatesTable } from './dates-table.tsx';
import { DayInput } from './day-input.tsx';
import { Impossible } from './impossible.tsx';
import { PrintButton } from './print-button.tsx';
import { Timeline } from './timeline.tsx';
import { TopDates } from './top-dates.tsx';

const VIEWS = ['table', 'timeline'] as const;
type View = (typeof VIEWS)[number];

/** When everybody has to have reported, for the start that is being tried; moved here, it moves on the canvas. */
export function DatesPanel() {
  const { t } = useTranslation();
  const ready = useFindings((state) => state.calendars.length > 0);
  const schedule = useFindings((state) => state.schedule);
  const [view, setView] = useState<View>('table');
  const [key, setKey] = useState<string | null>(null);
  if (!ready) return <Waiting />;
  const periods = schedule?.periods ?? [];
  const period = periods.find((each) => each.key === key) ?? periods[0];
  return (
    <section className={classes['panel']} aria-label={t('dates.title')}>
      <Group align="flex-start" gap="md">
        <StartDay />
        <TopDates period={period?.key ?? null} />
        {periods.length > 1 && period !== undefined ? (
          <NativeSelect
            size="xs"
            label={t('dates.period')}
            classNames={{ label: classes['label'] ?? '' }}
            data={periods.map((each) => ({ value: each.key, label: labelOf(each) }))}
            value={period.key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        ) : null}
        {period === undefined ? null : (
          <Group ml="auto" mt={20} gap="xs">
            <SegmentedControl
              size="xs"
              value={view}
              onChange={(to) => setView(to === 'table' ? 'table' : 'timeline')}
              data={VIEWS.map((value) => ({ value, label: t(`dates.view_${value}`) }))}
              aria-label={t('dates.view')}
            />
            <PrintButton>
              <DatesTable period={period} />
              <Timeline period={period} />
            </PrintButton>
          </Group>
        )}
      </Group>
      <Impossible />
      {period === undefined ? (
        <Text size="sm" c="dimmed">
          {t('dates.nothing')}
        </Text>
      ) : view === 'table' ? (
        <DatesTable period={period} />
      ) : (
        <Timeline key={period.key} period={period} />
      )}
    </section>
  );
}

/** Only what is tried, never part of the drawing. */
function StartDay() {
  const { t } = useTranslation();
  const editor = useEditor();
  const startOn = useFindings((state) => state.trial.startOn);
  return (
    <DayInput
      ofTrial
      label={t('dates.start')}
      value={startOn}
      onChange={(date) => {
        const { trial, set } = editor.findings.getState();
        set({ trial: { ...trial, startOn: date } });
      }}
    />
  );
}

function labelOf({ label, dues }: PlanPeriod): string {
  const last = Object.values(dues).flatMap(({ lastDate }) => (lastDate === null ? [] : [lastDate]));
  const day = last.sort().at(-1);
  return day === undefined ? label : `${label} (${formatDate(day)})`;
}
