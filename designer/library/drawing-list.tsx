import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DefinitionListed } from '../api/definitions.ts';
import type { Me } from '../api/session.ts';
import { isMine } from '../editor-page/may-edit.ts';
import { dateTime } from '../ui/dates.ts';
import classes from './drawing-list.module.css';
import { DrawingMenu } from './drawing-menu.tsx';

interface DrawingListProps {
  readonly items: readonly DefinitionListed[];
  readonly me: Me;
}

/** The templates below are not pushed out of sight. */
const SHOWN = 8;

/** Last worked on first. */
export function DrawingList({ items, me }: DrawingListProps) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  const sorted = [...items].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <>
      <Card withBorder padding={0} component="ul" className={classes['list'] ?? ''}>
        {shown.map((each) => (
          <li key={each.id} className={classes['row']}>
            <Stack gap={2} className={classes['text'] ?? ''}>
              <Anchor component={Link} to={`/drawings/${each.id}`} fw={600} c="inherit" lineClamp={2}>
                {each.title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {isMine(me, each) ? each.key : (each.ownerName ?? t('library.everyone'))}
              </Text>
            </Stack>
            <div className={classes['state']}>
              {each.latestVersion === 0 ? (
                <Badge variant="default">{t('library.draft')}</Badge>
              ) : (
                <Badge variant="light">{t('library.version', { version: each.latestVersion })}</Badge>
              )}
            </div>
            <Text size="sm" c="dimmed" className={classes['when'] ?? ''}>
              {dateTime(each.updatedAt)}
              {each.updatedByName === null ? null : (
                <>
                  <br />
                  {each.updatedByName}
                </>
              )}
            </Text>
            <Group gap={0} wrap="nowrap">
              <DrawingMenu drawing={each} me={me} />
            </Group>
          </li>
        ))}
      </Card>
      {shown.length < sorted.length ? (
        <Button variant="subtle" onClick={() => showAll(true)}>
          {t('library.showAll', { count: sorted.length })}
        </Button>
      ) : null}
    </>
  );
}
