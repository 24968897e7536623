import { Anchor, Button, Group, SegmentedControl, Stack, Tabs, TextInput, Title } from '@mantine/core';
import { IconDownload, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../api/session.ts';
import { usePageTitle } from '../ui/page-title.ts';
import { SearchField } from '../ui/search-field.tsx';
import { type Sought, queryOf } from './api.ts';
import { Arrivals } from './arrivals.tsx';
import { IncomingList } from './incoming-list.tsx';
import { OutgoingLists } from './outgoing-list.tsx';
import classes from './registers.module.css';
import { SETS_OFFICE } from './sets-office.ts';

/** Sổ văn bản đến và đi of one's own unit. */
export function RegistersPage() {
  const { t } = useTranslation();
  usePageTitle(t('registers.title'));
  const me = useMe();
  const [words, say] = useSearchParams();
  const tab = words.get('tab') === 'outgoing' ? 'outgoing' : 'incoming';
  const set = (key: string, value: string) =>
    say(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const sought: Sought = {
    q: words.get('q') ?? '',
    year: words.get('year') ?? '',
    mode: words.get('mode') ?? '',
  };
  const scopes = me.data?.scopes ?? [];
  return (
    <Stack maw={1100} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t('registers.title')}
        </Title>
        {SETS_OFFICE.some((scope) => scopes.includes(scope)) ? (
          <Anchor component={Link} to="/office" size="sm">
            <Group gap={4} wrap="nowrap">
              <IconSettings size={16} aria-hidden />
              {t('registers.office.title')}
            </Group>
          </Anchor>
        ) : null}
      </Group>
      <Arrivals wanted={words.get('register')} mayRegister={scopes.includes('registers:write')} />
      <Tabs
        value={tab}
        onChange={(chosen) => set('tab', chosen === 'outgoing' ? 'outgoing' : '')}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="incoming">{t('registers.incoming')}</Tabs.Tab>
          <Tabs.Tab value="outgoing">{t('registers.outgoing')}</Tabs.Tab>
        </Tabs.List>
        <Group my="md" gap="sm" align="flex-end" className="screen-only">
          <SearchField
            className={classes['search'] ?? ''}
            label={t('registers.search')}
            placeholder={t('registers.searchExample')}
            asked={words.get('q') ?? ''}
            seek={(q) => set('q', q)}
          />
          <TextInput
            w={90}
            label={t('registers.year')}
            inputMode="numeric"
            placeholder={t('registers.allYears')}
            value={words.get('year') ?? ''}
            onChange={(event) => set('year', event.currentTarget.value.replace(/\D/g, '').slice(0, 4))}
          />
          <SegmentedControl
            aria-label={t('registers.mode')}
            value={sought.mode}
            onChange={(mode) => set('mode', mode)}
            data={[
              { value: '', label: t('campaigns.all') },
              { value: 'live', label: t('mode.live') },
              { value: 'rehearsal', label: t('mode.rehearsal') },
            ]}
          />
          <Button
            component="a"
            variant="default"
            href={`/api/${tab}/export?${queryOf(sought).toString()}`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('registers.export')}
          </Button>
        </Group>
        <Tabs.Panel value="incoming">
          <IncomingList
            sought={{ ...sought, ...(words.has('undecided') ? { undecided: true } : {}) }}
            mayDecide={scopes.includes('tasks:assign')}
            onUndecided={(only) => set('undecided', only ? '1' : '')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="outgoing">
          <OutgoingLists sought={sought} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
