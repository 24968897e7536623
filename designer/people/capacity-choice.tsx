import { Menu, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { post } from '../api/client.ts';
import { useMe } from '../api/session.ts';
import { Failure } from '../ui/failure.tsx';
import { lastOnTime } from '../ui/dates.ts';
import { postName } from './words.ts';

/** In which post one works, own or somebody else's; nothing where there is no choice. */
export function CapacityChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const capacities = useMe().data?.capacities ?? [];
  const choose = useMutation({
    mutationFn: (capacityId: string) => post('/api/me/capacity', { capacityId }),
    onSuccess: async () => {
      await navigate('/');
      // nothing that was read as somebody else stays on the page
      await queries.resetQueries();
    },
  });
  if (capacities.length < 2) return null;
  return (
    <>
      <Menu.Label>{t('people.capacity.title')}</Menu.Label>
      {capacities.map((each) => (
        <Menu.Item
          key={each.id}
          role="menuitemradio"
          aria-checked={each.current}
          closeMenuOnClick={false}
          leftSection={<IconCheck size={16} visibility={each.current ? 'visible' : 'hidden'} aria-hidden />}
          onClick={() => {
            if (!each.current) choose.mutate(each.id);
          }}
        >
          {each.actingFor === null
            ? postName(each, t)
            : t('people.capacity.for', { name: each.actingFor, post: postName(each, t) })}
          <Text size="xs" c="dimmed">
            {each.unitName}
            {each.until === null ? '' : ` · ${t('people.capacity.until', { date: lastOnTime(each.until) })}`}
          </Text>
        </Menu.Item>
      ))}
      {choose.isError ? <Failure error={choose.error} /> : null}
      <Menu.Divider />
    </>
  );
}
