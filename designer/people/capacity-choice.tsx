import { Menu, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Capacities, CapacityBody } from '#api/routes/me/shapes';
import { post, whenWritten } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { lastOnTime } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import classes from './people.module.css';
import { postName } from './words.ts';

/** In which post one works, own or somebody else's; nothing where there is no choice. */
export function CapacityChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const capacities = useMe().data?.capacities ?? [];
  const choose = useMutation({
    mutationFn: async (capacityId: string) => {
      // what was typed on the page that is left arrives first, in the name in which it was typed
      await navigate('/', { flushSync: true });
      await whenWritten();
      return post<Capacities, CapacityBody>('/api/me/capacity', { capacityId });
    },
    // nothing that was read as somebody else stays on the page
    onSuccess: () => queries.resetQueries(),
  });
  if (capacities.length < 2) return null;
  return (
    <>
      <Menu.Label>{t('people.capacity.title')}</Menu.Label>
      <Menu.RadioGroup
        value={capacities.find(({ current }) => current)?.id ?? ''}
        onChange={(id) => choose.mutate(id)}
      >
        {capacities.map((each) => (
          <Menu.RadioItem key={each.id} value={each.id} checkIcon={<IconCheck size={16} />}>
            <span className={classes['choice']}>
              {each.actingFor === null
                ? postName(each, t)
                : t('people.capacity.for', { name: each.actingFor, post: postName(each, t) })}
            </span>
            <Text size="xs" c="dimmed" className={classes['choice'] ?? ''}>
              {each.unitName}
              {each.until === null
                ? ''
                : ` · ${t('people.capacity.until', { date: lastOnTime(each.until) })}`}
            </Text>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      {choose.isError ? <Failure error={choose.error} /> : null}
      <Menu.Divider />
    </>
  );
}
