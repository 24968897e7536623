import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { date, weekday } from '../ui/dates.ts';
import { count, decimal } from '../ui/numbers.ts';
import type { FinalDates, SimulationOutcome } from './simulation-outcome.ts';

/** What a designer wants to know first: does it end in time, who answers, when is the rush. */
export function OutcomeFigures({ outcome }: { readonly outcome: SimulationOutcome }) {
  const { t, i18n } = useTranslation();
  const { totals, final, load, missing } = outcome;
  const figure = (value: number) => count(value, i18n.language);
  const day = (civil: string) => `${weekday(civil, i18n.language)} ${date(civil)}`;
  const share = totals.owed === 0 ? '0' : ((totals.onTime * 100) / totals.owed).toFixed(1);
  return (
    <Group gap={28} align="flex-start" role="status">
      <Figure
        label={t('trial.simulate.final')}
        value={final.supposed === null ? t('trial.simulate.never') : day(final.supposed)}
        note={effectOf(final, t, day)}
        testId="final"
      />
      <Figure
        label={t('trial.simulate.onTimeRate')}
        value={`${decimal(share, i18n.language)} %`}
        note={t('trial.simulate.ofOwed', { done: figure(totals.onTime), owed: figure(totals.owed) })}
        testId="rate"
      />
      {load.peak === null ? null : (
        <Figure
          label={t('trial.simulate.peak')}
          value={t('trial.simulate.tasks', { count: load.peak.count })}
          note={day(load.peak.date)}
          testId="peak"
        />
      )}
      {load.desk === null ? null : (
        <Figure
          label={t('trial.simulate.desk')}
          value={t('trial.simulate.reports', { count: load.desk.count })}
          note={`${load.desk.unitName} · ${day(load.desk.date)}`}
          testId="desk"
        />
      )}
      <Figure
        label={t('trial.simulate.silentUnits')}
        value={figure(missing.count)}
        note={t('trial.simulate.lateOnes', { count: totals.late })}
        testId="missing"
      />
    </Group>
  );
}

function effectOf(
  { workingDaysLater: days, onTime, dueOn }: FinalDates,
  t: ReturnType<typeof useTranslation>['t'],
  day: (civil: string) => string,
): string {
  const due = dueOn === null ? '' : t('trial.simulate.lastDue', { day: day(dueOn) });
  if (onTime === null || days === null) return due;
  const effect =
    days === 0 ? t('trial.simulate.noEffect') : t('trial.simulate.later', { days, day: day(onTime) });
  return due === '' ? effect : `${effect}. ${due}`;
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly testId: string;
}

function Figure({ label, value, note, testId }: FigureProps) {
  return (
    <div data-testid={`simulated-${testId}`}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={700}>{value}</Text>
      <Text size="xs" c="dimmed" maw={260}>
        {note}
      </Text>
    </div>
  );
}
