import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StreamedEvent } from '#api/routes/campaigns/shapes';
import type { LiveEvents } from '../api/live.ts';
import { date, time, weekday } from '../ui/dates.ts';
import { UnitName } from '../ui/unit-name.tsx';
import { byDay } from './by-day.ts';
import classes from './event-log.module.css';

interface EventLogProps {
  readonly live: LiveEvents;
  readonly names: ReadonlyMap<string, string>;
}

const SHOWN = 100;
/** The clock's own steps say nothing about the work. */
const SILENT = new Set(['clock.rests', 'clock.moved', 'clock.moving']);
const TONE: Readonly<Record<string, string>> = {
  'report.accepted': 'good',
  'consolidation.signed': 'good',
  'report.returned': 'warn',
  'node.due': 'warn',
  'period.missing': 'warn',
};

/** What happened, newest first, day by day. */
export function EventLog({ live, names }: EventLogProps) {
  const { t, i18n } = useTranslation();
  const shown = live.events.filter((event) => !SILENT.has(event.kind) && i18n.exists(eventKey(event)));
  return (
    <Stack gap="sm">
      <Group gap={6} role="status">
        <Badge variant="dot" color={live.connected ? 'pine' : 'orange'}>
          {live.connected ? t('monitor.live') : t('monitor.reconnecting')}
        </Badge>
      </Group>
      {shown.length === 0 ? <Text c="dimmed">{t('monitor.nothingYet')}</Text> : null}
      {byDay(shown.slice(0, SHOWN)).map(({ day, events }) => (
        <section key={day}>
          <Title order={2} size="h6">
            {weekday(day, i18n.language)} {date(day)}
          </Title>
          <ol className={classes['events']}>
            {events.map((event) => (
              <li key={event.cursor} data-tone={TONE[event.kind]}>
                <time dateTime={event.at}>{time(event.at)}</time>
                <span>
                  {t(eventKey(event))}
                  {event.unitId === null ? null : (
                    <>
                      {' · '}
                      <UnitName id={event.unitId} names={names} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Stack>
  );
}

/** Kinds hold a dot (`report.accepted`); in the locale they are nested under `event` with an underscore. */
const eventKey = (event: StreamedEvent): string => `event.${event.kind.replaceAll('.', '_')}`;
