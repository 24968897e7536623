import { Badge, Group, Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveEvents } from '../api/live.ts';
import type { CascadeEvent } from '../api/shapes.ts';
import { dateTime } from '../ui/dates.ts';

interface EventLogProps {
  readonly live: LiveEvents;
  readonly names: ReadonlyMap<string, string>;
}

const COLOR: Readonly<Record<string, string>> = {
  'report.accepted': 'pine',
  'report.returned': 'orange',
  'node.due': 'red',
  'consolidation.signed': 'pine',
};

export function EventLog({ live, names }: EventLogProps) {
  const { t, i18n } = useTranslation();
  const shown = live.events.filter((event) => i18n.exists(eventKey(event)));
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <Badge size="sm" variant="dot" color={live.connected ? 'pine' : 'orange'}>
          {live.connected ? t('monitor.live') : t('monitor.reconnecting')}
        </Badge>
      </Group>
      {shown.length === 0 ? <Text c="dimmed">{t('monitor.nothingYet')}</Text> : null}
      <Timeline bulletSize={12} lineWidth={2}>
        {shown.slice(0, 100).map((event) => (
          <Timeline.Item key={event.cursor} color={COLOR[event.kind] ?? 'gray'}>
            <Text size="sm">
              {t(eventKey(event))}
              {event.unitId === null ? '' : ` · ${names.get(event.unitId) ?? event.unitId}`}
            </Text>
            <Text size="xs" c="dimmed">
              {dateTime(event.at)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}

/** Kinds hold a dot (`report.accepted`); in the locale they are nested under `event` with an underscore. */
const eventKey = (event: CascadeEvent): string => `event.${event.kind.replaceAll('.', '_')}`;
