import { Anchor, Button, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { filtersOn, type Sought } from './sought.ts';

/** An empty list says why it is empty, and what to do next. */
export function NothingHere({
  sought,
  seek,
}: {
  readonly sought: Sought;
  readonly seek: (sought: Sought) => void;
}) {
  const { t } = useTranslation();
  const narrowed = sought.q !== undefined || filtersOn(sought) > (sought.done === true ? 1 : 0);
  const title = narrowed ? 'tasks.noMatch' : sought.done === true ? 'tasks.noDone' : 'tasks.emptyTitle';
  return (
    <Card withBorder padding="xl">
      <Text fw={600}>{t(title)}</Text>
      <Text c="dimmed" size="sm" mb="sm">
        {t(narrowed ? 'tasks.noMatchText' : 'tasks.emptyText')}
      </Text>
      <Group>
        {narrowed || sought.done === true ? (
          <Button size="compact-md" variant="default" onClick={() => seek({})}>
            {t('tasks.clear')}
          </Button>
        ) : (
          <Button size="compact-md" variant="default" onClick={() => seek({ done: true })}>
            {t('tasks.seeDone')}
          </Button>
        )}
        <Anchor component={Link} to="/campaigns" size="sm">
          {t('tasks.seeCampaigns')}
        </Anchor>
      </Group>
    </Card>
  );
}
